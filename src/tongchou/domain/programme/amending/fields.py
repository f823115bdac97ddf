"""Whole fields of a programme file: the grain at which corrections are kept.

A correction may name a leaf (tasks/9/period/end); what is stored is the whole field around it
(tasks/9/period), so that no two stored corrections overlap. A whole target (tasks/9/targets/9.4)
and an adopted promise (adopted/c3.2) are fields too.
"""

from collections.abc import Callable
from typing import Any

from tongchou.domain.programme.amending.adoption import adopted_value
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Checklist, Ladder, Plan, Quantity
from tongchou.domain.programme.task import Organization
from tongchou.domain.shared.periods import Period


def task_path(number: int, *parts: str) -> str:
    return "/".join(("tasks", str(number), *parts))


def target_path(task: int, key: str, *parts: str) -> str:
    return "/".join(("tasks", str(task), "targets", key, *parts))


def project_path(key: str, name: str) -> str:
    return f"projects/{key}/{name}"


def adopted_path(promise: str) -> str:
    return f"adopted/{promise}"


def task_of(path: str) -> int | None:
    """The number of the task that a path is about, None for header, projects and promises."""
    steps = path.split("/")
    return int(steps[1]) if steps[0] == "tasks" else None


def field_of(path: str) -> str:
    """The path of the whole field in which a path lies."""
    steps = path.split("/")
    if steps[0] != "tasks":
        return path
    return "/".join(steps[:5] if len(steps) > 2 and steps[2] == "targets" else steps[:3])


def field_value(programme: Programme, field: str) -> Any:
    """The JSON of a whole field, None for a target or an adoption that is not there.

    Raises KeyError where the programme has none such.
    """
    match field.split("/"):
        case ["tasks", number, "targets", key]:
            held = programme.targets_of(programme.task(int(number)).number)
            return next((target.to_json() for target in held if target.key == key), None)
        case ["tasks", number, "targets", key, name] if programme.target(key).task == int(number):
            return programme.target(key).to_json()[name]
        case ["tasks", number, name]:
            return programme.task(int(number)).to_json()[name]
        case ["projects", key, name]:
            return programme.project(key).to_json()[name]
        case ["adopted", promise]:
            return adopted_value(programme, promise)
        case ["header", name]:
            return programme.header.to_json()[name]
    raise KeyError(field)


def read_period(value: object) -> Any:
    return _through(Period, value)


def read_organizations(value: object) -> Any:
    if not isinstance(value, list):
        raise TypeError("a list of organizations")
    return [_through(Organization, item) for item in value]


def read_answers(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError("an object of organizations by jurisdiction")
    return {str(short): str(name) for short, name in value.items() if name}


def read_quantity(value: object) -> Any:
    return None if value is None else _through(Quantity, value)


def read_plan(value: object) -> Any:
    return None if value in (None, "") else _through(Plan, value)


def read_ladder(value: object) -> Any:
    return None if value is None else _through(Ladder, value)


def read_checklist(value: object) -> Any:
    return None if value is None else _through(Checklist, value)


def _through(kind: Any, value: object) -> Any:
    """The value as the kind itself writes it. Raises KeyError, TypeError, ValueError …"""
    return kind.from_json(value).to_json()


WHOLE: tuple[tuple[str, Callable[[object], Any]], ...] = (
    (r"tasks/\d+/period", read_period),
    (r"tasks/\d+/organizations", read_organizations),
    (r"tasks/\d+/targets/[\d.]+/answers", read_answers),
    (r"tasks/\d+/targets/[\d.]+/quantity", read_quantity),
    (r"tasks/\d+/targets/[\d.]+/plan", read_plan),
    (r"tasks/\d+/targets/[\d.]+/ladder", read_ladder),
    (r"tasks/\d+/targets/[\d.]+/checklist", read_checklist),
)
"""Paths of fields that are objects or lists, and how each is read whole."""
