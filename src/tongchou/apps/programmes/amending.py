"""An amended notice, or a corrected file of the same one: handed in, compared, taken over."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from tongchou.apps.audit.actions import log
from tongchou.apps.notices.actions import keep_notice, read_notice, refuse_notice
from tongchou.domain.programme.amending.carry import Carried, carry_confirmations, carry_overrides
from tongchou.domain.programme.amending.revision import apply_overrides
from tongchou.domain.programme.programme import Programme as Reading
from tongchou.domain.shared.findings import Finding, Refused

from . import findings
from .choices import ProgrammeState
from .drafting import refuse_if
from .models import Arrival, Confirmation, Override, Programme
from .queries import compiled_reading, confirmations_of, overrides_of

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User


@dataclass(frozen=True, slots=True)
class Outlook:
    """What taking over a notice would do. `kept`: confirmed tasks with their new numbers."""

    carried: Carried
    reading: Reading
    kept: dict[int, int]


def hand_in(*, programme: Programme, data: bytes, name: str, by: "User") -> Arrival:
    """Reads and keeps a further notice of a programme; nothing of the programme changes yet.

    Raises Refused where it cannot be read, is of another year, or another one waits.
    """
    reading = read_notice(data=data, name=name, by=by)
    try:
        with transaction.atomic():
            row = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
            refuse_if(_objections(row, reading.programme))
            notice = keep_notice(
                reading=reading, by=by, simulated=row.simulated, programme=row.uuid
            )
            return Arrival.objects.create(programme=row, notice=notice, by=by, at=timezone.now())
    except Refused as refused:
        refuse_notice(name=reading.document.name, findings=refused.findings, by=by)
        raise


def _objections(row: Programme, reading: Reading) -> list[Finding]:
    if Arrival.objects.filter(programme=row).exists() or row.amending_id is not None:
        return [findings.AmendmentWaits()]
    if not reading.targets:
        return [findings.NoTargets()]
    if reading.year is not None and reading.year != row.start.year:
        return [findings.AnotherYear(found=reading.year, year=row.start.year)]
    return []


def arrival_of(programme: Programme) -> Arrival | None:
    """The notice that waits, where one does."""
    found = Arrival.objects.filter(programme=programme).select_related("notice__file").first()
    if found is not None:
        found.programme = programme
    return found


def outlook(arrival: Arrival) -> Outlook:
    """Corrections and confirmations as the new notice would have them; nothing is changed."""
    row = arrival.programme
    before, after = compiled_reading(row), Reading.from_json(arrival.notice.reading)
    held = {override.path: override.value for override in overrides_of(row)}
    carried = carry_overrides(before, after, held)
    reading = apply_overrides(after, carried.overrides)[0]
    confirmed = set(confirmations_of(row).values_list("task", flat=True))
    kept = carry_confirmations(apply_overrides(before, held)[0], reading, carried, confirmed)
    return Outlook(carried, reading, kept)


@transaction.atomic
def take_over(*, programme: Programme, by: "User") -> Outlook:
    """Puts a draft on the notice that was handed in, or begins the next revision of a programme
    that runs; corrections and confirmations go along as `outlook` says.

    Raises Refused where no notice waits.
    """
    row, arrival = _waiting(programme)
    found = outlook(arrival)
    confirmations = list(confirmations_of(row))
    if row.state == ProgrammeState.DRAFT:
        overrides_of(row).delete()
        confirmations_of(row).delete()
        row.notice = arrival.notice
    else:
        row.amending = arrival.notice
        row.drafting += 1
    row.save(update_fields=["notice", "amending", "drafting"])
    _carry(row, found, confirmations, by)
    arrival.delete()
    _log("programme.take_over", row, by, _counted(found))
    return found


def _carry(row: Programme, found: Outlook, confirmations: list[Confirmation], by: "User") -> None:
    now = timezone.now()
    Override.objects.bulk_create(
        Override(programme=row, revision=row.drafting, path=path, value=value, by=by, at=now)
        for path, value in found.carried.overrides.items()
    )
    Confirmation.objects.bulk_create(
        Confirmation(
            programme=row,
            revision=row.drafting,
            task=found.kept[held.task],
            read=held.read,
            by=held.by,
            at=held.at,
        )
        for held in confirmations
        if held.task in found.kept
    )


def _counted(found: Outlook) -> dict[str, Any]:
    return {
        "corrections": len(found.carried.overrides),
        "confirmations": len(found.kept),
        "findings": [finding.code for finding in found.carried.findings],
    }


@transaction.atomic
def put_aside(*, programme: Programme, by: "User") -> None:
    """Leaves the notice that waits, or gives up the amendment that is being confirmed.

    The programme is as before; the notice stays on record. Raises Refused where there is neither.
    """
    row = _locked(programme)
    if row.amending is not None:
        overrides_of(row).delete()
        confirmations_of(row).delete()
        row.amending = None
        row.drafting -= 1
        row.save(update_fields=["amending", "drafting"])
    else:
        _waiting(row)[1].delete()
    _log("programme.put_aside", row, by, {})


def _locked(programme: Programme) -> Programme:
    rows = Programme.objects.select_for_update(of=("self",)).select_related("notice", "amending")
    return rows.get(pk=programme.pk)


def _waiting(programme: Programme) -> tuple[Programme, Arrival]:
    row = _locked(programme)
    arrival = Arrival.objects.filter(programme=row).select_related("notice").first()
    if arrival is None:
        raise Refused([findings.NothingToAmend()])
    arrival.programme = row
    return row, arrival


def _log(action: str, row: Programme, by: "User", after: dict[str, Any]) -> None:
    log(
        action=action,
        by=by,
        object_kind="programme",
        object_uuid=row.uuid,
        programme=row.uuid,
        after=after,
    )
