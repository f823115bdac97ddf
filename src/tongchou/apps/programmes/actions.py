"""From a received notice to revision 1: draft, correct, confirm task by task, seal."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.validators import slug_re
from django.db import transaction
from django.utils import timezone

from tongchou.apps.audit.actions import JOINT_OFFICE, log, seal
from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.notices.actions import keep_notice, read_notice, refuse_notice, title_of
from tongchou.apps.organizations.actions import give_role
from tongchou.apps.organizations.choices import Role
from tongchou.apps.organizations.queries import standing
from tongchou.domain.programme.fields import field_of, field_value, task_of
from tongchou.domain.programme.programme import Programme as Reading
from tongchou.domain.programme.revision import apply_overrides
from tongchou.domain.programme.revision_findings import NothingThere, UnreadableValue
from tongchou.domain.shared.findings import Finding, Refused

from . import checks, content, findings, projection
from .choices import ProgrammeState
from .models import Confirmation, Override, Programme, Revision
from .queries import compiled_reading, draft_reading
from .registering import register_all

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
        refuse_notice(name=name, findings=refused.findings, by=by)
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


def _drafted(programme: Programme) -> Programme:
    """The programme's row, locked while it is worked on; Refused once it is sealed."""
    row = Programme.objects.select_for_update().select_related("notice").get(pk=programme.pk)
    if row.state != ProgrammeState.DRAFT:
        raise Refused([findings.AlreadySealed()])
    return row


def correct(*, programme: Programme, path: str, value: Any, by: "User") -> None:
    """Puts `value` (JSON) in the place of one reading; the compiled value again undoes it.

    Paths and values are those of `domain.programme.revision`. A confirmed task whose reading
    changes is to be confirmed again.
    """
    correct_all(programme=programme, corrections={path: value}, by=by)


@transaction.atomic
def correct_all(
    *, programme: Programme, corrections: "Mapping[str, Any]", by: "User"
) -> frozenset[int]:
    """Several corrections at once, all or none; returns the numbers of the tasks they changed.

    Raises Refused for a path that names nothing and for a value that cannot be read there. What
    can be read but cannot stand is kept, and stands against confirming.
    """
    row = _drafted(programme)
    before = draft_reading(row)
    after, found = apply_overrides(before, corrections)
    _refuse_if([f for f in found if isinstance(f, NothingThere | UnreadableValue)])
    touched = set()
    for field in _fields(corrections):
        held, value = field_value(before, field), field_value(after, field)
        if held == value:
            continue
        _override(row, field, value, by)
        touched.add(task_of(field))
        log(
            action="programme.correct",
            by=by,
            object_kind="programme",
            object_uuid=row.uuid,
            programme=row.uuid,
            before={"path": field, "value": held},
            after={"path": field, "value": value},
        )
    tasks = frozenset(task for task in touched if task is not None)
    row.confirmations.filter(task__in=tasks).delete()
    return tasks


def _fields(corrections: "Mapping[str, Any]") -> list[str]:
    """The whole fields that corrections touch; a jurisdiction taken off takes its answer off."""
    fields = {field_of(path) for path in corrections}
    ends = "/jurisdictions"
    return sorted(fields | {f.removesuffix(ends) + "/answers" for f in fields if f.endswith(ends)})


def _override(row: Programme, field: str, value: Any, by: "User") -> None:
    if value == field_value(compiled_reading(row), field):
        row.overrides.filter(path=field).delete()
        return
    Override.objects.update_or_create(
        programme=row, path=field, defaults={"value": value, "by": by, "at": timezone.now()}
    )


@transaction.atomic
def confirm_task(*, programme: Programme, task: int, by: "User") -> Confirmation:
    """Says that a person has read one task's readings and stands by them; twice is once.

    Raises Refused where a reading cannot stand (an organization without jurisdiction …).
    """
    row = _drafted(programme)
    reading = draft_reading(row)
    if all(known.number != task for known in reading.tasks):
        raise Refused([findings.UnknownTask(task=task)])
    _refuse_if(checks.standing_against(reading, [task]))
    return _confirm(row, task, by, read=True)


@transaction.atomic
def confirm_remaining(*, programme: Programme, by: "User") -> list[int]:
    """Confirms every task that is left, marked as not read one by one; returns their numbers."""
    row = _drafted(programme)
    reading = draft_reading(row)
    done = set(row.confirmations.values_list("task", flat=True))
    left = [task.number for task in reading.tasks if task.number not in done]
    _refuse_if(checks.standing_against(reading, left))
    for task in left:
        _confirm(row, task, by, read=False)
    return left


def _refuse_if(found: list[Finding]) -> None:
    if found:
        raise Refused(found)


def _confirm(row: Programme, task: int, by: "User", *, read: bool) -> Confirmation:
    confirmation, made = Confirmation.objects.get_or_create(
        programme=row, task=task, defaults={"by": by, "at": timezone.now(), "read": read}
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


@transaction.atomic
def confirm_programme(
    *, programme: Programme, by: "User", confirmed_at: datetime | None = None
) -> Revision:
    """Seals revision 1 and makes its rows; a second call gives the revision that is there.

    Raises Refused while a task is unconfirmed.
    """
    row = (
        Programme.objects.select_for_update().select_related("notice__record").get(pk=programme.pk)
    )
    taken = Programme.objects.filter(pk=row.pk, state=ProgrammeState.DRAFT).update(
        state=ProgrammeState.RUNNING
    )
    if not taken:
        return row.revisions.get(number=1)
    reading = draft_reading(row)
    _refuse_if(checks.programme_findings(reading, row.confirmations.values_list("task", flat=True)))
    revision = _seal_revision(row, reading, by, confirmed_at or timezone.now())
    programme.state = ProgrammeState.RUNNING
    return revision


def _seal_revision(row: Programme, reading: Reading, by: "User", at: datetime) -> Revision:
    """Seals revision 1 of a confirmed reading, makes its rows, logs it."""
    registry = register_all(reading, by)
    sealed = _revision_content(row, reading, registry, by, at)
    record = seal(
        kind=RecordKind.REVISION,
        schema=content.SCHEMA,
        programme=row.uuid,
        issuer=JOINT_OFFICE,
        content=sealed,
        parents=[row.notice.record],
    )
    revision = Revision.objects.create(
        programme=row, number=1, record=record, confirmed_by=by, confirmed_at=at
    )
    projection.write(row, sealed, registry.keys())
    log(
        action="programme.confirm",
        by=by,
        object_kind="revision",
        object_uuid=revision.uuid,
        programme=row.uuid,
        after={"number": 1, "tasks": len(sealed["tasks"]), "targets": len(sealed["targets"])},
        record=record,
    )
    return revision


def _revision_content(
    row: Programme, reading: Reading, registry: content.Registry, by: "User", at: datetime
) -> content.Json:
    """What the sealed revision says, beginning with which it is and who stands by it."""
    return {
        "number": 1,
        "reason": "",
        "name": row.name,
        "start": row.start.isoformat(),
        "end": row.end.isoformat(),
        "simulated": row.simulated,
        "notice": str(row.notice.record.uuid),
        "by": {"uuid": str(by.uuid), "name": by.name},
        "confirmed_at": at.isoformat(),
        "corrections": content.corrections_content(row.overrides.select_related("by")),
        "confirmations": content.confirmations_content(row.confirmations.select_related("by")),
        **content.programme_content(reading, registry, row.name),
    }
