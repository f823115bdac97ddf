"""Deciding on a submission: approving writes the current values, returning gives a reason."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from tongchou.apps.audit.actions import log, seal
from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.reports import actions as reports
from tongchou.domain.report.refusals import ReasonMissing, ReasonTooLong
from tongchou.domain.shared.findings import Refused
from tongchou.domain.shared.text import printable

from .choices import Verdict
from .models import CurrentValue, Decision
from .values import rows_of

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User
    from tongchou.apps.reports.models import Report, Submission

SCHEMA = 1
"""Of a sealed decision."""
MOST_WORDS = 2000


@transaction.atomic
def approve(*, report: "Report", by: "User", on: date, number: int | None = None) -> Decision:
    """Freezes the waiting submission and writes its figures as current values.

    `number` is the submission that the reviewer read. Raises Refused where it does not wait any
    more (decided by someone else, or submitted anew), PermissionDenied outside the own
    jurisdiction.
    """
    submission = reports.accept(report=report, number=_number(report, number), by=by)
    decision = _decide(submission, Verdict.APPROVED, "", by, on)
    rows = rows_of(submission, decision.decided_at)
    keys = ["target", "jurisdiction", "period"]
    fields = [f.name for f in CurrentValue._meta.concrete_fields if f.name not in {"id", *keys}]
    CurrentValue.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=keys, update_fields=fields
    )
    return decision


@transaction.atomic
def return_report(
    *, report: "Report", reason: str, by: "User", on: date, number: int | None = None
) -> Decision:
    """Hands the waiting submission back with a reason. Raises as `approve` does."""
    reason = printable(reason).strip()
    if not reason:
        raise Refused([ReasonMissing()])
    if len(reason) > MOST_WORDS:
        raise Refused([ReasonTooLong(length=len(reason), most=MOST_WORDS)])
    submission = reports.reopen(report=report, reason=reason, by=by, number=_number(report, number))
    return _decide(submission, Verdict.RETURNED, reason, by, on)


def _number(report: "Report", read: int | None) -> int:
    return report.submitted if read is None else read


def _decide(
    submission: "Submission", verdict: Verdict, reason: str, by: "User", on: date
) -> Decision:
    report = submission.report
    programme = report.programme
    record = seal(
        kind=RecordKind.DECISION,
        schema=SCHEMA,
        programme=programme.uuid,
        issuer=report.organization.jurisdiction.slug,
        content=_content(submission, verdict, reason, by, on),
        parents=[submission.record],
    )
    decision = Decision.objects.create(
        submission=submission,
        verdict=verdict,
        reason=reason,
        record=record,
        decided_by=by,
        decided_at=record.sealed_at,
    )
    log(
        action="report.approve" if verdict == Verdict.APPROVED else "report.return",
        by=by,
        object_kind="report",
        object_uuid=report.uuid,
        programme=programme.uuid,
        after={"number": submission.number, "verdict": str(verdict), "reason": reason},
        record=record,
    )
    return decision


def _content(
    submission: "Submission", verdict: Verdict, reason: str, by: "User", on: date
) -> dict[str, Any]:
    report = submission.report
    return {
        "report": report.uuid,
        "submission": {
            "uuid": submission.uuid,
            "number": submission.number,
            "record": submission.record.uuid,
        },
        "verdict": str(verdict),
        "reason": reason,
        "on": on,
        "jurisdiction": report.organization.jurisdiction.slug,
        "simulated": report.programme.simulated,
        "by": {"uuid": by.uuid, "name": by.name},
    }
