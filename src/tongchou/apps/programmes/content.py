"""What a sealed revision says: the confirmed programme with its UUIDs, as plain JSON.

Schema 2 (`older_content` reads schema 1). Tasks, targets and the rest carry the UUIDs that outlive
revisions; organizations are named by the UUIDs of the registry, jurisdictions by their slugs, days
and figures as text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tongchou.domain.programme.amending.adoption import adopting
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.project import Project
from tongchou.domain.programme.target import Target
from tongchou.domain.programme.task import Organization, Task

from .identities import Identities

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import Jurisdiction
    from tongchou.apps.organizations.models import Organization as Registered

SCHEMA = 2
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


def programme_content(
    reading: Programme, registry: Registry, name: str, identities: Identities
) -> Json:
    """Parties, areas, tasks, projects and targets of a confirmed reading."""
    areas = _areas(reading, name, identities)
    area_of = {area["number"]: area["uuid"] for area in areas}
    tasks = [
        _task(task, area_of[task.area or 0], adopting(reading, task.number), registry)
        | {"uuid": identities.of("task", task.number)}
        for task in reading.tasks
    ]
    task_of = {task["number"]: task["uuid"] for task in tasks}
    projects = [
        _project(project, task_of, registry) | {"uuid": identities.of("project", project.name)}
        for project in all_projects(reading)
    ]
    project_of = {project["name"]: project["uuid"] for project in projects}
    order: dict[int, int] = {}
    targets = []
    for target in reading.targets:
        order[target.task] = order.get(target.task, 0) + 1
        places = {
            "uuid": identities.of("target", target.key),
            "task": task_of[target.task],
            "project": project_of[target.project] if target.project else None,
            "order": order[target.task],
        }
        targets.append(_target(target, registry, identities) | places)
    return {
        "parties": _parties(reading, registry),
        "areas": areas,
        "tasks": tasks,
        "projects": projects,
        "targets": targets,
    }


def all_projects(reading: Programme) -> list[Project]:
    """The projects of a reading, and those that only a target names."""
    projects = [*reading.projects]
    known = {project.name for project in projects}
    for target in reading.targets:
        if target.project and target.project not in known:
            known.add(target.project)
            projects.append(_named(target.project, reading, f"x{len(projects) + 1}"))
    return projects


def _named(name: str, reading: Programme, key: str) -> Project:
    own = [target for target in reading.targets if target.project == name]
    return Project(
        key=key,
        name=name,
        names=(name,),
        sort=None,
        category=None,
        tasks=tuple(dict.fromkeys(target.task for target in own)),
        targets=tuple(target.key for target in own),
        jurisdictions=tuple(dict.fromkeys(j for target in own for j in target.jurisdictions)),
        quantities=(),
        spans=(),
    )


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


def _areas(reading: Programme, name: str, identities: Identities) -> list[Json]:
    named = [(area.number, area.name) for area in reading.areas]
    if any(task.area is None for task in reading.tasks):
        named.insert(0, (0, name))
    return [
        {"uuid": identities.of("area", title), "number": number, "name": title}
        for number, title in named
    ]


def _project(project: Project, tasks: Mapping[int, str], registry: Registry) -> Json:
    data = project.to_json()
    places = {
        "tasks": [tasks[number] for number in project.tasks if number in tasks],
        "jurisdictions": [
            registry.jurisdictions[short].slug
            for short in project.jurisdictions
            if short in registry.jurisdictions
        ],
    }
    taken = ("key", "name", "names", "sort", "category", "quantities", "spans")
    return {name: data[name] for name in taken} | places


def _task(task: Task, area: str, promise: str | None, registry: Registry) -> Json:
    return {
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
        "origin": str(task.origin),
        "promise": promise,
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


def _target(target: Target, registry: Registry, identities: Identities) -> Json:
    answers = {}
    for short in target.jurisdictions:
        name = target.answers.get(short)
        row = registry.organization(short, name) if name else None
        answers[registry.jurisdictions[short].slug] = str(row.uuid) if row else None
    data = target.to_json()
    taken = ("key", "kind", "text", "combine", "effort", "quantity", "plan", "cadence", "spans")
    return {name: data[name] for name in taken} | {
        "ladder": _steps("rung", "rungs", target.key, data["ladder"], identities),
        "checklist": _steps("item", "items", target.key, data["checklist"], identities),
        "answers": answers,
    }


def _steps(
    kind: str, list_name: str, key: str, data: Json | None, identities: Identities
) -> Json | None:
    """A ladder or checklist whose rungs or items have UUIDs."""
    if data is None:
        return None
    steps = [
        {"uuid": identities.of(kind, (key, place)), **step}
        for place, step in enumerate(data[list_name])
    ]
    return data | {list_name: steps}


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
