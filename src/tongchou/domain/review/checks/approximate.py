"""A report states exact figures, not about so many."""

from collections.abc import Iterator

from tongchou.domain.report.figure import Flaw
from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class Approximate(Finding):
    code = "R102"
    severity = Severity.ERROR
    title = Text("数字不确切", "Not an exact figure")
    template = Text("“{typed}”是约数。", '"{typed}" is an approximate figure.')
    remedy = Text(
        "填报确切的数；确切数尚不掌握的，填已核实的数，并在“进展”里说明。",
        "State what is verified, exactly; explain the rest under progress.",
    )


def check(line: Line) -> Iterator[Finding]:
    if line.figure is Flaw.APPROXIMATE:
        yield Approximate(
            Position(where=line.asked.key), typed=line.stated.value, unit=line.stated.unit
        )
