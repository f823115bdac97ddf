"""What stands before every write of a report: whose it is, whether it is open, who was first."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from tongchou.apps.audit.actions import log
from tongchou.domain.report import refusals
from tongchou.domain.shared.findings import Finding, Refused

from .choices import EDITABLE, ReportState
from .models import Report
from .queries import is_liaison, whom_to_ask

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User


def require_liaison(by: "User", report: Report) -> None:
    """A page never gets here for someone else's report; a programme that does is wrong."""
    if not is_liaison(by, report):
        raise PermissionDenied


def claim(report: Report, states: Iterable[ReportState], version: int, **changes: Any) -> None:
    """Changes the row if nobody changed it since `version`, and holds it until the end."""
    if version == report.version:
        rows = Report.objects.filter(pk=report.pk, version=version, state__in=list(states))
        if rows.update(version=version + 1, **changes) == 1:
            for name, value in {**changes, "version": version + 1}.items():
                setattr(report, name, value)
            return
    raise Refused([lost(report)])


def hold(report: Report) -> None:
    """Holds the row of a draft, so that no submission passes while its evidence changes."""
    if Report.objects.filter(pk=report.pk, state__in=EDITABLE).update(saved_at=timezone.now()) != 1:
        raise Refused([lost(report)])


def lost(report: Report) -> Finding:
    state = Report.objects.values_list("state", flat=True).get(pk=report.pk)
    if state == ReportState.SUBMITTED:
        return refusals.AlreadySubmitted()
    return refusals.SavedMeanwhile() if state in EDITABLE else refusals.NotEditable()


def not_open(report: Report) -> Finding:
    return refusals.NotOpenYet(period=report.period.name, opens=report.period.opens)


def outside(report: Report, on: date) -> Finding:
    """Why a report is not taken on a day: its period has not opened, or has closed."""
    if on < report.period.opens:
        return not_open(report)
    return refusals.Closed(
        period=report.period.name,
        closes=report.period.closes,
        whom=whom_to_ask(report.programme),
    )


def log_report(action: str, report: Report, by: "User", **said: Any) -> None:
    log(
        action=action,
        by=by,
        object_kind="report",
        object_uuid=report.uuid,
        programme=report.programme.uuid,
        **said,
    )
