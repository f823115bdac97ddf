"""What a sealed revision says: the confirmed programme with its UUIDs, as plain JSON.

Schema 1. Tasks, targets and the rest carry the UUIDs that outlive revisions; organizations are
named by the UUIDs of the registry, jurisdictions by their slugs, days and figures as text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Ladder, Target
from tongchou.domain.programme.task import Organization, Task

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import Jurisdiction
    from tongchou.apps.organizations.models import Organization as Registered

SCHEMA = 1
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Registry:
    """The registered rows of everyone a programme names."""

    jurisdictions: Mapping[str, "Jurisdiction"]
    """By the short name that the notice uses (万州)."""
    organizations: Mapping[tuple[str, str], "Registered"]
    """By (jurisdiction's short name, organization's name)."""

    def organization(self, short: str, name: str) -> "Registered":
        """Of the jurisdiction itself, else of the party that answers for one that did not sign.

        Raises KeyError.
        """
        own = self.organizations.get((short, name))
        if own is not None:
            return own
        for (_, known), row in self.organizations.items():
            if known == name:
                return row
        raise KeyError(name)

    def keys(self) -> dict[str, dict[str, int]]:
        """Primary keys of the rows, by what a record calls them."""
        return {
            "jurisdiction": {row.slug: row.pk for row in self.jurisdictions.values()},
            "organization": {str(row.uuid): row.pk for row in self.organizations.values()},
        }


def programme_content(reading: Programme, registry: Registry, name: str) -> Json:
    """Parties, areas, tasks and targets of a confirmed reading, each with a new UUID."""
    areas = _areas(reading, name)
    by_number = {area["number"]: area["uuid"] for area in areas}
    tasks = [
        _task(task, by_number[task.area or 0], _projects(reading, task.number), registry)
        for task in reading.tasks
    ]
    by_task = {task["number"]: task for task in tasks}
    order: dict[int, int] = {}
    targets = []
    for target in reading.targets:
        order[target.task] = order.get(target.task, 0) + 1
        targets.append(_target(target, order[target.task], by_task[target.task], registry))
    return {
        "parties": _parties(reading, registry),
        "areas": areas,
        "tasks": tasks,
        "targets": targets,
    }


def _parties(reading: Programme, registry: Registry) -> list[Json]:
    parties = []
    for order, participant in enumerate(reading.participants, start=1):
        row = registry.jurisdictions[participant.short]
        parties.append(
            {
                "jurisdiction": row.slug,
                "name": row.name,
                "full_name": row.full_name,
                "signed": participant.signed,
                "order": order,
            }
        )
    return parties


def _areas(reading: Programme, name: str) -> list[Json]:
    areas: list[Json] = [
        {"uuid": str(uuid4()), "number": area.number, "name": area.name} for area in reading.areas
    ]
    if any(task.area is None for task in reading.tasks):
        areas.insert(0, {"uuid": str(uuid4()), "number": 0, "name": name})
    return areas


def _projects(reading: Programme, task: int) -> list[Json]:
    names = (target.project for target in reading.targets_of(task) if target.project)
    return [{"uuid": str(uuid4()), "name": name} for name in dict.fromkeys(names)]


def _task(task: Task, area: str, projects: list[Json], registry: Registry) -> Json:
    return {
        "uuid": str(uuid4()),
        "number": task.number,
        "area": area,
        "name": task.name,
        "period": task.period.to_json(),
        "scope": task.scope,
        "target": task.target,
        "remark": task.remark,
        "spans": {name: span.to_json() for name, span in task.cells.items()},
        "organizations": [
            _organization(organization, registry) for organization in task.organizations
        ],
        "projects": projects,
    }


def _organization(organization: Organization, registry: Registry) -> Json:
    row = registry.organizations[(organization.jurisdiction or "", organization.name)]
    return {
        "uuid": str(row.uuid),
        "name": organization.name,
        "jurisdiction": registry.jurisdictions[organization.jurisdiction or ""].slug,
        "kind": str(organization.kind),
        "function": organization.function,
        "role": str(organization.role),
        "printed": organization.printed,
    }


def _target(target: Target, order: int, task: Json, registry: Registry) -> Json:
    projects = {project["name"]: project["uuid"] for project in task["projects"]}
    answers = {}
    for short in target.jurisdictions:
        name = target.answers.get(short)
        row = registry.organization(short, name) if name else None
        answers[registry.jurisdictions[short].slug] = str(row.uuid) if row else None
    data = target.to_json()
    return {
        "uuid": str(uuid4()),
        "key": target.key,
        "task": task["uuid"],
        "project": projects[target.project] if target.project else None,
        "order": order,
        "kind": data["kind"],
        "text": target.text,
        "combine": data["combine"],
        "effort": data["effort"],
        "quantity": data["quantity"],
        "plan": data["plan"],
        "ladder": _ladder(target.ladder),
        "answers": answers,
        "spans": data["spans"],
    }


def _ladder(ladder: Ladder | None) -> Json | None:
    if ladder is None:
        return None
    rungs = [{"uuid": str(uuid4()), **rung.to_json()} for rung in ladder.rungs]
    return {"template": ladder.template, "rungs": rungs}


def corrections_content(overrides: Iterable[Any]) -> list[Json]:
    """Every correction of a reading: what was put in its place, by whom, when."""
    return [
        {
            "path": override.path,
            "value": override.value,
            "by": str(override.by.uuid),
            "at": override.at.isoformat(),
        }
        for override in overrides
    ]


def confirmations_content(confirmations: Iterable[Any]) -> list[Json]:
    return [
        {
            "task": confirmation.task,
            "by": str(confirmation.by.uuid),
            "read": confirmation.read,
            "at": confirmation.at.isoformat(),
        }
        for confirmation in confirmations
    ]
