"""What is counted since the plan's start does not shrink."""

from collections.abc import Iterator

from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class FallsBelowLast(Finding):
    code = "R117"
    severity = Severity.WARNING
    title = Text("累计数下降", "A cumulative figure falls")
    template = Text(
        "累计数比上期（{last}{unit}）少。",
        "The cumulative figure is below the last period's ({last} {unit}).",
    )
    remedy = Text(
        "流量从计划开始日累计填报，不是只填本月；上期填错的，请更正上期。",
        "State the amount since the plan's start, not the month's; else correct the last period.",
    )


def check(line: Line) -> Iterator[Finding]:
    last = line.last
    if last is None or last.value is None or line.value is None:
        return
    if line.asked.measure in {"flow", "count"} and line.value < last.value:
        yield FallsBelowLast(
            Position(where=line.asked.key), last=last.printed, unit=last.printed_unit
        )
