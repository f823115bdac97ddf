"""Two programmes held against each other, task by task."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import Any, TypeVar

from tongchou.domain.programme.amending.changes import (
    ClauseDiff,
    Diff,
    FieldChange,
    OrganizationChange,
    OrganizationDiff,
    QuantityDiff,
    Relation,
    TargetDiff,
    TaskDiff,
)
from tongchou.domain.programme.amending.diff_targets import (
    changed_fields,
    compare_targets,
    plain,
    relation_of,
)
from tongchou.domain.programme.amending.matching import Piece, normal, pair
from tongchou.domain.programme.clause import Clause
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Quantity, Target
from tongchou.domain.programme.task import Task

Name = TypeVar("Name", int, str)
_HEADER = (
    "document_number",
    "issuers",
    "date",
    "title",
    "annex_title",
    "addressees",
    "publicity",
)
_TASK = ("name", "period", "scope", "target", "remark")


def diff(before: Programme, after: Programme) -> Diff:
    """What has become of every task, target and sentence; neither programme is changed.

    Matching is by number and name, then by what the texts share; its cost is linear.
    """
    groups = _groups(before, after)
    sides = _by_task(before), _by_task(after)
    tasks = tuple(_task(before, after, group, _targets(*sides, group)) for group in groups)
    return Diff(
        header=tuple(_header(before, after)),
        tasks=tasks,
        clauses=tuple(_clauses(before.clauses, after.clauses)),
        task_map=_map((task.before, task.after) for task in tasks),
        target_map=_map((t.before, t.after) for task in tasks for t in task.targets),
        promise_map=_promises(before, after),
    )


Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Places of tasks that belong together, the main one of each side first."""


def _groups(before: Programme, after: Programme) -> list[Group]:
    """In the order of the later programme; what was dropped comes last."""
    found = pair([_task_piece(t) for t in before.tasks], [_task_piece(t) for t in after.tasks])
    homes = {j: i for i, j in found.pairs.items()}
    parts = set(chain.from_iterable(found.splits.values()))
    groups: list[Group] = []
    for j in range(len(after.tasks)):
        if j in homes:
            i = homes[j]
            groups.append(((i, *found.merges.get(j, ())), (j, *found.splits.get(i, ()))))
        elif j not in parts:
            groups.append(((), (j,)))
    seen = set(chain.from_iterable(group[0] for group in groups))
    return groups + [((i,), ()) for i in range(len(before.tasks)) if i not in seen]


def _task_piece(task: Task) -> Piece:
    name = normal(task.name)
    text = name + task.scope + task.target
    return Piece(((task.number, name), name), text, task.number)


def _task(
    before: Programme, after: Programme, group: Group, targets: tuple[TargetDiff, ...]
) -> TaskDiff:
    ours = [before.tasks[place] for place in group[0]]
    theirs = [after.tasks[place] for place in group[1]]
    numbers = tuple(task.number for task in ours), tuple(task.number for task in theirs)
    if not ours or not theirs:
        relation = Relation.DROPPED if ours else Relation.ADDED
        return TaskDiff(relation, *numbers, (ours or theirs)[0].name, targets=targets)
    old, new = ours[0], theirs[0]
    relation = relation_of(old.number != new.number, len(ours) > 1, len(theirs) > 1)
    whole = relation in (Relation.KEPT, Relation.RENUMBERED)
    if whole and normal(old.name) != normal(new.name):
        relation = Relation.RENAMED
    return TaskDiff(
        relation,
        *numbers,
        name=new.name,
        fields=(
            *changed_fields(old.to_json(), new.to_json(), _TASK),
            *_area(before, old, after, new),
        ),
        organizations=tuple(_organizations(old, new)),
        quantities=tuple(_quantities(old.quantities, new.quantities)),
        targets=targets,
    )


def _area(before: Programme, old: Task, after: Programme, new: Task) -> Iterator[FieldChange]:
    names = _area_name(before, old), _area_name(after, new)
    if names[0] != names[1]:
        yield FieldChange("area", *names)


def _area_name(programme: Programme, task: Task) -> str | None:
    return next((area.name for area in programme.areas if area.number == task.area), None)


def _organizations(old: Task, new: Task) -> Iterator[OrganizationDiff]:
    roles = [
        {(o.jurisdiction, o.name): str(o.role) for o in task.organizations} for task in (old, new)
    ]
    for key in {**roles[0], **roles[1]}:
        was, now = roles[0].get(key), roles[1].get(key)
        if was == now:
            continue
        change = OrganizationChange.ROLE
        if was is None or now is None:
            change = OrganizationChange.ADDED if was is None else OrganizationChange.REMOVED
        yield OrganizationDiff(change, key[1], key[0], was, now)


def _quantities(old: Sequence[Quantity], new: Sequence[Quantity]) -> Iterator[QuantityDiff]:
    """Figures of the same cell, subject and unit stand for each other, in printed order."""
    sides: tuple[dict[Any, list[Quantity]], ...] = (defaultdict(list), defaultdict(list))
    for side, quantities in zip(sides, (old, new), strict=True):
        for quantity in quantities:
            side[quantity.field, quantity.subject, quantity.unit].append(quantity)
    for key in {**sides[0], **sides[1]}:
        for was, now in _unlike(sides[0][key], sides[1][key]):
            yield QuantityDiff(
                str(key[0]), key[1], was.text if was else None, now.text if now else None
            )


def _unlike(
    old: list[Quantity], new: list[Quantity]
) -> Iterator[tuple[Quantity | None, Quantity | None]]:
    left = [*new]
    gone = []
    for was in old:
        same = next((now for now in left if plain(now.to_json()) == plain(was.to_json())), None)
        if same is None:
            gone.append(was)
        else:
            left.remove(same)
    yield from zip_longest(gone, left)


def _map(
    moves: Iterable[tuple[tuple[Name, ...], tuple[Name, ...]]],
) -> dict[Name, tuple[Name, ...]]:
    """What each earlier one became; of two with one name the first counts."""
    found: dict[Name, tuple[Name, ...]] = {}
    for before, after in moves:
        for name in before:
            found.setdefault(name, after)
    return found


def _by_task(programme: Programme) -> list[list[Target]]:
    """The targets of each task, by the task's place."""
    numbered: dict[int, list[Target]] = defaultdict(list)
    for target in programme.targets:
        numbered[target.task].append(target)
    return [numbered.pop(task.number, []) for task in programme.tasks]


def _targets(
    before: list[list[Target]], after: list[list[Target]], group: Group
) -> tuple[TargetDiff, ...]:
    ours = [target for place in group[0] for target in before[place]]
    theirs = [target for place in group[1] for target in after[place]]
    return tuple(compare_targets(ours, theirs))


def _header(before: Programme, after: Programme) -> Iterator[FieldChange]:
    yield from changed_fields(before.header.to_json(), after.header.to_json(), _HEADER)
    if before.year != after.year:
        yield FieldChange("year", before.year, after.year)
    if before.participants != after.participants:
        parties = [[p.to_json() for p in programme.participants] for programme in (before, after)]
        yield FieldChange("participants", *parties)


def _clauses(before: Sequence[Clause], after: Sequence[Clause]) -> Iterator[ClauseDiff]:
    found = pair([_clause_piece(c) for c in before], [_clause_piece(c) for c in after])
    homes = {j: i for i, j in found.pairs.items()}
    for j, clause in enumerate(after):
        if j not in homes:
            yield ClauseDiff(Relation.ADDED, clause.section, None, clause.text)
        elif normal(before[homes[j]].text) != normal(clause.text):
            yield ClauseDiff(Relation.KEPT, clause.section, before[homes[j]].text, clause.text)
    for i, clause in enumerate(before):
        if i not in found.pairs:
            yield ClauseDiff(Relation.DROPPED, clause.section, clause.text, None)


def _clause_piece(clause: Clause) -> Piece:
    text = normal(clause.text)
    return Piece(((normal(clause.section), text), text), text)


def _promises(before: Programme, after: Programme) -> dict[str, str]:
    """Keys of promises by the earlier keys; one that was worded quite anew is not in it."""
    ours = [(c, p) for c in before.clauses for p in c.promises]
    theirs = [(c, p) for c in after.clauses for p in c.promises]
    pieces = [
        [Piece(((normal(c.text), normal(p.text)), normal(p.text)), p.text) for c, p in side]
        for side in (ours, theirs)
    ]
    return {ours[i][1].key: theirs[j][1].key for i, j in pair(*pieces).pairs.items()}
