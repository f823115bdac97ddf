"""A coordinator's corrections of a compiled programme.

    apply_overrides(programme, overrides) -> (programme, findings)

`overrides` maps paths to values. Values may be JSON values or the text of a form; "" and None
clear what may be empty.

    header/document_number | title | date | publicity | annex_title
    tasks/9/name | tasks/9/period/kind | tasks/9/period/start | tasks/9/period/end
    tasks/9/organizations/0/name | jurisdiction | role     (counted from 0, in printed order)
    tasks/9/targets/9.2/text | project | combine | effort | state
    tasks/9/targets/9.2/jurisdictions                       (a list, or names between 、)
    tasks/9/targets/9.2/answers/开州                        (an organization's name, or nobody)
    tasks/9/targets/9.2/quantity/value | upper | comparator | measure
    tasks/9/targets/9.2/kind                                (with the quantity or ladder it needs)
    tasks/9/targets/9.2/plan/curve | start | end
    tasks/9/targets/9.2/ladder/template                     (takes the template's rungs)
    tasks/9/targets/9.2/ladder/rungs/0/name | proof | planned
    tasks/9/targets/9.2/cadence
    tasks/9/targets/9.2/checklist/expected | checklist/items/0/name | proof
    projects/p3/name | category | jurisdictions             (a new name goes to its targets too)

Whole objects and lists of the programme file may be given too: tasks/9/period,
tasks/9/organizations, and of a target answers, quantity, plan, ladder, checklist (None: there is
none). What changes the structure comes first:

    tasks/9/targets/9.4     a whole target: added where the key is free, else put in its place;
                            None drops it. A split or a merger is several of these at once.
    adopted/c3.2            a promise of the prose as a task (see `adoption`); None undoes it
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from tongchou.domain.programme.amending.checks import check_programme
from tongchou.domain.programme.amending.corrections import UnreadableError, correction_for, whole
from tongchou.domain.programme.amending.fields import field_of
from tongchou.domain.programme.amending.revision_findings import NothingThere, UnreadableValue
from tongchou.domain.programme.amending.structure import (
    is_structural,
    read_structure,
    restructured,
    structural,
)
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Position


def apply_overrides(
    programme: Programme, overrides: Mapping[str, object]
) -> tuple[Programme, tuple[Finding, ...]]:
    """The corrected programme and what is wrong with it (`check_programme`).

    A correction that cannot be read is left out and said in an error finding; the programme
    given is never changed. Seal only when no finding is an error.
    """
    findings: list[Finding] = []
    for path in structural(overrides):
        try:
            value = whole(partial(read_structure, path))(overrides[path])
            programme = restructured(programme, path, value)
        except (KeyError, UnreadableError) as error:
            findings.append(_refused(path, overrides[path], error))
    data = programme.to_json()
    for path in sorted((path for path in overrides if not is_structural(path)), key=_order):
        try:
            _correct(data, path, overrides[path])
        except (KeyError, IndexError, UnreadableError) as error:
            findings.append(_refused(path, overrides[path], error))
    corrected = _linked(Programme.from_json(data)) if overrides else programme
    return corrected, (*findings, *check_programme(corrected))


def _linked(programme: Programme) -> Programme:
    """Projects and promises name targets that there are."""
    own: dict[str | None, list[str]] = defaultdict(list)
    for target in programme.targets:
        own[target.project].append(target.key)
    keys = {target.key for target in programme.targets}
    return replace(
        programme,
        projects=tuple(replace(p, targets=tuple(own[p.name])) for p in programme.projects),
        clauses=tuple(
            replace(
                clause,
                promises=tuple(
                    replace(p, targets=tuple(key for key in p.targets if key in keys))
                    for p in clause.promises
                ),
            )
            for clause in programme.clauses
        ),
    )


def _correct(data: dict[str, Any], path: str, value: object) -> None:
    correction = correction_for(path)
    place, last = _place(data, path)
    held = place.get("name") if path.startswith("projects/") and isinstance(place, dict) else None
    correction.write(place, last, correction.read(value))
    if held is not None and place["name"] != held:
        for target in data["targets"]:
            if target["project"] == held:
                target["project"] = place["name"]


def _refused(path: str, value: object, error: Exception) -> Finding:
    if isinstance(error, UnreadableError):
        return UnreadableValue(Position(where=path), value=value, expected=error.expected)
    return NothingThere(Position(where=path), path=path)


def _order(path: str) -> tuple[bool, bool, str]:
    """What is whole goes before its parts, a template before its rungs, a jurisdiction before

    its answer.
    """
    first = path.endswith(("/ladder/template", "/jurisdictions"))
    return field_of(path) != path, not first, path


def _place(data: dict[str, Any], path: str) -> tuple[Any, str]:
    """The object a path ends in, and its member's name. Raises KeyError or IndexError."""
    steps = path.split("/")
    place: Any = data
    while len(steps) > 1:
        step = steps.pop(0)
        if step == "projects":
            place = _first(data["projects"], "key", steps.pop(0))
        elif step == "tasks":
            number = int(steps.pop(0))
            place = _first(data["tasks"], "number", number)
            if steps[0] == "targets":
                place = _first(data["targets"], "key", steps[1])
                if place["task"] != number:
                    raise KeyError(path)
                del steps[:2]
        else:
            place = place[int(step)] if isinstance(place, list) else place[step]
            if place is None:
                raise KeyError(path)
    return place, steps[0]


def _first(items: list[dict[str, Any]], name: str, value: object) -> dict[str, Any]:
    for item in items:
        if item[name] == value:
            return item
    raise KeyError(value)
