"""6.93万 beside 万亩 can be read in two ways."""

from collections.abc import Iterator

from tongchou.domain.report.figure import Flaw
from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class MagnitudeTwice(Finding):
    code = "R104"
    severity = Severity.ERROR
    title = Text("万、亿写了两次", "The magnitude is given twice")
    template = Text(
        "“{typed}”带有万或亿，而所选单位是{unit}，不知按哪一个算。",
        '"{typed}" holds a magnitude and so does the chosen unit {unit}: which one counts?',
    )
    remedy = Text(
        "数字里去掉万、亿，只在单位栏里选。",
        "Leave the magnitude out of the number and choose it with the unit.",
    )


def check(line: Line) -> Iterator[Finding]:
    if line.figure is Flaw.MAGNITUDE:
        yield MagnitudeTwice(
            Position(where=line.asked.key), typed=line.stated.value, unit=line.stated.unit
        )
