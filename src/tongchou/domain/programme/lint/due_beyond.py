"""A single deadline behind the years of the programme: its targets must be a slice of the whole.

Caught 2026年6月底前 in the golden notice of flaws, a list for one year.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import numbers, spelled, years_of
from tongchou.domain.programme.lint.where import at_tasks
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.periods import PeriodKind
from tongchou.domain.shared.text import Text


class DueBeyond(Finding):
    code = "N134"
    severity = Severity.INFO
    title = Text(
        "时限晚于方案年度",
        "A deadline behind the programme",
    )
    template = Text(
        "任务 {tasks} 的完成时限晚于方案年度（{years}）。",
        "The deadline of task {tasks} lies behind the years of the programme ({years}).",
    )
    remedy = Text(
        "请确认目标只是本年度应完成的部分。",
        "Confirm that the target is only what is due within these years.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    years = years_of(programme)
    late = [task for task in programme.tasks if years and _late(task, years[1])]
    if years and late:
        yield DueBeyond(at_tasks(late, "period"), tasks=numbers(late), years=spelled(years))


def _late(task: Task, last: int) -> bool:
    period = task.period
    return period.kind is PeriodKind.DEADLINE and period.end is not None and period.end.year > last
