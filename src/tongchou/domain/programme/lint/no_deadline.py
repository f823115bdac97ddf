"""Tasks that say nowhere by when they are done; one finding for the notice.

Caught the 工作要点 of the corpus whose sentences name no day.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import numbers
from tongchou.domain.programme.lint.where import at_tasks
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.periods import find_periods
from tongchou.domain.shared.text import Text


class NoDeadline(Finding):
    code = "N132"
    severity = Severity.WARNING
    title = Text(
        "没有时限",
        "No deadline",
    )
    template = Text(
        "任务 {tasks} 没有写明时限。",
        "Task {tasks} does not say by when it is done.",
    )
    remedy = Text(
        "请补充时限；未补充的按年底掌握。",
        "Add the deadline; without one the end of the year is taken.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    without = [task for task in programme.tasks if not _dated(task, programme.year)]
    if without:
        yield NoDeadline(at_tasks(without, "period"), tasks=numbers(without))


def _dated(task: Task, year: int | None) -> bool:
    """By its period, or by a day named in its words."""
    words = (task.target, task.scope, task.name)
    return bool(task.period.text) or any(find_periods(text, year) for text in words)
