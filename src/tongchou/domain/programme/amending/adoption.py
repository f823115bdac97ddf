"""正文事项: a promise of the prose that no task carries, adopted as a task of its own.

An adoption is kept as JSON at the path adopted/<promise>:

    {"number": 26, "name": …, "period": {…}, "organizations": […], "targets": [{…}]}

`number` is the task's; where another task has it by now, the next free one is taken. Periods,
organizations and targets are written as in the programme file.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tongchou.domain.notice.document import Span
from tongchou.domain.programme.clause import Clause, Promise
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.reading.vocabulary import any_of
from tongchou.domain.programme.target import (
    Cadence,
    Combine,
    Curve,
    Effort,
    Plan,
    Quantity,
    QuantityRole,
    Target,
    TargetKind,
)
from tongchou.domain.programme.targets.ladders import ladder_for
from tongchou.domain.programme.task import Area, Organization, Origin, Role, Task
from tongchou.domain.shared.organizations import OrganizationKind
from tongchou.domain.shared.periods import Period, PeriodKind
from tongchou.domain.shared.quantities import Measure

Json = dict[str, Any]
AREA = "正文事项"
_MEMBERS = ("number", "name", "period", "organizations", "targets")
_NAME_LENGTH = 30
_NOT_PROMISED = frozenset({QuantityRole.TOTAL, QuantityRole.PROGRESS})
_SECTION_NUMBER = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?\s*")


def promise_of(programme: Programme, key: str) -> tuple[Clause, Promise]:
    """Raises KeyError."""
    for clause in programme.clauses:
        for promise in clause.promises:
            if promise.key == key:
                return clause, promise
    raise KeyError(key)


def adopting(programme: Programme, number: int) -> str | None:
    """The key of the promise that a task was adopted from; None for a row of the annex."""
    if programme.task(number).origin is not Origin.PROSE:
        return None
    for clause in programme.clauses:
        for promise in clause.promises:
            if number in promise.tasks:
                return promise.key
    return None


def propose(
    programme: Programme,
    key: str,
    *,
    owners: Mapping[str, str],
    cadence: Cadence,
    name: str = "",
    until: date | None = None,
) -> Json:
    """An adoption with one target: the figure that the promise names, else the ladder that its
    words call for. `owners` name who answers, by jurisdiction. Raises KeyError.
    """
    clause, promise = promise_of(programme, key)
    number = next_number(programme)
    target = _target(programme, clause, promise, until)
    bound = replace(
        target,
        key=f"{number}.1",
        task=number,
        jurisdictions=tuple(owners),
        answers=dict(owners),
        combine=_combine(target, len(owners)),
        cadence=cadence,
    )
    return {
        "number": number,
        "name": name.strip() or _name(promise),
        "period": _period(programme.year, until).to_json(),
        "organizations": [_owner(programme, *owner).to_json() for owner in owners.items()],
        "targets": [bound.to_json()],
    }


def next_number(programme: Programme) -> int:
    return max((task.number for task in programme.tasks), default=0) + 1


def read_adoption(value: object) -> Json:
    """The value as this module writes it. Raises KeyError, TypeError, ValueError …"""
    if not isinstance(value, Mapping):
        raise TypeError("an object")
    name = str(value["name"]).strip()
    if not name:
        raise ValueError("a name")
    return {
        "number": None if value["number"] is None else int(value["number"]),
        "name": name,
        "period": Period.from_json(value["period"]).to_json(),
        "organizations": [Organization.from_json(o).to_json() for o in value["organizations"]],
        "targets": [Target.from_json(target).to_json() for target in value["targets"]],
    }


def adopted_value(programme: Programme, key: str) -> Json | None:
    """The adoption of a promise as it stands, None where it has none. Raises KeyError."""
    _, promise = promise_of(programme, key)
    for task in programme.tasks:
        if task.origin is Origin.PROSE and task.number in promise.tasks:
            targets = [target.to_json() for target in programme.targets_of(task.number)]
            whole = task.to_json() | {"targets": targets}
            return {name: whole[name] for name in _MEMBERS}
    return None


def adopted(programme: Programme, key: str, value: Json | None) -> Programme:
    """The programme with a promise adopted as the value says, or no longer adopted (None).

    Raises KeyError where no such promise stands, or where the annex carries it already.
    """
    without = _released(programme, key)
    if value is None:
        return without
    clause, promise = promise_of(without, key)
    if promise.carried:
        raise KeyError(key)
    taken = {task.number for task in without.tasks}
    wished = value["number"]
    number = wished if wished and wished not in taken else next_number(without)
    areas, area = _area(without, clause)
    targets = tuple(
        replace(Target.from_json(target), key=f"{number}.{place}", task=number)
        for place, target in enumerate(value["targets"], start=1)
    )
    return replace(
        without,
        areas=areas,
        tasks=(*without.tasks, _task(number, area, clause, promise, value)),
        targets=(*without.targets, *targets),
        clauses=_carried(without, promise, number, targets),
    )


def _released(programme: Programme, key: str) -> Programme:
    _, promise = promise_of(programme, key)
    prose = {task.number for task in programme.tasks if task.origin is Origin.PROSE}
    gone = prose & set(promise.tasks)
    if not gone:
        return programme
    tasks = tuple(task for task in programme.tasks if task.number not in gone)
    held = {task.area for task in tasks}
    return replace(
        programme,
        areas=tuple(area for area in programme.areas if area.name != AREA or area.number in held),
        tasks=tasks,
        targets=tuple(target for target in programme.targets if target.task not in gone),
        clauses=_with_promise(programme, replace(promise, tasks=(), targets=())),
    )


def _with_promise(programme: Programme, promise: Promise) -> tuple[Clause, ...]:
    return tuple(
        replace(
            clause,
            promises=tuple(promise if p.key == promise.key else p for p in clause.promises),
        )
        for clause in programme.clauses
    )


def _carried(
    programme: Programme, promise: Promise, number: int, targets: tuple[Target, ...]
) -> tuple[Clause, ...]:
    keys = tuple(target.key for target in targets)
    return _with_promise(programme, replace(promise, tasks=(number,), targets=keys))


def _area(programme: Programme, clause: Clause) -> tuple[tuple[Area, ...], int]:
    """The area that has the name of the clause's section, else one for 正文事项."""
    section = _SECTION_NUMBER.sub("", clause.section)
    for area in programme.areas:
        if area.name == AREA or (section and area.name in section):
            return programme.areas, area.number
    number = max((area.number for area in programme.areas), default=0) + 1
    return (*programme.areas, Area(number, AREA, ())), number


def _task(number: int, area: int, clause: Clause, promise: Promise, value: Json) -> Task:
    span = promise.spans[0] if promise.spans else clause.spans[0]
    return Task(
        number=number,
        printed_number="",
        area=area,
        name=value["name"],
        period=Period.from_json(value["period"]),
        scope=clause.heading,
        target=promise.text,
        remark=f"{AREA} {promise.key}",
        organizations=tuple(Organization.from_json(o) for o in value["organizations"]),
        quantities=_quantities(clause, promise),
        cells={"name": span, "target": span},
        origin=Origin.PROSE,
    )


def _quantities(clause: Clause, promise: Promise) -> tuple[Quantity, ...]:
    return tuple(
        quantity
        for quantity in clause.quantities
        if any(_inside(span, promise.spans) for span in quantity.spans)
    )


def _inside(span: Span, spans: tuple[Span, ...]) -> bool:
    return any(o.block == span.block and o.start <= span.start and span.end <= o.end for o in spans)


def _name(promise: Promise) -> str:
    text = promise.text.strip().rstrip("。；，")
    return text if len(text) <= _NAME_LENGTH else text[: _NAME_LENGTH - 1] + "…"


def _period(year: int | None, until: date | None) -> Period:
    if year is None and until is None:
        return Period("", PeriodKind.UNKNOWN)
    end = until or date(year or 0, 12, 31)
    start = date(min(year or end.year, end.year), 1, 1)
    return Period(end.isoformat(), PeriodKind.DEADLINE, start, end)


def _owner(programme: Programme, jurisdiction: str, name: str) -> Organization:
    """As another task names it, else a government department."""
    for task in programme.tasks:
        for known in task.organizations:
            if (known.jurisdiction, known.name) == (jurisdiction, name):
                return replace(known, role=Role.RESPONSIBLE, printed=name, spans=())
    return Organization(
        name=name,
        jurisdiction=jurisdiction,
        role=Role.RESPONSIBLE,
        printed=name,
        kind=OrganizationKind.GOVERNMENT,
        function=None,
        spans=(),
    )


def _target(programme: Programme, clause: Clause, promise: Promise, until: date | None) -> Target:
    promised = (q for q in _quantities(clause, promise) if q.role not in _NOT_PROMISED)
    figure = next(promised, None)
    quantity = replace(figure, role=QuantityRole.TARGET) if figure else None
    return Target(
        key="",
        task=0,
        project=_project(programme, promise),
        kind=TargetKind.QUANTITY if quantity else TargetKind.LADDER,
        text=promise.text,
        jurisdictions=(),
        combine=Combine.EACH,
        effort=Effort.EFFORT if any_of("effort").search(promise.text) else Effort.FIRM,
        spans=promise.spans,
        quantity=quantity,
        ladder=None if quantity else ladder_for(promise.text),
        plan=_plan(quantity, programme.year, until) if quantity else None,
    )


def _plan(quantity: Quantity, year: int | None, until: date | None) -> Plan | None:
    period = _period(year, until)
    if period.start is None or period.end is None:
        return None
    curve = Curve.STEP if quantity.measure is Measure.COUNT else Curve.LINEAR
    return Plan(curve, period.start, period.end)


def _project(programme: Programme, promise: Promise) -> str | None:
    """The project that a promise names, where it names just one."""
    named = [project.name for project in programme.projects if project.key in promise.projects]
    return named[0] if len(named) == 1 else None


def _combine(target: Target, owners: int) -> Combine:
    figure = target.quantity
    if figure is None or (figure.measure is Measure.RATE and owners > 1):
        return Combine.EACH
    return Combine.SUM
