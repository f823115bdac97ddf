"""Filling a report: draft, evidence, submission, correction; and what a review does to it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.files import File
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from tongchou.apps.audit.actions import log, seal
from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.files.actions import check_evidence, store
from tongchou.domain.report import refusals
from tongchou.domain.report.statement import SCHEMA, sealed_content
from tongchou.domain.review.checks import check_report
from tongchou.domain.shared.findings import Finding, Refused, has_errors

from . import drafts
from .choices import EDITABLE, Outcome, ReportState
from .models import Evidence, Report, Submission
from .periods import extend_period, open_period
from .queries import is_liaison, is_reviewer, latest_submission, lines_of, whom_to_ask, within

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User

__all__ = ["extend_period", "open_period"]

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
    _require_liaison(by, report)
    if on < report.period.opens:
        raise Refused([_not_open(report)])
    written = drafts.written(lines_of(report, on), entries)
    if (too_long := drafts.too_long(written)) is not None:
        raise Refused([too_long])
    changed = drafts.changed(written)
    if not changed and report.state in EDITABLE:
        return report
    known = report.version if expected_version is None else expected_version
    _claim(report, EDITABLE, known, saved_by=by, saved_at=timezone.now(), state=_begun(report))
    drafts.write(report, changed)
    _log("report.save", report, by, after={"targets": [row.key for row in changed]})
    return report


def keep_unchanged(
    *, report: Report, by: "User", on: date, expected_version: int | None = None
) -> Report:
    """Repeats the last period's figure or stage on every line where nothing is stated yet."""
    entries = [
        {"target": line.asked.target, "no_change": True}
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
    _require_liaison(by, report)
    if report.state == ReportState.SUBMITTED:
        raise Refused([refusals.AlreadySubmitted()])
    if not within(report, on):
        raise Refused([outside(report, on)])
    _hold(report)
    lines = lines_of(report, on)
    groups = check_report(line.checked for line in lines)
    found = [finding for group in groups.values() for finding in group]
    if has_errors(found):
        raise Refused(found)
    previous, now = latest_submission(report), timezone.now()
    number = report.submitted + 1
    _claim(
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
        report=report,
        number=number,
        record=record,
        submitted_by=by,
        submitted_at=record.sealed_at,
    )
    _log("report.submit", report, by, after={"number": number}, record=record)
    return submission


@transaction.atomic
def correct(*, report: Report, by: "User", on: date) -> Report:
    """Opens an approved report again; what was approved stands until the correction is approved."""
    _require_liaison(by, report)
    if report.state != ReportState.APPROVED:
        raise Refused([refusals.NotApproved()])
    if not within(report, on):
        raise Refused([outside(report, on)])
    _claim(report, [ReportState.APPROVED], report.version, state=ReportState.DRAFT)
    _log("report.correct", report, by, after={"state": report.state})
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


@transaction.atomic
def add_evidence(
    *, report: Report, target: UUID, data: bytes | File, name: str, by: "User", on: date
) -> Evidence:
    """Attaches a file to a line. Raises Refused, and stores nothing, for a file of a forbidden

    kind. The same file attached twice to a line is one row.
    """
    _require_liaison(by, report)
    if on < report.period.opens:
        raise Refused([_not_open(report)])
    if found := check_evidence(data=data, name=name):
        raise Refused(found)
    row = report.programme.targets.get(uuid=target, answers__organization=report.organization_id)
    _hold(report)
    file = store(data=data, name=name, by=by)
    there = report.evidence.filter(
        target=row, removed_at=None, file__digest=file.digest, file__name=file.name
    ).first()
    if there is not None:
        return there
    evidence = Evidence.objects.create(
        report=report, target=row, file=file, added_at=timezone.now()
    )
    _log("report.evidence.add", report, by, after={"target": row.key, "file": file.name})
    return evidence


@transaction.atomic
def remove_evidence(*, evidence: Evidence, by: "User", on: date) -> None:
    """Takes a file off a draft; a submission that cites it keeps it."""
    report = evidence.report
    _require_liaison(by, report)
    if on < report.period.opens:
        raise Refused([_not_open(report)])
    _hold(report)
    rows = Evidence.objects.filter(pk=evidence.pk, removed_at=None)
    if rows.update(removed_at=timezone.now()):
        _log("report.evidence.remove", report, by, before={"file": evidence.file.name})


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


def _require_liaison(by: "User", report: Report) -> None:
    """A page never gets here for someone else's report; a programme that does is wrong."""
    if not is_liaison(by, report):
        raise PermissionDenied


def _claim(report: Report, states: Iterable[ReportState], version: int, **changes: Any) -> None:
    """Changes the row if nobody changed it since `version`, and holds it until the end."""
    if version == report.version:
        rows = Report.objects.filter(pk=report.pk, version=version, state__in=list(states))
        if rows.update(version=version + 1, **changes) == 1:
            for name, value in {**changes, "version": version + 1}.items():
                setattr(report, name, value)
            return
    raise Refused([_lost(report)])


def _lost(report: Report) -> Finding:
    state = Report.objects.values_list("state", flat=True).get(pk=report.pk)
    if state == ReportState.SUBMITTED:
        return refusals.AlreadySubmitted()
    return refusals.SavedMeanwhile() if state in EDITABLE else refusals.NotEditable()


def _hold(report: Report) -> None:
    """Holds the row of a draft, so that no submission passes while its evidence changes."""
    if Report.objects.filter(pk=report.pk, state__in=EDITABLE).update(saved_at=timezone.now()) != 1:
        raise Refused([_lost(report)])


def _begun(report: Report) -> str:
    return ReportState.DRAFT if report.state == ReportState.DUE else report.state


def _not_open(report: Report) -> Finding:
    return refusals.NotOpenYet(period=report.period.name, opens=report.period.opens)


def outside(report: Report, on: date) -> Finding:
    """Why a report is not taken on a day: its period has not opened, or has closed."""
    if on < report.period.opens:
        return _not_open(report)
    return refusals.Closed(
        period=report.period.name,
        closes=report.period.closes,
        whom=whom_to_ask(report.programme),
    )


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


def _log(action: str, report: Report, by: "User", **said: Any) -> None:
    log(
        action=action,
        by=by,
        object_kind="report",
        object_uuid=report.uuid,
        programme=report.programme.uuid,
        **said,
    )
