"""The rows that stand for the revision in force, written from its record and compared with it.

Each table is a list of plain rows keyed as `QuerySet.values()` keys them, so that what a record
asks for and what the database holds are compared as they are.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models

from .models import (
    Answer,
    Area,
    Item,
    Party,
    Programme,
    Project,
    Rung,
    Target,
    Task,
    TaskOrganization,
)

Json = Mapping[str, Any]
Row = dict[str, Any]


def rows_of(content: Json) -> dict[type[models.Model], list[Row]]:
    """The rows that a revision's record asks for, table by table, in the order of writing."""
    tasks, targets = content["tasks"], content["targets"]
    return {
        Party: [
            {
                "jurisdiction__slug": party["jurisdiction"],
                "signed": party["signed"],
                "order": party["order"],
            }
            for party in content["parties"]
        ],
        Area: [_pick(area, "uuid", "number", "name") for area in content["areas"]],
        Task: [_task(task) for task in tasks],
        TaskOrganization: [row for task in tasks for row in _task_organizations(task)],
        Project: [_project(project) for project in content["projects"]],
        Target: [_target(target) for target in targets],
        Rung: [row for target in targets for row in _rungs(target)],
        Item: [row for target in targets for row in _items(target)],
        Answer: [
            {
                "target__uuid": target["uuid"],
                "jurisdiction__slug": slug,
                "organization__uuid": organization,
            }
            for target in targets
            for slug, organization in target["answers"].items()
        ],
    }


def _pick(data: Json, *names: str) -> Row:
    return {name: data[name] for name in names}


def _task(task: Json) -> Row:
    return {
        "uuid": task["uuid"],
        "area__uuid": task["area"],
        "number": task["number"],
        "name": task["name"],
        "period_text": task["period"]["text"],
        "period_kind": task["period"]["kind"],
        "start": task["period"]["start"],
        "end": task["period"]["end"],
        "scope": task["scope"],
        "target": task["target"],
        "remark": task["remark"],
        "spans": task["spans"],
        "origin": task["origin"],
    }


def _project(project: Json) -> Row:
    return _pick(project, "uuid", "key", "name", "names") | {
        "sort": project["sort"] or "",
        "category": project["category"] or "",
    }


def _task_organizations(task: Json) -> list[Row]:
    return [
        {
            "task__uuid": task["uuid"],
            "organization__uuid": organization["uuid"],
            "role": organization["role"],
            "printed": organization["printed"],
            "order": order,
        }
        for order, organization in enumerate(task["organizations"], start=1)
    ]


def _target(target: Json) -> Row:
    quantity, plan = target["quantity"] or {}, target["plan"] or {}
    return {
        "uuid": target["uuid"],
        "task__uuid": target["task"],
        "project__uuid": target["project"],
        "key": target["key"],
        "order": target["order"],
        "kind": target["kind"],
        "text": target["text"],
        "combine": target["combine"],
        "effort": target["effort"],
        "value": quantity.get("value", ""),
        "upper": quantity.get("upper") or "",
        "unit": quantity.get("unit", ""),
        "printed_number": quantity.get("number", ""),
        "printed_unit": quantity.get("printed_unit", ""),
        "comparator": quantity.get("comparator", ""),
        "measure": quantity.get("measure", ""),
        "curve": plan.get("curve", ""),
        "plan_start": plan.get("start"),
        "plan_end": plan.get("end"),
        "expected": (target["checklist"] or {}).get("expected"),
        "cadence": target["cadence"],
        "spans": target["spans"],
    }


def _rungs(target: Json) -> list[Row]:
    rungs = target["ladder"]["rungs"] if target["ladder"] else []
    return [
        {
            "uuid": rung["uuid"],
            "target__uuid": target["uuid"],
            "number": number,
            "name": rung["name"],
            "proof": rung["proof"],
            "planned": rung["planned"],
        }
        for number, rung in enumerate(rungs, start=1)
    ]


def _items(target: Json) -> list[Row]:
    items = target["checklist"]["items"] if target["checklist"] else []
    return [
        _pick(item, "uuid", "name", "proof") | {"target__uuid": target["uuid"], "number": number}
        for number, item in enumerate(items, start=1)
    ]


OWNER = {
    Party: "programme",
    Area: "programme",
    Task: "programme",
    TaskOrganization: "task__programme",
    Project: "programme",
    Target: "programme",
    Rung: "target__programme",
    Item: "target__programme",
    Answer: "target__programme",
}


def write(programme: Programme, content: Json, references: Mapping[str, Mapping[str, int]]) -> None:
    """Makes the rows those of a record: new ones are added, known UUIDs rewritten, and what the
    record no longer names stays, out of force, for what cites it.

    `references` gives the keys of the registry's rows: jurisdictions by slug and organizations by
    UUID; the programme's own are found on the way.
    """
    keys: dict[str, dict[str, int]] = {name: dict(found) for name, found in references.items()}
    wanted = rows_of(content)
    for model in reversed(wanted):
        held = model._default_manager.filter(**{OWNER[model]: programme})
        if _lasting(model):
            held.update(in_force=False)
        else:
            held.delete()
    for model, rows in wanted.items():
        made = [_resolved(row, keys) | _own(model, programme) for row in rows]
        if _lasting(model):
            keys[model._meta.model_name or ""] = _upserted(model, programme, made)
        else:
            model._default_manager.bulk_create([model(**row) for row in made])


def _lasting(model: type[models.Model]) -> bool:
    """Whether reports may cite its rows."""
    return any(field.name == "in_force" for field in model._meta.get_fields())


def _upserted(model: type[Any], programme: Programme, rows: list[Row]) -> dict[str, int]:
    """Primary keys by UUID."""
    held = model._default_manager.filter(**{OWNER[model]: programme})
    known = {str(row.uuid): row for row in held}
    changed = []
    for row in rows:
        there = known.get(row["uuid"])
        if there is None:
            continue
        for name, value in (row | {"in_force": True}).items():
            setattr(there, name, value)
        changed.append(there)
    if changed:
        names = [name for name in rows[0] if name not in {"uuid", "programme"}] + ["in_force"]
        model._default_manager.bulk_update(changed, [name.removesuffix("_id") for name in names])
    made = model._default_manager.bulk_create(
        [model(**row) for row in rows if row["uuid"] not in known]
    )
    return {str(row.uuid): row.pk for row in (*changed, *made)}


def _own(model: type[models.Model], programme: Programme) -> Row:
    return {"programme": programme} if OWNER[model] == "programme" else {}


def _resolved(row: Row, keys: Mapping[str, Mapping[str, int]]) -> Row:
    resolved = {}
    for name, value in row.items():
        field, _, lookup = name.partition("__")
        if lookup:
            resolved[f"{field}_id"] = None if value is None else keys[field][value]
        else:
            resolved[name] = value
    return resolved


Difference = tuple[str, str, Any, Any]
"""What and which, column, as sealed, as found."""

KEYS = {
    Party: ("jurisdiction__slug",),
    TaskOrganization: ("task__uuid", "order"),
    Answer: ("target__uuid", "jurisdiction__slug"),
}


def differences(programme: Programme, content: Json) -> Iterator[Difference]:
    """Where the rows are not what the record says."""
    for name in ("name", "start", "end", "simulated"):
        found = _plain(getattr(programme, name))
        if found != content[name]:
            yield f"programme {programme.slug}", name, content[name], found
    for model, rows in rows_of(content).items():
        yield from _table_differences(programme, model, rows)


def _table_differences(
    programme: Programme, model: type[models.Model], rows: list[Row]
) -> Iterator[Difference]:
    table, key = model._meta.model_name or "", KEYS.get(model, ("uuid",))
    held = model._default_manager.filter(**{OWNER[model]: programme})
    if _lasting(model):
        held = held.filter(in_force=True)
    found = {_key(row, key): row for row in _plain_rows(held, [*rows[0]] if rows else [*key])}
    for row in rows:
        there = found.pop(_key(row, key), None)
        which = f"{table} {_key(row, key)}"
        if there is None:
            yield which, "row", "present", "missing"
            continue
        for name, sealed in row.items():
            if there[name] != sealed:
                yield which, name, sealed, there[name]
    for extra in found:
        yield f"{table} {extra}", "row", "missing", "present"


def _plain_rows(held: models.QuerySet, names: list[str]) -> Iterator[Row]:
    for row in held.values(*names):
        yield {name: _plain(value) for name, value in row.items()}


def _key(row: Row, names: tuple[str, ...]) -> str:
    return "/".join(str(row[name]) for name in names)


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
