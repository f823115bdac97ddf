"""Corrections that add, drop or replace a whole target, or adopt a promise of the prose."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from tongchou.domain.programme.amending.adoption import adopted, adopting, read_adoption
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Target

Json = dict[str, Any]
_TARGET = re.compile(r"tasks/(\d+)/targets/(\1\.\d+)")
_ADOPTED = re.compile(r"adopted/(c\d+\.\d+)")


def is_structural(path: str) -> bool:
    return bool(_TARGET.fullmatch(path) or _ADOPTED.fullmatch(path))


def structural(overrides: Mapping[str, object]) -> list[str]:
    """The paths that change the structure: targets first, adoptions by the number of their task."""

    def order(path: str) -> tuple[bool, int, str]:
        value = overrides[path]
        number = value.get("number") if isinstance(value, dict) else None
        return path.startswith("adopted/"), number if isinstance(number, int) else 0, path

    return sorted(filter(is_structural, overrides), key=order)


def read_structure(path: str, value: object) -> Json | None:
    """The value as the file writes it; None takes away.

    Raises KeyError, TypeError, ValueError … for a value that is none.
    """
    if value is None:
        return None
    if path.startswith("adopted/"):
        return read_adoption(value)
    if not isinstance(value, dict):
        raise TypeError("a target")
    return Target.from_json({**value, **_place(path)}).to_json()


def _place(path: str) -> Json:
    """The members of a target that its path gives."""
    match = _TARGET.fullmatch(path)
    if match is None:
        raise KeyError(path)
    return {"task": int(match[1]), "key": match[2]}


def restructured(programme: Programme, path: str, value: Json | None) -> Programme:
    """The programme with a target put in, replaced or dropped (None), or a promise adopted.

    Raises KeyError where the task or promise is not there.
    """
    match = _ADOPTED.fullmatch(path)
    if match:
        return adopted(programme, match[1], value)
    place = _place(path)
    programme.task(place["task"])
    data = programme.to_json()
    data["targets"] = _targets(data["targets"], place, value)
    return Programme.from_json(data)


def _targets(held: list[Json], place: Json, value: Json | None) -> list[Json]:
    """A replaced target stays where it stood, a new one comes last in its task."""
    found = next((i for i, target in enumerate(held) if target["key"] == place["key"]), None)
    if found is not None:
        return [*held[:found], *([value] if value else []), *held[found + 1 :]]
    if value is None:
        return held
    own = [i for i, target in enumerate(held) if target["task"] == place["task"]]
    at = own[-1] + 1 if own else len(held)
    return [*held[:at], value, *held[at:]]


def free_key(programme: Programme, task: int, taken: Collection[str] = ()) -> str:
    """A key for a further target of a task, larger than any that it has or had."""
    keys = [target.key for target in programme.targets_of(task)] + [*taken]
    own = [int(key.partition(".")[2]) for key in keys if key.partition(".")[0] == str(task)]
    return f"{task}.{max(own, default=0) + 1}"


def kept_at(
    field: str, compiled: Programme, corrected: Programme, held: Collection[str] = ()
) -> str:
    """The path at which the correction of a field is kept, so that no two overlap.

    What was put in whole is kept whole: a target that the notice does not have or that was
    replaced (`held` are the paths kept so far), and everything of an adopted promise.
    """
    steps = field.split("/")
    if steps[0] != "tasks":
        return field
    promise = adopting(corrected, int(steps[1]))
    if promise is not None:
        return f"adopted/{promise}"
    whole = "/".join(steps[:4])
    if len(steps) > 4 and steps[2] == "targets" and (whole in held or not _has(compiled, steps[3])):
        return whole
    return field


def _has(programme: Programme, key: str) -> bool:
    return any(target.key == key for target in programme.targets)
