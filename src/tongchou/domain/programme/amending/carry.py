"""Corrections and confirmations of an older reading, brought to a new one.

The new reading is another compile of the same notice, whose keys may have shifted, or an amended
notice; what belongs together is found by `diff`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from tongchou.domain.programme.amending.adoption import promise_of
from tongchou.domain.programme.amending.changes import Diff, Relation
from tongchou.domain.programme.amending.diff import diff
from tongchou.domain.programme.amending.diff_targets import plain
from tongchou.domain.programme.amending.field_names import path_name
from tongchou.domain.programme.amending.fields import (
    adopted_path,
    field_value,
    project_path,
    target_path,
    task_path,
)
from tongchou.domain.programme.amending.relocation import (
    Relocation,
    of_clause,
    of_task,
    same_organizations,
)
from tongchou.domain.programme.amending.revision_findings import (
    AdoptedCarried,
    PlaceDivided,
    PlaceGone,
    ReadingChanged,
)
from tongchou.domain.programme.amending.structure import free_key
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Position

Json = dict[str, Any]
_WHOLE = frozenset({Relation.KEPT, Relation.RENAMED, Relation.RENUMBERED})
_PLACE = frozenset({"key", "task"})


@dataclass(frozen=True, slots=True)
class Carried:
    """Corrections for the new reading. `findings` name those that need a look and those left
    behind; `tasks` leads from task numbers, adopted ones included, to their new ones where a
    task stayed whole; `doubtful` are new numbers of tasks that a finding is about.
    """

    overrides: Mapping[str, Any]
    findings: tuple[Finding, ...]
    diff: Diff
    tasks: Mapping[int, int]
    doubtful: frozenset[int]


def carry_overrides(before: Programme, after: Programme, overrides: Mapping[str, Any]) -> Carried:
    """Corrections of `before`, both as compiled, for `after`; paths as `apply_overrides` takes."""
    carrier = _Carrier(before, after)
    for path in sorted(overrides):
        carrier.carry(path, overrides[path])
    return Carried(
        overrides=carrier.overrides,
        findings=tuple(carrier.findings),
        diff=carrier.diff,
        tasks=carrier.tasks,
        doubtful=frozenset(carrier.doubtful),
    )


def carry_confirmations(
    before: Programme, after: Programme, carried: Carried, confirmed: Collection[int]
) -> dict[int, int]:
    """Which confirmed tasks may count as confirmed in the new reading, old numbers to new ones.

    Both programmes are the corrected ones. A task has to say the same in every field and target,
    and no carried correction may be in doubt.
    """
    numbers = {task.number for task in after.tasks}
    return {
        number: new
        for number, new in sorted(carried.tasks.items())
        if number in confirmed
        and new in numbers
        and new not in carried.doubtful
        and _said(before, number) == _said(after, new)
    }


def _said(programme: Programme, number: int) -> Json:
    """What a task says, apart from where it stands."""
    task = programme.task(number).to_json()
    targets = [target.to_json() for target in programme.targets_of(number)]
    left_out = {"number", "printed_number", "area", "remark"}
    return {
        "task": plain({name: value for name, value in task.items() if name not in left_out}),
        "targets": [_placeless(target) for target in targets],
    }


def _placeless(value: Any) -> Any:
    """The JSON of a reading without positions, and without the key and task of a target."""
    if isinstance(value, dict) and value.keys() >= _PLACE:
        value = {name: inner for name, inner in value.items() if name not in _PLACE}
    return plain(value)


class _Carrier:
    def __init__(self, before: Programme, after: Programme) -> None:
        self.before, self.after = before, after
        self.diff = diff(before, after)
        self.tasks = {
            task.before[0]: task.after[0] for task in self.diff.tasks if task.relation in _WHOLE
        }
        self.targets = {
            target.before[0]: target.after[0]
            for task in self.diff.tasks
            for target in task.targets
            if target.relation in _WHOLE
        }
        self.projects = {name: p.key for p in reversed(after.projects) for name in p.names}
        self.overrides: Json = {}
        self.findings: list[Finding] = []
        self.doubtful: set[int] = set()

    def carry(self, path: str, value: Any) -> None:
        match path.split("/"):
            case ["header", _]:
                self._keep(path, path, value)
            case ["projects", key, name]:
                self._project(path, key, name, value)
            case ["adopted", key]:
                self._adoption(path, key, value)
            case ["tasks", number, "targets", key, *rest]:
                self._target(path, int(number), key, rest, value)
            case ["tasks", number, name]:
                self._task(path, int(number), name, value)

    def _keep(self, old: str, new: str, value: Any) -> None:
        """Keeps a correction, unless the notice by now says the same itself."""
        was, now = field_value(self.before, old), field_value(self.after, new)
        if _placeless(now) == _placeless(value):
            return
        self.overrides[new] = value
        if _placeless(was) != _placeless(now):
            self._say(ReadingChanged(Position(where=new), path=path_name(new)))

    def _say(self, finding: Finding) -> None:
        self.findings.append(finding)
        steps = finding.position.where.split("/")
        if steps[0] == "tasks":
            self.doubtful.add(int(steps[1]))

    def _gone(self, path: str, now: Collection[object] = (), place: str = "") -> None:
        """A correction that is left behind; `place` is where people should look instead."""
        where = Position(where=place)
        if now:
            shown = "、".join(str(item) for item in now)
            self._say(PlaceDivided(where, path=path_name(path), now=shown))
        else:
            self._say(PlaceGone(where, path=path_name(path)))

    def _left_behind(self, path: str, number: int) -> None:
        """The task did not stay whole."""
        now = self.diff.task_map.get(number, ())
        self._gone(path, now, f"tasks/{now[0]}" if now else "")

    def _project(self, path: str, key: str, name: str, value: Any) -> None:
        held = next((p for p in self.before.projects if p.key == key), None)
        found = (
            next((self.projects[n] for n in held.names if n in self.projects), None)
            if held
            else None
        )
        if found is None:
            self._gone(path)
        else:
            self._keep(path, project_path(found, name), value)

    def _task(self, path: str, number: int, name: str, value: Any) -> None:
        new = self.tasks.get(number)
        if new is None:
            self._left_behind(path, number)
            return
        if name == "organizations":
            value = same_organizations(value, self.after.task(new))
        self._keep(path, task_path(new, name), value)

    def _target(self, path: str, number: int, key: str, rest: list[str], value: Any) -> None:
        task = self.tasks.get(number)
        moved = self._moved(number)
        if all(target.key != key for target in self.before.targets):
            if task is None:
                self._left_behind(path, number)
            elif value is not None:
                self._add(task, moved.value(value))
            return
        new = self.targets.get(key)
        if new is not None:
            home = self.after.target(new).task
            self._keep(
                path, target_path(home, new, *rest), self._placed(moved.value(value), home, new)
            )
        elif value is not None or rest:
            keys = self.diff.target_map.get(key, ())
            place = self.after.target(keys[0]).task if keys else task
            self._gone(path, keys, f"tasks/{place}" if place else "")

    def _placed(self, value: Any, task: int, key: str) -> Any:
        whole = isinstance(value, dict) and value.keys() >= _PLACE
        return {**value, "task": task, "key": key} if whole else value

    def _add(self, task: int, value: Json) -> None:
        taken = [path.split("/")[3] for path in self.overrides if path.count("/") == 3]
        key = free_key(self.after, task, [k for k in taken if k.partition(".")[0] == str(task)])
        self.overrides[target_path(task, key)] = self._placed(value, task, key)

    def _moved(self, number: int) -> Relocation:
        new = self.tasks.get(number)
        old = next((task for task in self.before.tasks if task.number == number), None)
        return of_task(old, self.after.task(new)) if old and new is not None else Relocation(())

    def _adoption(self, path: str, key: str, value: Any) -> None:
        new = self.diff.promise_map.get(key)
        if value is None:
            return
        if new is None:
            self._gone(path)
            return
        clause, promise = promise_of(self.after, new)
        if promise.carried:
            shown = "、".join(str(number) for number in promise.tasks)
            self._say(AdoptedCarried(Position(), name=value["name"], tasks=shown))
            return
        moved = of_clause(promise_of(self.before, key)[0], clause).value(value)
        number = self._free_number(value["number"])
        self.overrides[adopted_path(new)] = {**moved, "number": number}
        if value["number"] is not None:
            self.tasks[value["number"]] = number

    def _free_number(self, wished: int | None) -> int:
        used = {task.number for task in self.after.tasks}
        used |= {v["number"] for path, v in self.overrides.items() if path.startswith("adopted/")}
        return wished if wished and wished not in used else max(used, default=0) + 1
