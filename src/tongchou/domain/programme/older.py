"""Programme files of older schemas, brought to the present one; records stay as sealed."""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]


def upgraded(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The file as the present schema writes it; one of an unknown schema is given back as it is."""
    return _from_1(data) if data["schema_version"] == 1 else data


def _from_1(data: Mapping[str, Any]) -> Json:
    """Schema 1 had no projects, promises, checklists, cadences, subjects, codes and origins."""
    return {
        **data,
        "schema_version": 2,
        "projects": [],
        "tasks": [_task(task) for task in data["tasks"]],
        "targets": [_target(target) for target in data["targets"]],
        "clauses": [
            {**clause, "promises": [], "quantities": _quantities(clause)}
            for clause in data["clauses"]
        ],
    }


def _quantities(data: Mapping[str, Any]) -> list[Json]:
    return [{**quantity, "subject": ""} for quantity in data["quantities"]]


def _task(task: Mapping[str, Any]) -> Json:
    organizations = [{**organization, "code": None} for organization in task["organizations"]]
    return {
        **task,
        "origin": "annex",
        "organizations": organizations,
        "quantities": _quantities(task),
    }


def _target(target: Mapping[str, Any]) -> Json:
    quantity = target["quantity"]
    return {
        **target,
        "checklist": None,
        "cadence": "month",
        "quantity": {**quantity, "subject": ""} if quantity else None,
    }
