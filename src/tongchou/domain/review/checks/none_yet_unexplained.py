"""A figure that is not there yet needs a word of explanation."""

from collections.abc import Iterator

from tongchou.domain.programme.target import TargetKind
from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class NoneYetUnexplained(Finding):
    code = "R108"
    severity = Severity.ERROR
    title = Text("尚无数据而没有说明", "No figure and no word why")
    template = Text(
        "勾了“尚无数据”，没有写明原因。",
        '"No figure yet" is ticked without a word why.',
    )
    remedy = Text(
        "在“进展”里写一句：为什么没有数，什么时候能有。",
        "Write a line under progress: why there is none and when there will be one.",
    )


def check(line: Line) -> Iterator[Finding]:
    asks_figure = line.asked.kind is TargetKind.QUANTITY
    if line.stated.none_yet and asks_figure and not line.stated.words.strip():
        yield NoneYetUnexplained(Position(where=line.asked.key))
