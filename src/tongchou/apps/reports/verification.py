"""Holding submissions against their sealed records."""

from collections.abc import Iterator

from tongchou.apps.audit.queries import content_of
from tongchou.domain.shared.findings import Finding

from .findings import SubmissionDiffers
from .models import Submission


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
            "organization": (sealed["organization"]["uuid"], str(report.organization.uuid)),
            "by": (sealed["by"]["uuid"], str(submission.submitted_by.uuid)),
        }
        for column, (was, found) in columns.items():
            if was != found:
                yield SubmissionDiffers(
                    uuid=submission.uuid, column=column, sealed=was, found=found
                )
