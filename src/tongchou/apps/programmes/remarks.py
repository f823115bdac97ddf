"""Which remark stands where: findings of the compiler and of the checks, by task and by field."""

from collections.abc import Iterable, Mapping
from typing import Any

from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Origin, Task
from tongchou.domain.shared.findings import Finding

Remark = dict[str, Any]
"""A finding as JSON."""
ORGANIZATIONS = frozenset({"lead", "responsible", "assisting", "supervising"})


def by_task(
    reading: Programme, checked: Mapping[int, Iterable[Finding]]
) -> tuple[dict[int, list[Remark]], list[Remark]]:
    """The remarks of each task, and those on the notice as a whole.

    `checked` are the findings of `checks.findings_by_task`.
    """
    homes = {
        span.block: task.number
        for task in reading.tasks
        if task.origin is Origin.ANNEX
        for span in task.cells.values()
    }
    placed: dict[int, list[Remark]] = {task.number: [] for task in reading.tasks}
    loose: list[Remark] = []
    for finding in reading.findings:
        remark = finding.to_json()
        home = homes.get(finding.position.block) if finding.position.block is not None else None
        (loose if home is None else placed[home]).append(remark)
    for number, found in checked.items():
        placed[number] += [finding.to_json() for finding in found]
    return placed, loose


def by_place(reading: Programme, task: Task, remarks: Iterable[Remark]) -> dict[str, list[Remark]]:
    """One task's remarks by the form they belong to: period, organizations, a target's key, or

    "task" for the rest.
    """
    placed: dict[str, list[Remark]] = {}
    for remark in remarks:
        position = remark["position"]
        if position["where"].startswith("tasks/"):
            place = _place_of_path(position["where"])
        else:
            place = _place_of_words(reading, task, position)
        placed.setdefault(place, []).append(remark)
    return placed


def _place_of_path(path: str) -> str:
    """tasks/9/targets/9.2/plan/end is about target 9.2, tasks/9/period/end about the period."""
    steps = path.split("/")
    if len(steps) > 3 and steps[2] == "targets":
        return steps[3]
    return steps[2] if len(steps) > 2 and steps[2] in {"period", "organizations"} else "task"


def _place_of_words(reading: Programme, task: Task, position: Mapping[str, Any]) -> str:
    block, start = position["block"], position["start"]
    role = next((role for role, span in task.cells.items() if span.block == block), "")
    if role in ORGANIZATIONS:
        return "organizations"
    if role == "period":
        return "period"
    for target in reading.targets_of(task.number):
        for span in target.spans:
            if span.block == block and start is not None and span.start <= start < span.end:
                return target.key
    return "task"
