"""A stage reached before the programme began is worth a second look."""

from collections.abc import Iterator

from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class ReachedEarly(Finding):
    code = "R115"
    severity = Severity.WARNING
    title = Text("到达日期早于方案", "Reached before the programme")
    template = Text(
        "到达日期{day}早于本方案开始之日{begins}。",
        "The stage's day {day} is before the programme began on {begins}.",
    )
    remedy = Text(
        "方案开始前确已到达的，写明并附佐证材料；填错的请改。",
        "Where it was indeed reached before, say so and attach the proof; else mend the day.",
    )


def check(line: Line) -> Iterator[Finding]:
    reached = line.stated.reached_on
    if line.moved and reached is not None and reached < line.begins:
        yield ReachedEarly(Position(where=line.asked.key), day=reached, begins=line.begins)
