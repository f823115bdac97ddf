"""From a received notice to a draft: correct its readings, confirm task by task."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.validators import slug_re
from django.db import transaction
from django.utils import timezone

from tongchou.apps.audit.actions import log
from tongchou.apps.notices.actions import keep_notice, read_notice, refuse_notice, title_of
from tongchou.apps.organizations.actions import give_role
from tongchou.apps.organizations.choices import Role
from tongchou.apps.organizations.queries import standing
from tongchou.domain.programme.amending.adoption import promise_of
from tongchou.domain.programme.amending.fields import field_of, field_value, task_of
from tongchou.domain.programme.amending.revision import apply_overrides
from tongchou.domain.programme.amending.revision_findings import NothingThere, UnreadableValue
from tongchou.domain.programme.amending.structure import is_structural, kept_at
from tongchou.domain.programme.programme import Programme as Reading
from tongchou.domain.shared.findings import Finding, Refused

from . import checks, findings
from .models import Confirmation, Override, Programme
from .queries import compiled_reading, confirmations_of, draft_reading, overrides_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tongchou.apps.notices.models import Notice
    from tongchou.apps.organizations.models import User


def take_notice(
    *, data: bytes, name: str, by: "User", simulated: bool = False, slug: str = ""
) -> Programme:
    """Receives a notice and drafts its programme; Refused where that cannot be done, and then

    neither is left. The audit record says which.
    """
    reading = read_notice(data=data, name=name, by=by)
    try:
        with transaction.atomic():
            notice = keep_notice(reading=reading, by=by, simulated=simulated)
            return draft_programme(notice=notice, slug=slug, by=by)
    except Refused as refused:
        refuse_notice(name=reading.document.name, findings=refused.findings, by=by)
        raise


@transaction.atomic
def draft_programme(*, notice: "Notice", slug: str = "", by: "User | None") -> Programme:
    """The programme of a notice, to be confirmed. Who drafts it becomes its coordinator.

    Raises Refused where the notice names no year or holds no target, or the slug cannot be used.
    """
    reading = Reading.from_json(notice.reading)
    if reading.year is None:
        raise Refused([findings.NoYear()])
    if not reading.targets:
        raise Refused([findings.NoTargets()])
    if slug and (not slug_re.fullmatch(slug) or Programme.objects.filter(slug=slug).exists()):
        raise Refused([findings.SlugUnusable(slug=slug)])
    programme = Programme.objects.create(
        uuid=notice.programme,
        slug=slug or _slug(reading, notice.programme),
        name=title_of(reading),
        simulated=notice.simulated,
        start=date(reading.year, 1, 1),
        end=date(reading.year, 12, 31),
        notice=notice,
        created_at=timezone.now(),
    )
    log(
        action="programme.draft",
        by=by,
        object_kind="programme",
        object_uuid=programme.uuid,
        programme=programme.uuid,
        after={"slug": programme.slug, "name": programme.name},
    )
    if by is not None and not standing(by, programme.uuid).coordinator:
        give_role(user=by, role=Role.COORDINATOR, programme=programme.uuid, by=by)
    return programme


def _slug(reading: Reading, uuid: UUID) -> str:
    """2023-12-3f9a1c: the figures of the document number, else the year, and a part of the UUID."""
    number = reading.header.document_number or ""
    figures = "".join(c if c.isascii() and c.isdigit() else " " for c in number).split()
    return "-".join([*(figures or [str(reading.year)]), uuid.hex[:6]])[:48]


def drafted(programme: Programme) -> Programme:
    """The programme's row, locked while it is worked on; Refused once it is sealed."""
    rows = Programme.objects.select_for_update(of=("self",)).select_related("notice", "amending")
    row = rows.get(pk=programme.pk)
    if not row.open:
        raise Refused([findings.AlreadySealed()])
    return row


def correct(*, programme: Programme, path: str, value: Any, by: "User") -> None:
    """Puts `value` (JSON) in the place of one reading; the compiled value again undoes it.

    Paths and values are those of `domain.programme.amending.revision`. A confirmed task whose
    reading changes is to be confirmed again.
    """
    correct_all(programme=programme, corrections={path: value}, by=by, action="programme.correct")


@transaction.atomic
def correct_all(
    *,
    programme: Programme,
    corrections: "Mapping[str, Any]",
    by: "User",
    action: str = "programme.correct",
) -> frozenset[int]:
    """Several corrections at once, all or none; returns the numbers of the tasks they changed.

    Raises Refused for a path that names nothing and for a value that cannot be read there. What
    can be read but cannot stand is kept, and stands against confirming. `action` is what the
    audit record calls it.
    """
    row = drafted(programme)
    before, compiled = draft_reading(row), compiled_reading(row)
    after, found = apply_overrides(before, corrections)
    refuse_if([f for f in found if isinstance(f, NothingThere | UnreadableValue)])
    held = set(overrides_of(row).values_list("path", flat=True))
    places, touched = set(), set()
    for field in _fields(corrections):
        was, now = field_value(before, field), field_value(after, field)
        if was == now:
            continue
        places.add(kept_at(field, compiled, after, held))
        touched |= _tasks_of(field, before) | _tasks_of(field, after)
        log(
            action=action,
            by=by,
            object_kind="programme",
            object_uuid=row.uuid,
            programme=row.uuid,
            before={"path": field, "value": was},
            after={"path": field, "value": now},
        )
    for place in sorted(places):
        _override(row, place, field_value(after, place), field_value(compiled, place), by)
    confirmations_of(row).filter(task__in=touched).delete()
    return frozenset(touched)


def _fields(corrections: "Mapping[str, Any]") -> list[str]:
    """The whole fields that corrections touch; a jurisdiction taken off takes its answer off.

    A target that is put in or dropped whole says all of it.
    """
    fields = {field_of(path) for path in corrections}
    ends = "/jurisdictions"
    fields |= {
        f.removesuffix(ends) + "/answers" for f in fields if f.count("/") == 4 and f.endswith(ends)
    }
    wholes = {f for f in fields if is_structural(f)}
    return sorted(f for f in fields if f in wholes or f.rpartition("/")[0] not in wholes)


def _tasks_of(field: str, reading: Reading) -> set[int]:
    if field.startswith("adopted/"):
        return set(promise_of(reading, field.partition("/")[2])[1].tasks)
    number = task_of(field)
    return set() if number is None else {number}


def _override(row: Programme, path: str, value: Any, compiled: Any, by: "User") -> None:
    """Keeps a correction, none where the compiled value stands again; a whole takes its parts."""
    held = overrides_of(row)
    if is_structural(path):
        held.filter(path__startswith=f"{path}/").delete()
    if value == compiled:
        held.filter(path=path).delete()
        return
    Override.objects.update_or_create(
        programme=row,
        revision=row.drafting,
        path=path,
        defaults={"value": value, "by": by, "at": timezone.now()},
    )


@transaction.atomic
def confirm_task(*, programme: Programme, task: int, by: "User") -> Confirmation:
    """Says that a person has read one task's readings and stands by them; twice is once.

    Raises Refused where a reading cannot stand (an organization without jurisdiction …).
    """
    row = drafted(programme)
    reading = draft_reading(row)
    if all(known.number != task for known in reading.tasks):
        raise Refused([findings.UnknownTask(task=task)])
    refuse_if(checks.standing_against(reading, [task]))
    return _confirm(row, task, by, read=True)


@transaction.atomic
def confirm_remaining(*, programme: Programme, by: "User") -> list[int]:
    """Confirms every task that is left, marked as not read one by one; returns their numbers."""
    row = drafted(programme)
    reading = draft_reading(row)
    done = set(confirmations_of(row).values_list("task", flat=True))
    left = [task.number for task in reading.tasks if task.number not in done]
    refuse_if(checks.standing_against(reading, left))
    for task in left:
        _confirm(row, task, by, read=False)
    return left


def refuse_if(found: list[Finding]) -> None:
    if found:
        raise Refused(found)


def _confirm(row: Programme, task: int, by: "User", *, read: bool) -> Confirmation:
    confirmation, made = Confirmation.objects.get_or_create(
        programme=row,
        revision=row.drafting,
        task=task,
        defaults={"by": by, "at": timezone.now(), "read": read},
    )
    if made:
        log(
            action="programme.confirm_task",
            by=by,
            object_kind="programme",
            object_uuid=row.uuid,
            programme=row.uuid,
            after={"task": task, "read": read},
        )
    return confirmation
