"""Reports as people look for them: what is due, what is missing, what was submitted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from tongchou.apps.audit.queries import content_of
from tongchou.apps.organizations.queries import coordinators_of, standing
from tongchou.domain.report.statement import Sealed

from .choices import EDITABLE, Outcome, ReportState, ShownState
from .lines import ReportLine, last_statements, lines_of, sealed_lines, statements_of
from .models import Evidence, Period, Report, Submission

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import Jurisdiction, User
    from tongchou.apps.programmes.models import Programme, Target

__all__ = [
    "ReportLine",
    "last_statements",
    "lines_of",
    "sealed_lines",
    "statements_of",
]

ANSWERED = (ReportState.SUBMITTED, ReportState.APPROVED)
_WITH_ALL = ("programme", "period", "organization__jurisdiction", "revision")


@dataclass(frozen=True, slots=True)
class DueReport:
    """A report in the liaison's list. `days_left` counts to the due date, below zero when late."""

    report: Report
    shown: ShownState
    days_left: int
    open: bool

    @property
    def late(self) -> bool:
        return self.days_left < 0 and self.asks

    @property
    def asks(self) -> bool:
        """Whether the liaison has something to do here."""
        if self.report.state not in EDITABLE:
            return False
        return self.open or not self.report.approved


@dataclass(frozen=True, slots=True)
class Completeness:
    """One jurisdiction in a period: its reports, how many stand in each state, who is missing."""

    jurisdiction: "Jurisdiction"
    reports: tuple[Report, ...]
    counts: Counter[ShownState]

    @property
    def missing(self) -> tuple[Report, ...]:
        return tuple(report for report in self.reports if not answered(report))

    @property
    def handed_in(self) -> tuple[Report, ...]:
        return tuple(report for report in self.reports if answered(report))


def shown_state(report: Report) -> ShownState:
    """The state in words: a draft that corrects an approved report is not one never submitted."""
    if report.state == ReportState.DRAFT and report.approved:
        return ShownState.CORRECTING
    return ShownState(report.state)


def answered(report: Report) -> bool:
    """Whether a submission of it waits or was approved, also while it is being corrected."""
    return report.state in ANSWERED or report.approved > 0


def within(report: Report, on: date) -> bool:
    period = report.period
    late = on > period.closes and report.state != ReportState.RETURNED
    return period.opens <= on and not late


def is_liaison(user: "User", report: Report) -> bool:
    return report.organization_id in standing(user, report.programme.uuid).organizations


def is_reviewer(user: "User", report: Report) -> bool:
    held = standing(user, report.programme.uuid)
    return report.organization.jurisdiction_id in held.jurisdictions


def is_coordinator(user: "User", programme: "Programme") -> bool:
    return standing(user, programme.uuid).coordinator


def report_for(user: "User", slug: str, uuid: UUID) -> Report:
    """The report, where the person sees it; Http404 where not."""
    rows = Report.objects.visible_to(user).select_related(*_WITH_ALL)
    return get_object_or_404(rows, programme__slug=slug, uuid=uuid)


def submission_for(user: "User", slug: str, uuid: UUID) -> Submission:
    rows = Submission.objects.visible_to(user).select_related(
        "record", "submitted_by", *(f"report__{name}" for name in _WITH_ALL)
    )
    return get_object_or_404(rows, report__programme__slug=slug, uuid=uuid)


def evidence_for(user: "User", report: Report, uuid: UUID) -> Evidence:
    """A liaison sees the own drafts' evidence; everyone else what a visible submission cites."""
    evidence = get_object_or_404(report.evidence.select_related("file"), uuid=uuid)
    if is_liaison(user, report):
        return evidence
    cited = {
        proof.uuid
        for submission in submissions_of(user, report)
        for statement in statements_of(submission).values()
        for proof in statement.evidence
    }
    return get_object_or_404(
        report.evidence.filter(uuid__in=cited).select_related("file"), uuid=uuid
    )


def content(submission: Submission) -> dict[str, Any]:
    """What was sealed."""
    return content_of(submission.record)


def shown_statements(submission: Submission) -> list[tuple["Target", Sealed]]:
    """The sealed statements beside their targets, in the order of the notice."""
    sealed = statements_of(submission)
    targets = submission.report.programme.targets.filter(uuid__in=sealed)
    rows = targets.select_related("task", "project").order_by("task__number", "order")
    return [(target, sealed[target.uuid]) for target in rows]


def submissions_of(user: "User", report: Report) -> QuerySet[Submission]:
    """The submissions of a report that the person sees, the latest first."""
    rows = Submission.objects.visible_to(user).filter(report=report)
    return rows.select_related("record", "submitted_by").order_by("-number")


def visible_submissions(user: "User", uuids: Iterable[str]) -> set[str]:
    """Those of the submissions that the person may open."""
    rows = Submission.objects.visible_to(user).filter(uuid__in=set(uuids))
    return {str(uuid) for uuid in rows.values_list("uuid", flat=True)}


def submissions_with_records(uuids: Iterable[str]) -> dict[str, Submission]:
    rows = Submission.objects.filter(uuid__in=set(uuids)).select_related("record")
    return {str(row.uuid): row for row in rows}


def latest_submission(report: Report) -> Submission | None:
    rows = Submission.objects.filter(report=report).select_related("record", "submitted_by")
    return rows.order_by("-number").first()


def waiting_submissions(
    programme: "Programme", jurisdictions: Iterable[int]
) -> QuerySet[Submission]:
    """What waits for the reviewers of these jurisdictions (primary keys), the oldest first."""
    return (
        Submission.objects.filter(
            report__programme=programme,
            report__organization__jurisdiction__in=list(jurisdictions),
            outcome=Outcome.WAITING,
        )
        .select_related("report__period", "report__organization__jurisdiction", "submitted_by")
        .order_by("report__period__end", "submitted_at", "id")
    )


def reports_due(user: "User", programme: "Programme", on: date) -> list[DueReport]:
    """The reports of the person's organizations: those open, the earlier ones, those to come."""
    rows = (
        Report.objects.writable_by(user)
        .filter(programme=programme)
        .select_related("period", "organization__jurisdiction")
    )
    due = [
        DueReport(
            report=report,
            shown=shown_state(report),
            days_left=(report.period.due - on).days,
            open=report.period.opens <= on <= report.period.closes,
        )
        for report in rows
    ]
    due.sort(key=lambda row: (row.report.period.end, -row.report.organization_id), reverse=True)
    return sorted(due, key=lambda row: _place(row, on))


def _place(row: DueReport, on: date) -> int:
    if row.open or row.report.state == ReportState.RETURNED:
        return 0
    return 1 if row.report.period.opens <= on else 2


def periods_of(programme: "Programme") -> QuerySet[Period]:
    """The latest first, each with how many reports it asks for and how many are answered."""
    answered_rows = Q(reports__state__in=ANSWERED) | Q(reports__approved__gt=0)
    return programme.periods.annotate(
        asked=Count("reports"), answered=Count("reports", filter=answered_rows)
    ).order_by("-end", "-id")


def period_for(programme: "Programme", uuid: UUID) -> Period:
    return get_object_or_404(Period, programme=programme, uuid=uuid)


def completeness(programme: "Programme", period: Period) -> list[Completeness]:
    """Who answered and who did not, by jurisdiction in the order of the registry."""
    grouped: dict[int, list[Report]] = {}
    rows = Report.objects.filter(programme=programme, period=period)
    for report in rows.select_related("organization__jurisdiction", "saved_by"):
        grouped.setdefault(report.organization.jurisdiction_id, []).append(report)
    return [
        Completeness(
            jurisdiction=reports[0].organization.jurisdiction,
            reports=tuple(reports),
            counts=Counter(shown_state(report) for report in reports),
        )
        for reports in grouped.values()
    ]


def whom_to_ask(programme: "Programme") -> str:
    """The coordinators by name."""
    return "、".join(user.name for user in coordinators_of(programme.uuid))
