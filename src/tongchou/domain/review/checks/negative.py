"""Amounts and counts do not go below zero; a growth rate may."""

from collections.abc import Iterator

from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class Negative(Finding):
    code = "R106"
    severity = Severity.ERROR
    title = Text("负数", "Negative figure")
    template = Text(
        "“{typed}”是负数。",
        '"{typed}" is negative.',
    )
    remedy = Text(
        "填从计划开始日起的累计数；要减去已报的数，请更正原来那一期的填报。",
        "State the amount since the plan's start; to take a figure back, correct its report.",
    )


def check(line: Line) -> Iterator[Finding]:
    if line.value is not None and line.value < 0 and line.asked.measure != "rate":
        yield Negative(Position(where=line.asked.key), typed=line.stated.value)
