"""A target that copies the scope: the slice of the year is not told from the whole.

Caught a task of several years whose cells are the same, in the golden notice of flaws.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import plain
from tongchou.domain.programme.lint.where import at_cell
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class TargetRepeatsScope(Finding):
    code = "N148"
    severity = Severity.INFO
    title = Text("目标照抄主要内容", "A target that copies the scope")
    template = Text(
        "任务 {number}（{name}）的目标与主要内容相同，看不出年度要求。",
        "The target of task {number} ({name}) is the same as its scope: what the year asks is "
        "not said.",
    )
    remedy = Text("请写明本年度做到哪一步。", "Say how far it gets this year.")


def check(programme: Programme) -> Iterator[Finding]:
    for task in programme.tasks:
        if task.target and plain(task.target) == plain(task.scope) and _several_years(task):
            yield TargetRepeatsScope(at_cell(task, "target"), number=task.number, name=task.name)


def _several_years(task: Task) -> bool:
    start, end = task.period.start, task.period.end
    return start is None or end is None or start.year < end.year
