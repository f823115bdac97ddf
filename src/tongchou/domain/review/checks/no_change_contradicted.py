"""A ticked no change and another figure or stage contradict each other."""

from collections.abc import Iterator

from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class NoChangeContradicted(Finding):
    code = "R111"
    severity = Severity.ERROR
    title = Text("勾了“无变化”而内容不同", '"No change" beside a change')
    template = Text(
        "勾了“无变化”，但所填与上期不同。",
        '"No change" is ticked, yet what is stated differs from the last period.',
    )
    remedy = Text(
        "有变化的去掉“无变化”；没有变化的清空所填内容。",
        "Untick it where something changed; clear what was typed where nothing did.",
    )


def check(line: Line) -> Iterator[Finding]:
    stated, last = line.stated, line.last
    if not stated.no_change or last is None:
        return
    other_figure = line.value is not None and line.value != last.value
    other_rung = stated.rung is not None and (stated.rung, stated.reached_on) != (
        last.rung,
        last.reached_on,
    )
    if other_figure or other_rung:
        yield NoChangeContradicted(Position(where=line.asked.key))
