"""Current values: written from an approved submission, rebuilt from sealed records, compared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tongchou.apps.audit.queries import content_of
from tongchou.apps.reports.queries import statements_of
from tongchou.domain.report.statement import Sealed, read_sealed
from tongchou.domain.shared.canonical import decimal_text
from tongchou.domain.shared.findings import Finding

from .choices import Verdict
from .findings import CurrentValueDiffers
from .models import CurrentValue, Decision

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Programme
    from tongchou.apps.reports.models import Submission

Key = tuple[UUID, str, UUID]
"""Target, slug of the jurisdiction, period."""


@dataclass(frozen=True, slots=True)
class Value:
    """One current value as records tell it; `submission` is the one it was approved in."""

    value: str
    unit: str
    rung: UUID | None
    reached_on: date | None
    words: str
    problems: str
    submission: UUID

    @classmethod
    def of(cls, sealed: Sealed, submission: UUID) -> "Value":
        return cls(
            value="" if sealed.value is None else decimal_text(sealed.value),
            unit=sealed.unit,
            rung=sealed.rung,
            reached_on=sealed.reached_on,
            words=sealed.words,
            problems=sealed.problems,
            submission=submission,
        )


def rows_of(submission: "Submission", approved_at: datetime) -> list[CurrentValue]:
    """The rows that the approval of a submission asks for."""
    report = submission.report
    statements = statements_of(submission)
    targets = report.programme.targets.filter(uuid__in=statements).prefetch_related("rungs")
    rows = []
    for target in targets:
        value = Value.of(statements[target.uuid], submission.uuid)
        rungs = {rung.uuid: rung.pk for rung in target.rungs.all()}
        rows.append(
            CurrentValue(
                programme_id=report.programme_id,
                target=target,
                jurisdiction=report.organization.jurisdiction,
                period_id=report.period_id,
                value=value.value,
                unit=value.unit,
                rung_id=rungs[value.rung] if value.rung else None,
                reached_on=value.reached_on,
                words=value.words,
                problems=value.problems,
                submission=submission,
                approved_at=approved_at,
            )
        )
    return rows


def rebuild_current_values(programme: "Programme") -> dict[Key, Value]:
    """The current values as the sealed records alone give them: the last approval counts."""
    decisions = Decision.objects.filter(
        submission__report__programme=programme, verdict=Verdict.APPROVED
    ).select_related("record", "submission__record")
    found: dict[Key, Value] = {}
    for decision in decisions.order_by("decided_at", "id"):
        decided = content_of(decision.record)
        if decided["verdict"] != Verdict.APPROVED:
            continue
        found |= dict(_values(content_of(decision.submission.record), decided["submission"]))
    return found


def _values(
    content: Mapping[str, Any], submission: Mapping[str, Any]
) -> Iterator[tuple[Key, Value]]:
    for data in content["statements"]:
        sealed = read_sealed(data)
        key = (sealed.target, content["jurisdiction"], UUID(content["period"]["uuid"]))
        yield key, Value.of(sealed, UUID(submission["uuid"]))


def held_values(programme: "Programme") -> dict[Key, Value]:
    """The current values as the table holds them."""
    rows = CurrentValue.objects.filter(programme=programme).select_related(
        "target", "jurisdiction", "period", "rung", "submission"
    )
    return {
        (row.target.uuid, row.jurisdiction.slug, row.period.uuid): Value(
            value=row.value,
            unit=row.unit,
            rung=row.rung.uuid if row.rung else None,
            reached_on=row.reached_on,
            words=row.words,
            problems=row.problems,
            submission=row.submission.uuid,
        )
        for row in rows
    }


def differences(programme: "Programme") -> Iterator[Finding]:
    """A finding for every current value that is not what the records say."""
    sealed, held = rebuild_current_values(programme), held_values(programme)
    for key in sorted(sealed.keys() | held.keys(), key=str):
        if sealed.get(key) != held.get(key):
            target, jurisdiction, period = key
            yield CurrentValueDiffers(
                programme=programme.slug, target=target, jurisdiction=jurisdiction, period=period
            )
