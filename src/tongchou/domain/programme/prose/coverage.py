"""Every promise of a notice and what became of it: its record and its state."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tongchou.domain.notice.document import Span
from tongchou.domain.programme.clause import Clause, Promise
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.prose.promises import is_governance
from tongchou.domain.programme.task import Origin


class Standing(StrEnum):
    """Carried: tasks of the annex have it; adopted: it became a task of its own (正文事项); open:
    nothing carries it; governance: it says how the work is led, which no task carries."""

    CARRIED = "carried"
    ADOPTED = "adopted"
    OPEN = "open"
    GOVERNANCE = "governance"


@dataclass(frozen=True, slots=True)
class Covered:
    """A promise of the prose, where it stands, and the records that have it (numbers of tasks,
    keys of targets and projects)."""

    key: str
    text: str
    section: str
    heading: str
    standing: Standing
    tasks: tuple[int, ...]
    targets: tuple[str, ...]
    projects: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Announced:
    """A task: its targets, and the promises of the prose that announce it (none for a task that
    only the annex has)."""

    task: int
    targets: tuple[str, ...]
    promises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """From the prose to the records, and back. `prose_projects` are the keys of undertakings
    that no task names."""

    promises: tuple[Covered, ...]
    tasks: tuple[Announced, ...]
    prose_projects: tuple[str, ...]

    def counts(self) -> dict[Standing, int]:
        """How many promises of the prose have each standing."""
        return {
            standing: sum(covered.standing is standing for covered in self.promises)
            for standing in Standing
        }

    @property
    def open(self) -> tuple[Covered, ...]:
        return tuple(covered for covered in self.promises if covered.standing is Standing.OPEN)

    @property
    def unannounced(self) -> tuple[int, ...]:
        """Numbers of the tasks that no promise of the prose announces."""
        return tuple(item.task for item in self.tasks if not item.promises)


def coverage(programme: Programme) -> Coverage:
    """What each promise of the notice became; the same for every revision of one programme."""
    adopted = {task.number for task in programme.tasks if task.origin is Origin.PROSE}
    promises = tuple(
        _covered(clause, promise, adopted)
        for clause in programme.clauses
        for promise in clause.promises
    )
    return Coverage(
        promises=promises,
        tasks=_announced(programme, promises),
        prose_projects=tuple(project.key for project in programme.projects if not project.tasks),
    )


def _covered(clause: Clause, promise: Promise, adopted: set[int]) -> Covered:
    standing = Standing.OPEN
    if adopted.intersection(promise.tasks):
        standing = Standing.ADOPTED
    elif promise.carried:
        standing = Standing.CARRIED
    elif is_governance(clause.section) or is_governance(clause.heading):
        standing = Standing.GOVERNANCE
    return Covered(
        key=promise.key,
        text=promise.text,
        section=clause.section,
        heading=clause.heading,
        standing=standing,
        tasks=promise.tasks,
        targets=promise.targets,
        projects=promise.projects,
        spans=promise.spans,
    )


def _announced(programme: Programme, promises: Iterable[Covered]) -> tuple[Announced, ...]:
    announcing: dict[int, list[str]] = {task.number: [] for task in programme.tasks}
    for covered in promises:
        for number in covered.tasks:
            announcing.setdefault(number, []).append(covered.key)
    keys: dict[int, list[str]] = {number: [] for number in announcing}
    for target in programme.targets:
        keys.setdefault(target.task, []).append(target.key)
    return tuple(
        Announced(number, tuple(keys[number]), tuple(found)) for number, found in announcing.items()
    )
