"""Nothing can be unchanged before anything was stated."""

from collections.abc import Iterator

from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class NoChangeUnfounded(Finding):
    code = "R110"
    severity = Severity.ERROR
    title = Text("没有上期可比", "No earlier period")
    template = Text(
        "勾了“无变化”，而以前各期没有填报过本目标。",
        '"No change" is ticked, yet no earlier report stated this target.',
    )
    remedy = Text(
        "第一次填报请填数或选阶段。",
        "State a figure or a stage in the first report.",
    )


def check(line: Line) -> Iterator[Finding]:
    if line.stated.no_change and line.last is None:
        yield NoChangeUnfounded(Position(where=line.asked.key))
