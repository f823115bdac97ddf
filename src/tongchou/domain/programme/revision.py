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

Whole objects and lists of the programme file may be given too: tasks/9/period,
tasks/9/organizations, and of a target answers, quantity, plan, ladder (None: there is none).
"""

from collections.abc import Mapping
from typing import Any

from tongchou.domain.programme.checks import check_programme
from tongchou.domain.programme.corrections import UnreadableError, correction_for
from tongchou.domain.programme.fields import field_of
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.revision_findings import NothingThere, UnreadableValue
from tongchou.domain.shared.findings import Finding, Position


def apply_overrides(
    programme: Programme, overrides: Mapping[str, object]
) -> tuple[Programme, tuple[Finding, ...]]:
    """The corrected programme and what is wrong with it (`check_programme`).

    A correction that cannot be read is left out and said in an error finding; the programme
    given is never changed. Seal only when no finding is an error.
    """
    data = programme.to_json()
    findings: list[Finding] = []
    for path in sorted(overrides, key=_order):
        position = Position(where=path)
        try:
            correction = correction_for(path)
            place, last = _place(data, path)
            correction.write(place, last, correction.read(overrides[path]))
        except (KeyError, IndexError):
            findings.append(NothingThere(position, path=path))
        except UnreadableError as error:
            shown = overrides[path]
            findings.append(UnreadableValue(position, value=shown, expected=error.expected))
    corrected = Programme.from_json(data)
    return corrected, (*findings, *check_programme(corrected))


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
        if step == "tasks":
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
