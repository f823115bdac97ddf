"""Holding submissions against their sealed records."""

from collections.abc import Iterator

from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.audit.findings import ProjectionDiffers
from tongchou.apps.audit.queries import content_of
from tongchou.apps.audit.verification import unprojected
from tongchou.domain.shared.findings import Finding

from .choices import Outcome, ReportState
from .findings import SubmissionDiffers
from .models import Report, Submission


def differences() -> Iterator[Finding]:
    """A finding for every column that is not what was sealed."""
    rows = Submission.objects.select_related(
        "record", "submitted_by", "report__period", "report__organization"
    )
    for submission in rows.iterator(chunk_size=200):
        sealed = content_of(submission.record)
        report = submission.report
        columns = {
            "number": (sealed["number"], submission.number),
            "report": (sealed["report"], str(report.uuid)),
            "period": (sealed["period"]["uuid"], str(report.period.uuid)),
            "start": (sealed["period"]["start"], report.period.start.isoformat()),
            "end": (sealed["period"]["end"], report.period.end.isoformat()),
            "organization": (sealed["organization"]["uuid"], str(report.organization.uuid)),
            "by": (sealed["by"]["uuid"], str(submission.submitted_by.uuid)),
        }
        for column, (was, found) in columns.items():
            if was != found:
                yield SubmissionDiffers(
                    uuid=submission.uuid, column=column, sealed=was, found=found
                )
    yield from _report_differences()
    yield from unprojected(RecordKind.SUBMISSION, Submission.objects.all())


def _report_differences() -> Iterator[Finding]:
    """Where a report does not stand as its submissions, held against their records, say."""
    for report in Report.objects.prefetch_related("submissions").iterator(chunk_size=200):
        made = sorted(report.submissions.all(), key=lambda submission: submission.number)
        approved = [row.number for row in made if row.outcome == Outcome.APPROVED]
        waits = bool(made) and made[-1].outcome == Outcome.WAITING
        columns = {
            "submitted": (made[-1].number if made else 0, report.submitted),
            "approved": (approved[-1] if approved else 0, report.approved),
            "waiting": (waits, report.state == ReportState.SUBMITTED),
        }
        for column, (was, found) in columns.items():
            if was != found:
                yield ProjectionDiffers(
                    object=f"report {report.uuid}", column=column, sealed=was, found=found
                )
