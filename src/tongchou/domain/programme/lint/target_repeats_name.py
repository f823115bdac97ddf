"""A target that says no more than the heading of its task.

Caught a target cell that repeats the name of its task, in the golden notice of flaws.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import plain, quoted, with_targets
from tongchou.domain.programme.lint.where import at_cell
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class TargetRepeatsName(Finding):
    code = "N147"
    severity = Severity.WARNING
    title = Text("目标照抄任务名称", "A heading repeated as a promise")
    template = Text(
        "任务 {number} 的目标只是重复任务名称“{name}”。",
        "The target of task {number} only repeats the name of the task, “{name}”.",
    )
    remedy = Text("请写明年底要看到的结果。", "Say what is to be there at the end of the year.")


def check(programme: Programme) -> Iterator[Finding]:
    for task, targets in with_targets(programme):
        name, target = plain(task.name), plain(task.target)
        repeats = name in target or target in name
        measured = any(target.quantity for target in targets)
        if target and repeats and not measured and abs(len(target) - len(name)) <= _MORE:
            yield TargetRepeatsName(
                at_cell(task, "target"), number=task.number, name=quoted(task.name)
            )


_MORE = 3
