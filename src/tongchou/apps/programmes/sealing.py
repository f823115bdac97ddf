"""Sealing a confirmed reading: revision 1 of a draft, the next one of an amendment."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from tongchou.apps.audit.actions import JOINT_OFFICE, log, seal
from tongchou.apps.audit.choices import RecordKind
from tongchou.domain.programme.programme import Programme as Reading
from tongchou.domain.shared.findings import Refused

from . import checks, content, findings, projection
from .choices import ProgrammeState
from .drafting import drafted, refuse_if
from .identities import Identities
from .mapping import Correspondence, conflicts, identities_of
from .models import Programme, Revision
from .queries import (
    confirmations_of,
    content_of_revision,
    draft_notice,
    draft_reading,
    overrides_of,
    reading_in_force,
    revision_in_force,
)
from .registering import register_all

if TYPE_CHECKING:
    from tongchou.apps.notices.models import Notice
    from tongchou.apps.organizations.models import User


@transaction.atomic
def confirm_programme(
    *, programme: Programme, by: "User", confirmed_at: datetime | None = None
) -> Revision:
    """Seals revision 1 and makes its rows; a second call gives the revision that is there.

    Raises Refused while a task is unconfirmed.
    """
    row = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    taken = Programme.objects.filter(pk=row.pk, state=ProgrammeState.DRAFT).update(
        state=ProgrammeState.RUNNING
    )
    if not taken:
        return row.revisions.get(number=1)
    reading = _confirmed(row)
    revision = _seal(row, reading, Identities(), by, confirmed_at or timezone.now())
    programme.state = ProgrammeState.RUNNING
    return revision


@transaction.atomic
def confirm_amendment(
    *, programme: Programme, reason: str, mapping: Correspondence, by: "User"
) -> Revision:
    """Seals the next revision of a running programme from its amended notice.

    What `mapping` calls the same keeps its UUID, so that figures and reports stay with it; what
    it does not name is dropped and asked for no more. Raises Refused while a task is unconfirmed,
    without a reason, or where one former target would become two.
    """
    row = drafted(programme)
    if row.amending is None:
        raise Refused([findings.NothingToAmend()])
    if not reason.strip():
        raise Refused([findings.AmendmentWithoutReason()])
    reading, before = _confirmed(row), reading_in_force(row)
    refuse_if(conflicts(mapping, before, reading))
    former = revision_in_force(row)
    kept = identities_of(content_of_revision(former), reading, mapping)
    row.notice, row.amending = row.amending, None
    row.save(update_fields=["notice", "amending"])
    revision = _seal(row, reading, kept, by, timezone.now(), reason=reason.strip(), former=former)
    programme.notice, programme.amending = row.notice, None
    return revision


def _confirmed(row: Programme) -> Reading:
    """The draft's reading; Refused while it cannot be sealed."""
    reading = draft_reading(row)
    confirmed = confirmations_of(row).values_list("task", flat=True)
    refuse_if(checks.programme_findings(reading, confirmed))
    return reading


def _seal(
    row: Programme,
    reading: Reading,
    identities: Identities,
    by: "User",
    at: datetime,
    *,
    reason: str = "",
    former: Revision | None = None,
) -> Revision:
    """Seals a revision of a confirmed reading, makes its rows, logs it."""
    registry = register_all(reading, by)
    notice = draft_notice(row)
    sealed = _header(row, notice, by, at, reason) | content.programme_content(
        reading, registry, row.name, identities
    )
    record = seal(
        kind=RecordKind.REVISION,
        schema=content.SCHEMA,
        programme=row.uuid,
        issuer=JOINT_OFFICE,
        content=sealed,
        parents=[notice.record, *([former.record] if former else [])],
    )
    revision = Revision.objects.create(
        programme=row,
        number=row.drafting,
        record=record,
        notice=notice,
        reason=reason,
        confirmed_by=by,
        confirmed_at=at,
    )
    projection.write(row, sealed, registry.keys())
    _log(revision, sealed, by, action="programme.amend" if former else "programme.confirm")
    return revision


def _log(revision: Revision, sealed: content.Json, by: "User", *, action: str) -> None:
    after = {"number": revision.number}
    after |= {"tasks": len(sealed["tasks"]), "targets": len(sealed["targets"])}
    log(
        action=action,
        by=by,
        object_kind="revision",
        object_uuid=revision.uuid,
        programme=revision.programme.uuid,
        after=after | ({"reason": revision.reason} if revision.reason else {}),
        record=revision.record,
    )


def _header(
    row: Programme, notice: "Notice", by: "User", at: datetime, reason: str
) -> content.Json:
    """Which revision it is, and who stands by it."""
    return {
        "number": row.drafting,
        "reason": reason,
        "name": row.name,
        "start": row.start.isoformat(),
        "end": row.end.isoformat(),
        "simulated": row.simulated,
        "notice": str(notice.record.uuid),
        "by": {"uuid": str(by.uuid), "name": by.name},
        "confirmed_at": at.isoformat(),
        "corrections": content.corrections_content(overrides_of(row).select_related("by")),
        "confirmations": content.confirmations_content(confirmations_of(row).select_related("by")),
    }
