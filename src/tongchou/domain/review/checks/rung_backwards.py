"""A stage that was reached stays reached."""

from collections.abc import Iterator

from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class RungBackwards(Finding):
    code = "R112"
    severity = Severity.ERROR
    title = Text("阶段后退", "Stage going backwards")
    template = Text(
        "上期已到“{last}”，本期填的阶段在它之前。",
        'The last period had reached "{last}"; the stage stated now comes before it.',
    )
    remedy = Text(
        "核对阶段；上期填错的，先更正上期的填报。",
        "Check the stage; where the last period was wrong, correct that report first.",
    )


def check(line: Line) -> Iterator[Finding]:
    last = line.last_rung
    if last is None:
        return
    fell = line.rung is not None and line.rung.number < last.number
    if fell or (line.rung is None and line.stated.none_yet):
        yield RungBackwards(Position(where=line.asked.key), last=last.name)
