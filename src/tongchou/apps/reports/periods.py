"""Opening a period, which makes every due report, and extending one."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from tongchou.apps.audit.actions import log
from tongchou.apps.programmes.choices import ProgrammeState
from tongchou.apps.programmes.queries import revision_in_force
from tongchou.domain.report import refusals
from tongchou.domain.report.period import asked_for
from tongchou.domain.shared.findings import Finding, Refused

from .models import Period, Report
from .queries import is_coordinator

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User
    from tongchou.apps.programmes.models import Programme


@transaction.atomic
def open_period(
    *,
    programme: "Programme",
    kind: str,
    start: date,
    end: date,
    opens: date,
    due: date,
    closes: date,
    by: "User",
) -> Period:
    """Opens a period and makes the report of every organization that answers for a target that

    is asked for in it.

    Raises Refused where the programme is not confirmed, the dates are out of order, the period
    exists, or nobody answers.
    """
    if not is_coordinator(by, programme):
        raise PermissionDenied
    period = Period(
        programme=programme, kind=kind, start=start, end=end, opens=opens, due=due, closes=closes
    )
    if found := _objections(period):
        raise Refused(found)
    answering = _answering(programme, kind, end)
    if not answering:
        raise Refused([refusals.NobodyAnswers()])
    period.save()
    revision = revision_in_force(programme)
    Report.objects.bulk_create(
        Report(programme=programme, period=period, organization_id=key, revision=revision)
        for key in answering
    )
    _log("period.open", period, by, after={**_dates(period), "reports": len(answering)})
    return period


def _answering(programme: "Programme", kind: str, end: date) -> list[int]:
    """Organizations (primary keys) with a target that the period asks for."""
    asked = programme.targets.filter(
        answers__organization__isnull=False, cadence__in=asked_for(kind, end)
    )
    return sorted(set(asked.values_list("answers__organization", flat=True)))


@transaction.atomic
def extend_period(*, period: Period, due: date, closes: date, by: "User") -> Period:
    """Moves the days on which reports are due and on which the period closes."""
    if not is_coordinator(by, period.programme):
        raise PermissionDenied
    before = _dates(period)
    period.due, period.closes = due, closes
    if not _in_order(period):
        raise Refused([refusals.DatesDisordered()])
    period.save(update_fields=["due", "closes"])
    _log("period.extend", period, by, before=before, after=_dates(period))
    return period


def _objections(period: Period) -> list[Finding]:
    if period.programme.state != ProgrammeState.RUNNING:
        return [refusals.NotRunning()]
    found: list[Finding] = []
    if not _in_order(period):
        found.append(refusals.DatesDisordered())
    programme = period.programme
    if period.start < programme.start or programme.end < period.end:
        found.append(refusals.OutsideProgramme(start=programme.start, end=programme.end))
    there = Period.objects.filter(programme=period.programme, kind=period.kind, end=period.end)
    if there.exists():
        found.append(refusals.PeriodExists(period=period.name))
    return found


def _in_order(period: Period) -> bool:
    return period.start <= period.end and period.opens <= period.due <= period.closes


def _dates(period: Period) -> dict[str, str]:
    names = ("start", "end", "opens", "due", "closes")
    return {name: getattr(period, name).isoformat() for name in names}


def _log(
    action: str,
    period: Period,
    by: "User",
    *,
    after: Mapping[str, object],
    before: Mapping[str, object] | None = None,
) -> None:
    log(
        action=action,
        by=by,
        object_kind="period",
        object_uuid=period.uuid,
        programme=period.programme.uuid,
        before=before,
        after=after,
    )
