"""A statement cannot both give a figure and say that there is none."""

from collections.abc import Iterator

from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class NoneYetContradicted(Finding):
    code = "R109"
    severity = Severity.ERROR
    title = Text("既填了数又勾了“尚无数据”", 'A figure and "no figure yet"')
    template = Text(
        "填了“{typed}”，又勾了“尚无数据”。",
        '"{typed}" is stated and "no figure yet" is ticked.',
    )
    remedy = Text(
        "二者只留一个。",
        "Keep one of the two.",
    )


def check(line: Line) -> Iterator[Finding]:
    if line.stated.none_yet and line.stated.value.strip():
        yield NoneYetContradicted(Position(where=line.asked.key), typed=line.stated.value)
