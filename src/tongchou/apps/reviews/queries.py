"""What waits for a reviewer, what was decided, and the current values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from tongchou.apps.organizations.queries import standing
from tongchou.apps.reports.queries import (
    ReportLine,
    last_statements,
    sealed_lines,
    statements_of,
    waiting_submissions,
)
from tongchou.domain.report.statement import Sealed
from tongchou.domain.review.checks import check_line
from tongchou.domain.shared.findings import Finding

from .models import CurrentValue, Decision
from .values import held_values, rebuild_current_values

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User
    from tongchou.apps.programmes.models import Programme
    from tongchou.apps.reports.models import Submission

__all__ = ["held_values", "rebuild_current_values"]

EARLIER = 30
"""Decisions shown below the queue."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A submitted line beside the last period's, with what the checks say of it."""

    line: ReportLine
    sealed: Sealed
    findings: tuple[Finding, ...]

    @property
    def last(self) -> Sealed | None:
        return self.line.last

    @property
    def changed(self) -> bool:
        return self.last is None or not self.sealed.same_state(self.last)


def to_review(user: "User", programme: "Programme") -> QuerySet["Submission"]:
    """The submissions that wait for this reviewer, those due first coming first."""
    held = standing(user, programme.uuid)
    return waiting_submissions(programme, held.jurisdictions)


def decided(user: "User", programme: "Programme") -> QuerySet[Decision]:
    """The latest decisions in the reviewer's jurisdiction."""
    held = standing(user, programme.uuid)
    return (
        Decision.objects.filter(
            submission__report__programme=programme,
            submission__report__organization__jurisdiction__in=held.jurisdictions,
        )
        .select_related("submission__report__period", "submission__report__organization")
        .select_related("decided_by")
        .order_by("-decided_at")[:EARLIER]
    )


def compare(submission: "Submission", on: date) -> list[Compared]:
    """Every line of a submission as its reviewer reads it."""
    report = submission.report
    statements: Mapping[UUID, Sealed] = statements_of(submission)
    lines = sealed_lines(report, statements, last_statements(report), on)
    return [
        Compared(line, statements[line.asked.target], tuple(check_line(line.checked)))
        for line in lines
    ]


def current_values(programme: "Programme", until: date) -> QuerySet[CurrentValue]:
    """What is approved for periods that ended by a date, the earliest period first."""
    return (
        CurrentValue.objects.filter(programme=programme, period__end__lte=until)
        .select_related("target", "jurisdiction", "period", "rung", "submission")
        .order_by("target_id", "jurisdiction_id", "period__end", "id")
    )
