"""The lines of a report: one for each target that its organization answers for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from tongchou.apps.audit.queries import content_of
from tongchou.apps.programmes.queries import rungs_in_force
from tongchou.domain.programme.target import TargetKind
from tongchou.domain.report.figure import units_for
from tongchou.domain.report.period import asked_for
from tongchou.domain.report.statement import (
    Asked,
    AskedRung,
    Line,
    Proof,
    Sealed,
    Statement,
    read_sealed,
)
from tongchou.domain.shared.quantities import Comparator

from . import models
from .choices import Outcome

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Target


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A target as the form shows it, and the same as the checks read it (`checked`)."""

    target: "Target"
    checked: Line
    evidence: tuple[models.Evidence, ...]

    @property
    def asked(self) -> Asked:
        return self.checked.asked

    @property
    def stated(self) -> Statement:
        return self.checked.stated

    @property
    def last(self) -> Sealed | None:
        return self.checked.last

    @property
    def units(self) -> tuple[str, ...]:
        return units_for(self.asked.unit, self.asked.printed_unit)

    def with_statement(self, stated: Statement) -> "ReportLine":
        return replace(self, checked=replace(self.checked, stated=stated))


def asked_of(target: "Target") -> Asked:
    """A ceiling is no goal that a figure could reach, so it is not given as one."""
    rungs = tuple(
        AskedRung(rung.uuid, rung.number, rung.name, rung.proof, rung.planned)
        for rung in target.rungs.all()
    )
    goal = target.value and target.comparator != Comparator.AT_MOST
    return Asked(
        target=target.uuid,
        key=target.key,
        kind=TargetKind(target.kind),
        text=target.text,
        unit=target.unit,
        printed_unit=target.printed_unit,
        measure=target.measure,
        value=Decimal(target.value) if goal else None,
        rungs=rungs,
    )


def targets_of_report(report: models.Report) -> list["Target"]:
    """What the organization answers for and the period asks for, in the order of the notice,

    with tasks and rungs.
    """
    rows = report.programme.targets.filter(
        cadence__in=asked_for(report.period.kind, report.period.end),
        answers__organization=report.organization_id,
        answers__jurisdiction=report.organization.jurisdiction_id,
    )
    return list(
        rows.select_related("task", "project")
        .prefetch_related(rungs_in_force())
        .order_by("task__number", "order")
    )


def last_statements(report: models.Report) -> dict[UUID, Sealed]:
    """What the organization's latest earlier period said, by target.

    A submission that was returned does not count, one that still waits does.
    """
    submission = (
        models.Submission.objects.filter(
            report__programme=report.programme_id,
            report__organization=report.organization_id,
            report__period__end__lt=report.period.end,
        )
        .exclude(outcome=Outcome.RETURNED)
        .select_related("record")
        .order_by("-report__period__end", "-number")
        .first()
    )
    return statements_of(submission) if submission else {}


def statements_of(submission: models.Submission) -> dict[UUID, Sealed]:
    """The statements as they were sealed, by target, in their order."""
    sealed = map(read_sealed, content_of(submission.record)["statements"])
    return {statement.target: statement for statement in sealed}


def evidence_of(report: models.Report) -> dict[int, list[models.Evidence]]:
    """The evidence of the draft, by the target's primary key."""
    found: dict[int, list[models.Evidence]] = defaultdict(list)
    for row in report.evidence.filter(removed_at=None).select_related("file"):
        found[row.target_id].append(row)
    return found


def proof_of(evidence: models.Evidence) -> Proof:
    file = evidence.file
    return Proof(evidence.uuid, file.name, file.algorithm, file.digest)


def lines_of(report: models.Report, on: date) -> list[ReportLine]:
    """The lines of a draft as it is stored; `on` is the business date of the checks."""
    targets = targets_of_report(report)
    drafts = {row.target_id: row for row in report.statements.select_related("rung")}
    evidence, last = evidence_of(report), last_statements(report)
    return [
        ReportLine(
            target=target,
            checked=Line(
                asked=asked_of(target),
                stated=_stated(target, drafts.get(target.pk), evidence.get(target.pk, [])),
                last=last.get(target.uuid),
                as_of=report.period.end,
                on=on,
                begins=report.programme.start,
            ),
            evidence=tuple(evidence.get(target.pk, [])),
        )
        for target in targets
    ]


def sealed_lines(
    report: models.Report,
    statements: Mapping[UUID, Sealed],
    last: Mapping[UUID, Sealed],
    on: date,
) -> list[ReportLine]:
    """The lines of a submission, as the checks read them again in review."""
    return [
        ReportLine(
            target=target,
            checked=Line(
                asked=asked_of(target),
                stated=restated(statements[target.uuid]),
                last=last.get(target.uuid),
                as_of=report.period.end,
                on=on,
                begins=report.programme.start,
            ),
            evidence=(),
        )
        for target in targets_of_report(report)
        if target.uuid in statements
    ]


def restated(sealed: Sealed) -> Statement:
    """A sealed statement as it was typed."""
    return Statement(
        value=sealed.printed,
        unit=sealed.printed_unit,
        rung=sealed.rung,
        reached_on=sealed.reached_on,
        no_change=sealed.no_change,
        none_yet=sealed.none_yet,
        words=sealed.words,
        problems=sealed.problems,
        evidence=sealed.evidence,
    )


def _stated(
    target: "Target", draft: models.Statement | None, evidence: Iterable[models.Evidence]
) -> Statement:
    proofs = tuple(proof_of(row) for row in evidence)
    if draft is None:
        return Statement(unit=target.printed_unit, evidence=proofs)
    return Statement(
        value=draft.value,
        unit=draft.unit or target.printed_unit,
        rung=draft.rung.uuid if draft.rung else None,
        reached_on=draft.reached_on,
        no_change=draft.no_change,
        none_yet=draft.none_yet,
        words=draft.words,
        problems=draft.problems,
        evidence=proofs,
    )
