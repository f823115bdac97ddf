"""Cells that hold several promises: three or more, or of different owners.

Caught the cell of task 7 of 万州府办发〔2023〕12号 with a paper, a service and three works in it;
one finding for the notice.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import numbers, with_targets
from tongchou.domain.programme.lint.where import at_tasks
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Target
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class SeveralPromises(Finding):
    code = "N143"
    severity = Severity.INFO
    title = Text("一格里有几个承诺", "Several promises in one cell")
    template = Text(
        "任务 {tasks} 的一格里有几个承诺，已拆成各自的目标。",
        "A cell of task {tasks} holds several promises; each is a target of its own.",
    )
    remedy = Text("请逐个确认由谁填报、何时完成。", "Confirm one by one who reports and by when.")


def check(programme: Programme) -> Iterator[Finding]:
    found = [task for task, targets in with_targets(programme) if _several(targets)]
    if found:
        yield SeveralPromises(at_tasks(found, "target"), tasks=numbers(found))


_MANY = 3


def _several(targets: tuple[Target, ...]) -> bool:
    return len(targets) >= _MANY or len({target.jurisdictions for target in targets}) > 1
