"""A figure beyond any plausible size is a slip of the keyboard."""

from collections.abc import Iterator

from tongchou.domain.report.figure import Flaw
from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class TooLarge(Finding):
    code = "R105"
    severity = Severity.ERROR
    title = Text("数字过大", "The figure is too long")
    template = Text(
        "“{typed}”{unit}超出了可登记的范围。", '"{typed}" {unit} is beyond what can be recorded.'
    )
    remedy = Text(
        "检查位数和单位是否填错。",
        "Check the number of digits and the unit.",
    )


def check(line: Line) -> Iterator[Finding]:
    if line.figure is Flaw.SIZE:
        yield TooLarge(
            Position(where=line.asked.key), typed=line.stated.value, unit=line.stated.unit
        )
