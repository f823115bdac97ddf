"""What must hold in every programme before it is sealed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from tongchou.domain.programme.amending.revision_findings import (
    AnsweringForAnother,
    AnsweringUnknown,
    DateOutside,
    ItemTwice,
    KeyTwice,
    MoreItemsThanCounted,
    NegativeFigure,
    NobodyAnswers,
    NoJurisdiction,
    NothingMeasured,
    PlanBackwards,
    RungsBackwards,
    UnknownJurisdiction,
    WithoutTasks,
)
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Target, TargetKind
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.canonical import decimal_text
from tongchou.domain.shared.findings import Finding, Position
from tongchou.domain.shared.text import Text

KINDS = {
    TargetKind.QUANTITY: Text("数量", "figure"),
    TargetKind.LADDER: Text("阶段", "stages"),
    TargetKind.CHECKLIST: Text("清单事项", "items"),
}


def check_programme(programme: Programme) -> tuple[Finding, ...]:
    """Errors stand in the way of a seal; warnings are for the coordinator to weigh."""
    known = _Known.of(programme)
    return (
        *_keys_twice(programme),
        *(finding for target in programme.targets for finding in _check(target, known)),
        *_without_tasks(programme),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What targets are held against: participants, organizations, the bounds of each task."""

    shorts: frozenset[str]
    signed: frozenset[str]
    homes: dict[str, str | None]
    bounds: dict[int, tuple[date, date]]

    @classmethod
    def of(cls, programme: Programme) -> "_Known":
        participants = programme.participants
        bounds = {task.number: _bounds(task, programme.year) for task in programme.tasks}
        return cls(
            shorts=frozenset(p.short for p in participants),
            signed=frozenset(p.short for p in participants if p.signed),
            homes={o.name: o.jurisdiction for task in programme.tasks for o in task.organizations},
            bounds={number: found for number, found in bounds.items() if found},
        )


def _bounds(task: Task, year: int | None) -> tuple[date, date] | None:
    """The programme's year, widened to the task's period."""
    days = [day for day in (task.period.start, task.period.end) if day]
    if year is not None:
        days += [date(year, 1, 1), date(year, 12, 31)]
    return (min(days), max(days)) if days else None


def path_of(target: Target, rest: str = "") -> Position:
    """Where in a programme a correction of this target would be written."""
    path = f"tasks/{target.task}/targets/{target.key}"
    return Position(where=f"{path}/{rest}" if rest else path)


def _keys_twice(programme: Programme) -> Iterator[Finding]:
    seen: set[str] = set()
    for target in programme.targets:
        if target.key in seen:
            yield KeyTwice(path_of(target), key=target.key)
        seen.add(target.key)


def _check(target: Target, known: _Known) -> Iterator[Finding]:
    yield from _check_measure(target)
    yield from _check_jurisdictions(target, known)
    yield from _check_answers(target, known)
    yield from _check_figure(target)
    yield from _check_dates(target, known)
    yield from _check_order(target)


def _check_measure(target: Target) -> Iterator[Finding]:
    """What its kind is measured by has to be there, and an item of a list only once."""
    items = [item.name for item in target.checklist.items] if target.checklist else []
    rungs = target.ladder.rungs if target.ladder else ()
    there = {
        TargetKind.QUANTITY: bool(target.quantity),
        TargetKind.LADDER: bool(rungs),
        TargetKind.CHECKLIST: bool(items),
    }
    if not there[target.kind]:
        yield NothingMeasured(
            path_of(target, str(target.kind)), key=target.key, kind=KINDS[target.kind]
        )
    for name in sorted({name for name in items if items.count(name) > 1}):
        yield ItemTwice(path_of(target, "checklist"), key=target.key, name=name)
    expected = target.checklist.expected if target.checklist else None
    if items and expected is not None and expected < len(items):
        found = {"count": len(items), "expected": expected}
        yield MoreItemsThanCounted(path_of(target, "checklist/expected"), key=target.key, **found)


def _check_jurisdictions(target: Target, known: _Known) -> Iterator[Finding]:
    if not target.jurisdictions:
        yield NoJurisdiction(path_of(target, "jurisdictions"), key=target.key)
    for short in target.jurisdictions:
        where = path_of(target, f"answers/{short}")
        if short not in known.shorts:
            yield UnknownJurisdiction(where, key=target.key, jurisdiction=short)
        elif short not in target.answers:
            yield NobodyAnswers(where, key=target.key, jurisdiction=short)


def _check_answers(target: Target, known: _Known) -> Iterator[Finding]:
    for short, name in target.answers.items():
        where = path_of(target, f"answers/{short}")
        if short not in target.jurisdictions:
            yield UnknownJurisdiction(where, key=target.key, jurisdiction=short)
        elif name not in known.homes:
            yield AnsweringUnknown(where, key=target.key, name=name, jurisdiction=short)
        elif short in known.signed and known.homes[name] != short:
            yield AnsweringForAnother(where, key=target.key, name=name, jurisdiction=short)


def _check_figure(target: Target) -> Iterator[Finding]:
    if target.quantity and target.quantity.value < 0:
        value = decimal_text(target.quantity.value)
        yield NegativeFigure(path_of(target, "quantity/value"), key=target.key, value=value)


def _check_dates(target: Target, known: _Known) -> Iterator[Finding]:
    if target.task not in known.bounds:
        return
    start, end = known.bounds[target.task]
    for path, day in _dates(target):
        if not start <= day <= end:
            yield DateOutside(path_of(target, path), key=target.key, day=day, start=start, end=end)


def _dates(target: Target) -> Iterator[tuple[str, date]]:
    if target.plan:
        yield "plan/start", target.plan.start
        yield "plan/end", target.plan.end
    for i, rung in enumerate(target.ladder.rungs if target.ladder else ()):
        if rung.planned:
            yield f"ladder/rungs/{i}/planned", rung.planned


def _check_order(target: Target) -> Iterator[Finding]:
    if target.plan and target.plan.end < target.plan.start:
        start, end = target.plan.start, target.plan.end
        yield PlanBackwards(path_of(target, "plan/end"), key=target.key, start=start, end=end)
    rungs = target.ladder.rungs if target.ladder else ()
    planned = [(i, rung.name, rung.planned) for i, rung in enumerate(rungs) if rung.planned]
    for (_, earlier, first), (i, later, day) in pairwise(planned):
        if day < first:
            where = path_of(target, f"ladder/rungs/{i}/planned")
            yield RungsBackwards(where, key=target.key, later=later, earlier=earlier, day=day)


def _without_tasks(programme: Programme) -> Iterator[Finding]:
    named = {short for target in programme.targets for short in target.jurisdictions}
    for participant in programme.participants:
        if participant.signed and participant.short not in named:
            yield WithoutTasks(Position(where="participants"), jurisdiction=participant.short)
