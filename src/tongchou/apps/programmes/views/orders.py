"""What the buttons beside the targets of a task ask for: add, split, drop, merge, restore."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tongchou.domain.programme.amending.fields import target_path
from tongchou.domain.shared.findings import Refused

from .. import actions, findings
from ..queries import compiled_reading, draft_reading, overrides_of

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User
    from tongchou.domain.programme.programme import Programme as Reading
    from tongchou.domain.programme.target import Target

    from ..models import Programme


def carry_out(
    *, programme: "Programme", task: int, order: str, chosen: list[str], by: "User"
) -> str:
    """Does what a button says (`split:9.1`, `merge` …); returns what to tell.

    Raises Refused where it cannot be done, also for a button that no page shows.
    """
    what, _colon, key = order.partition(":")
    if what == "add":
        added = actions.add_target(programme=programme, task=task, by=by)
        return _("Target %(key)s was added: fill it in.") % {"key": added}
    if what == "merge":
        kept = actions.merge_targets(programme=programme, task=task, keys=chosen, by=by)
        return _("The chosen targets are now target %(key)s.") % {"key": kept}
    if what == "split":
        parts = actions.split_target(programme=programme, task=task, key=key, by=by)
        return _("Target %(key)s was split into %(parts)s.") % {
            "key": key,
            "parts": "、".join(parts),
        }
    if what == "drop":
        actions.drop_target(programme=programme, task=task, key=key, by=by)
        return _("Target %(key)s was dropped; it can be restored below.") % {"key": key}
    if what == "restore":
        return _restored(programme, task, key, by)
    raise Refused([findings.UnknownTarget(target=order[:40])])


def _restored(programme: "Programme", task: int, key: str, by: "User") -> str:
    reading = draft_reading(programme)
    held = next((t for t in dropped_targets(programme, reading, task) if t.key == key), None)
    if held is None:
        raise Refused([findings.UnknownTarget(target=key[:40])])
    actions.correct(programme=programme, path=target_path(task, key), value=held.to_json(), by=by)
    return _("Target %(key)s stands again as it was read.") % {"key": key}


def dropped_targets(programme: "Programme", reading: "Reading", task: int) -> list["Target"]:
    """Targets that the notice was read to hold and that were taken out."""
    there = {target.key for target in reading.targets_of(task)}
    compiled = compiled_reading(programme)
    return [target for target in compiled.targets_of(task) if target.key not in there]


def corrected_targets(programme: "Programme", task: int) -> set[str]:
    """Keys of the targets in which a coordinator put something else than was read."""
    prefix = f"tasks/{task}/targets/"
    paths = overrides_of(programme).filter(path__startswith=prefix)
    return {path.split("/")[3] for path in paths.values_list("path", flat=True)}
