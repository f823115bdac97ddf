"""The unit of a figure must convert to the unit of its target."""

from collections.abc import Iterator

from tongchou.domain.report.figure import Flaw
from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class UnitForeign(Finding):
    code = "R103"
    severity = Severity.ERROR
    title = Text("计量单位不能换算", "The unit does not convert")
    template = Text(
        "“{typed}”（{unit}）的计量单位不能换算成本目标的单位。",
        'The unit of "{typed}" ({unit}) does not convert to the unit of this target.',
    )
    remedy = Text(
        "在数字旁的单位栏里选一个单位，数字里不写单位。",
        "Choose one of the units offered beside the figure and type the number alone.",
    )


def check(line: Line) -> Iterator[Finding]:
    if line.figure is Flaw.UNIT:
        yield UnitForeign(
            Position(where=line.asked.key), typed=line.stated.value, unit=line.stated.unit
        )
