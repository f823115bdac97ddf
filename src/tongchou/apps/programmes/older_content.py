"""Sealed revisions of older schemas as the present one writes them; records stay as sealed."""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]


def upgraded(content: Json, schema: int) -> Json:
    """The content of a revision's record in the present schema."""
    return _from_1(content) if schema == 1 else content


def _from_1(content: Json) -> Json:
    """In schema 1 a project belonged to one task and had a name only; there were no checklists,

    cadences, adopted promises.
    """
    return {
        **content,
        "tasks": [_task(task) for task in content["tasks"]],
        "projects": [
            _project(project, task, f"p{place}")
            for place, (project, task) in enumerate(_projects(content), start=1)
        ],
        "targets": [
            {**target, "checklist": None, "cadence": "month"} for target in content["targets"]
        ],
    }


def _task(task: Mapping[str, Any]) -> Json:
    kept = {name: value for name, value in task.items() if name != "projects"}
    return {**kept, "origin": "annex", "promise": None}


def _projects(content: Json) -> list[tuple[Mapping[str, Any], str]]:
    return [(project, task["uuid"]) for task in content["tasks"] for project in task["projects"]]


def _project(project: Mapping[str, Any], task: str, key: str) -> Json:
    return {
        "uuid": project["uuid"],
        "key": key,
        "name": project["name"],
        "names": [project["name"]],
        "sort": None,
        "category": None,
        "tasks": [task],
        "jurisdictions": [],
        "quantities": [],
        "spans": [],
    }
