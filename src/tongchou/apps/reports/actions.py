"""Filling a report: draft, evidence, submission, correction; and what a review does to it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from tongchou.apps.audit.actions import seal
from tongchou.apps.audit.choices import RecordKind
from tongchou.domain.report import refusals
from tongchou.domain.report.statement import SCHEMA, sealed_content
from tongchou.domain.review.checks import check_report
from tongchou.domain.shared.findings import Refused, has_errors

from . import drafts
from .choices import EDITABLE, Outcome, ReportState
from .evidence import add_evidence, remove_evidence
from .guards import claim, hold, log_report, not_open, outside, require_liaison
from .models import Report, Submission
from .periods import extend_period, open_period
from .queries import (
    ReportLine,
    is_reviewer,
    latest_submission,
    lines_of,
    within,
)

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User

__all__ = ["add_evidence", "extend_period", "open_period", "outside", "remove_evidence"]

Entry = Mapping[str, Any]


@transaction.atomic
def save_draft(
    *,
    report: Report,
    entries: Sequence[Entry],
    by: "User",
    on: date,
    expected_version: int | None = None,
) -> Report:
    """Keeps what was typed, read or not. Targets that no entry names are left as they are.

    Raises Refused where someone saved other text since `expected_version`, where the report is
    no longer a draft, before the period opens, and for text too long to keep.
    """
    require_liaison(by, report)
    if on < report.period.opens:
        raise Refused([not_open(report)])
    written = drafts.written(lines_of(report, on), entries)
    if (too_long := drafts.too_long(written)) is not None:
        raise Refused([too_long])
    changed = drafts.changed(written)
    if not changed and report.state in EDITABLE:
        return report
    known = report.version if expected_version is None else expected_version
    claim(report, EDITABLE, known, saved_by=by, saved_at=timezone.now(), state=_begun(report))
    drafts.write(report, changed)
    log_report("report.save", report, by, after={"targets": [row.key for row in changed]})
    return report


def keep_unchanged(
    *, report: Report, by: "User", on: date, expected_version: int | None = None
) -> Report:
    """Repeats the last period's figure or stage on every line where nothing is stated yet."""
    entries = [
        {
            "target": line.asked.target,
            "no_change": True,
            "words": line.stated.words,
            "problems": line.stated.problems,
        }
        for line in lines_of(report, on)
        if line.last is not None and drafts.is_blank(line.stated)
    ]
    return save_draft(
        report=report, entries=entries, by=by, on=on, expected_version=expected_version
    )


@transaction.atomic
def submit(*, report: Report, by: "User", on: date) -> Submission:
    """Seals what the draft states on the jurisdiction's chain and hands it to the reviewer.

    Raises Refused with the checks' findings where a line has an error, and where the period is
    not open or the report was submitted already; the draft survives all of them.
    """
    require_liaison(by, report)
    if report.state == ReportState.SUBMITTED:
        raise Refused([refusals.AlreadySubmitted()])
    if not within(report, on):
        raise Refused([outside(report, on)])
    hold(report)
    lines = _sound_lines(report, on)
    previous, now = latest_submission(report), timezone.now()
    number = report.submitted + 1
    claim(
        report,
        EDITABLE,
        report.version,
        state=ReportState.SUBMITTED,
        submitted=number,
        saved_by=by,
        saved_at=now,
    )
    content = _content(report, [sealed_content(line.checked) for line in lines], by)
    record = seal(
        kind=RecordKind.SUBMISSION,
        schema=SCHEMA,
        programme=report.programme.uuid,
        issuer=report.organization.jurisdiction.slug,
        content=content,
        parents=[report.revision.record, *([previous.record] if previous else [])],
    )
    submission = Submission.objects.create(
        report=report, number=number, record=record, submitted_by=by, submitted_at=record.sealed_at
    )
    log_report("report.submit", report, by, after={"number": number}, record=record)
    return submission


@transaction.atomic
def correct(*, report: Report, by: "User", on: date) -> Report:
    """Opens an approved report again; what was approved stands until the correction is approved."""
    require_liaison(by, report)
    if report.state != ReportState.APPROVED:
        raise Refused([refusals.NotApproved()])
    if not within(report, on):
        raise Refused([outside(report, on)])
    claim(report, [ReportState.APPROVED], report.version, state=ReportState.DRAFT)
    log_report("report.correct", report, by, after={"state": report.state})
    return report


@transaction.atomic
def accept(*, report: Report, number: int, by: "User") -> Submission:
    """Freezes a submission as approved; the review that decides it seals and logs.

    Raises Refused where submission `number` does not wait any more.
    """
    return _decide(report, number, by, Outcome.APPROVED, ReportState.APPROVED, approved=number)


@transaction.atomic
def reopen(*, report: Report, reason: str, by: "User", number: int | None = None) -> Submission:
    """Hands a submission back to its organization; the review that decides it seals and logs."""
    number = report.submitted if number is None else number
    return _decide(report, number, by, Outcome.RETURNED, ReportState.RETURNED, reason=reason)


def _sound_lines(report: Report, on: date) -> list[ReportLine]:
    """The lines of a draft that may be sealed. Raises Refused where one of them has an error."""
    lines = lines_of(report, on)
    groups = check_report(line.checked for line in lines)
    found = [finding for group in groups.values() for finding in group]
    if has_errors(found):
        raise Refused(found)
    return lines


def _decide(
    report: Report, number: int, by: "User", outcome: Outcome, state: ReportState, **change: Any
) -> Submission:
    if not is_reviewer(by, report):
        raise PermissionDenied
    reason = change.pop("reason", "")
    waiting = Report.objects.filter(pk=report.pk, state=ReportState.SUBMITTED, submitted=number)
    if waiting.update(state=state, version=F("version") + 1, **change) != 1:
        raise Refused([refusals.NotWaiting()])
    report.refresh_from_db(fields=["state", "version", "approved", "submitted"])
    submission = Submission.objects.select_related("record").get(report=report, number=number)
    submission.report = report
    submission.outcome, submission.reason = outcome, reason
    submission.save(update_fields=["outcome", "reason"])
    return submission


def _begun(report: Report) -> str:
    return ReportState.DRAFT if report.state == ReportState.DUE else report.state


def _content(report: Report, statements: list[dict[str, Any]], by: "User") -> dict[str, Any]:
    period, organization = report.period, report.organization
    return {
        "report": report.uuid,
        "period": {
            "uuid": period.uuid,
            "kind": str(period.kind),
            "start": period.start,
            "end": period.end,
        },
        "organization": {"uuid": organization.uuid, "name": organization.name},
        "jurisdiction": organization.jurisdiction.slug,
        "revision": report.revision.number,
        "number": report.submitted,
        "simulated": report.programme.simulated,
        "by": {"uuid": by.uuid, "name": by.name},
        "statements": statements,
    }
