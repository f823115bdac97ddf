"""Holding decisions and current values against sealed records."""

from collections.abc import Iterator

from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.audit.queries import content_of
from tongchou.apps.audit.verification import unprojected
from tongchou.domain.shared.findings import Finding

from . import values
from .findings import DecisionDiffers
from .models import CurrentValue, Decision


def differences() -> Iterator[Finding]:
    """A finding for every decision and every current value that is not what was sealed."""
    programmes = {}
    rows = Decision.objects.select_related("record", "decided_by", "submission__report__programme")
    for decision in rows.iterator(chunk_size=200):
        programme = decision.submission.report.programme
        programmes[programme.pk] = programme
        yield from _decision_differences(decision)
    for value in CurrentValue.objects.exclude(programme__in=programmes).select_related("programme"):
        programmes[value.programme_id] = value.programme
    for programme in programmes.values():
        yield from values.differences(programme)
    yield from unprojected(RecordKind.DECISION, Decision.objects.all())


def _decision_differences(decision: Decision) -> Iterator[Finding]:
    sealed = content_of(decision.record)
    columns = {
        "submission": (sealed["submission"]["uuid"], str(decision.submission.uuid)),
        "verdict": (sealed["verdict"], decision.verdict),
        "reason": (sealed["reason"], decision.reason),
        "by": (sealed["by"]["uuid"], str(decision.decided_by.uuid)),
        "outcome": (sealed["verdict"], decision.submission.outcome),
        "reason of the submission": (sealed["reason"], decision.submission.reason),
    }
    for column, (was, found) in columns.items():
        if was != found:
            yield DecisionDiffers(uuid=decision.uuid, column=column, sealed=was, found=found)
