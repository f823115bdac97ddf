"""A report states what had happened by the last day of its period."""

from collections.abc import Iterator

from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class ReachedLate(Finding):
    code = "R114"
    severity = Severity.ERROR
    title = Text("到达日期在后", "Reached after the date of the report")
    template = Text(
        "到达日期{day}晚于{limit}。",
        "The stage's day {day} is after {limit}.",
    )
    remedy = Text(
        "本期只填到这一天为止的进展；以后的填在下一期。",
        "State what was reached by that day; later progress belongs to the next period.",
    )


def check(line: Line) -> Iterator[Finding]:
    reached, limit = line.stated.reached_on, min(line.as_of, line.on)
    if line.rung is not None and reached is not None and reached > limit:
        yield ReachedLate(Position(where=line.asked.key), day=reached, limit=limit)
