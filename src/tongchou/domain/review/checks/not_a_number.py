"""What stands in the figure's field must be a number."""

from collections.abc import Iterator

from tongchou.domain.report.figure import Flaw
from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class NotANumber(Finding):
    code = "R101"
    severity = Severity.ERROR
    title = Text("不是数字", "Not a number")
    template = Text("“{typed}”不是一个数。", '"{typed}" is not a number.')
    remedy = Text(
        "只填数字，如 6.93 或 69,300；单位在旁边选，说明写在“进展”里。",
        "Type digits only, such as 6.93 or 69,300; choose the unit beside it.",
    )


def check(line: Line) -> Iterator[Finding]:
    if line.figure is Flaw.NOT_A_NUMBER:
        yield NotANumber(
            Position(where=line.asked.key), typed=line.stated.value, unit=line.stated.unit
        )
