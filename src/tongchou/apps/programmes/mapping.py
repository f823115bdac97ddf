"""Which task and target of an amended notice is which of the revision in force."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tongchou.domain.programme.amending.changes import Diff
from tongchou.domain.programme.amending.diff import diff
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding

from . import findings
from .content import all_projects
from .identities import Identities, Place

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Former numbers and keys by new ones; what has none is new."""

    tasks: Mapping[int, int]
    targets: Mapping[str, str]


def proposed(before: Programme, after: Programme) -> tuple[Correspondence, Diff]:
    """A split leaves the identity with its main part, a merger takes that of its main one."""
    found = diff(before, after)
    pairs = [(task.after[0], task.before[0]) for task in found.tasks if task.before and task.after]
    targets = [
        (target.after[0], target.before[0])
        for task in found.tasks
        for target in task.targets
        if target.before and target.after
    ]
    return Correspondence(dict(pairs), dict(targets)), found


def conflicts(mapping: Correspondence, before: Programme, after: Programme) -> list[Finding]:
    """Former ones that would become two, and names that are not there."""
    keys = {target.key for target in before.targets}, {target.key for target in after.targets}
    found: list[Finding] = []
    for former, count in sorted(Counter(mapping.targets.values()).items()):
        if count > 1:
            found.append(findings.BecomesTwo(target=former))
    unknown = [old for old in mapping.targets.values() if old not in keys[0]]
    unknown += [new for new in mapping.targets if new not in keys[1]]
    return found + [findings.UnknownTarget(target=key) for key in sorted(set(unknown))]


def identities_of(content: Json, after: Programme, mapping: Correspondence) -> Identities:
    """UUIDs of the revision in force (its `content`) by their places in the new one."""
    kept: dict[Place, str] = {("area", a["name"]): a["uuid"] for a in content["areas"]}
    tasks = {task["number"]: task["uuid"] for task in content["tasks"]}
    kept |= {("task", new): tasks[old] for new, old in mapping.tasks.items() if old in tasks}
    kept |= dict(_projects(content, after))
    held = {target["key"]: target for target in content["targets"]}
    for new, old in mapping.targets.items():
        if old in held:
            kept["target", new] = held[old]["uuid"]
            kept |= dict(_steps(held[old], after.target(new).to_json(), new))
    return Identities(kept)


def _projects(content: Json, after: Programme) -> Iterator[tuple[Place, str]]:
    """A project is known again by any of its names."""
    known = {name: p["uuid"] for p in reversed(content["projects"]) for name in p["names"]}
    taken: set[str] = set()
    for project in all_projects(after):
        uuid = next((known[name] for name in project.names if name in known), None)
        if uuid is not None and uuid not in taken:
            taken.add(uuid)
            yield ("project", project.name), uuid


def _steps(sealed: Json, now: Json, key: str) -> Iterator[tuple[Place, str]]:
    """Rungs and items keep their UUIDs by their names."""
    for kind, whole, parts in (("rung", "ladder", "rungs"), ("item", "checklist", "items")):
        left = [*(sealed[whole] or {parts: []})[parts]]
        for place, step in enumerate((now[whole] or {parts: []})[parts]):
            same = next((old for old in left if old["name"] == step["name"]), None)
            if same is not None:
                left.remove(same)
                yield (kind, (key, place)), same["uuid"]
