"""A task without a target for the year.

Caught an empty cell in the golden notice of flaws: without a target there is nothing to report.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.where import at_cell
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class EmptyTarget(Finding):
    code = "N128"
    severity = Severity.WARNING
    title = Text("目标任务为空", "An empty target")
    template = Text(
        "任务 {number}（{name}）没有写年度目标。",
        "Task {number} ({name}) states no target for the year.",
    )
    remedy = Text(
        "请补充年度目标；没有目标的任务不亮灯。",
        "Add a target for the year; a task without one gets no light.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    for task in programme.tasks:
        if not task.target:
            yield EmptyTarget(at_cell(task, "target"), number=task.number, name=task.name)
