"""A period that names no day by which it is done.

Caught 2023年取得阶段性成效, the period of twelve tasks of 万州府办发〔2023〕12号.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.where import at_cell
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.periods import PeriodKind
from tongchou.domain.shared.text import Text


class SoftDeadline(Finding):
    code = "N121"
    severity = Severity.WARNING
    title = Text("时限是软性的", "A soft deadline")
    template = Text(
        "任务 {number}（{name}）的时限“{period}”没有明确的完成日期。",
        "The period of task {number} ({name}), “{period}”, names no day by which it is done.",
    )
    remedy = Text(
        "请写明什么算阶段性成效、由哪一天起算达到。",
        "Say what counts as the interim result and by which day it is reached.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    for task in programme.tasks:
        if task.period.kind is PeriodKind.SOFT:
            names = {"number": task.number, "name": task.name}
            yield SoftDeadline(at_cell(task, "period"), period=task.period.text, **names)
