"""The same promise in two tasks: it would be reported and counted twice.

Caught one sentence pasted into two tasks of the golden notice of flaws.
"""

from collections import defaultdict
from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import numbers, plain, shortened, with_targets
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Target
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class IdenticalTargets(Finding):
    code = "N149"
    severity = Severity.WARNING
    title = Text("两项任务的目标相同", "The same target in two tasks")
    template = Text(
        "任务 {tasks} 有同样的目标“{text}”。", "Tasks {tasks} have the same target, “{text}”."
    )
    remedy = Text(
        "请确认是否重复；同一件事只在一项任务里填报和计数。",
        "Find out whether it is one promise: if so it is reported and counted in one task only.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    found: dict[str, list[tuple[Task, Target]]] = defaultdict(list)
    for task, targets in with_targets(programme):
        for target in targets:
            found[plain(target.text)].append((task, target))
    for text, places in found.items():
        if len(text) >= _SHORTEST and len({task.number for task, _ in places}) > 1:
            task, target = places[1]
            yield IdenticalTargets(
                at_span(task, "target", target.spans),
                tasks=numbers(task for task, _ in places),
                text=shortened(target.text),
            )


_SHORTEST = 8
