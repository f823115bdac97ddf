"""The demo's year of reports: every period is reported, reviewed and assessed as people would.

Who is late, who is returned and who never reports is drawn from the fixed seed.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction

from tongchou.apps.programmes.queries import targets_of
from tongchou.apps.reports import actions as reports
from tongchou.apps.reports.lines import targets_of_report
from tongchou.apps.reviews import actions as reviews
from tongchou.domain.report.period import Calendar

from . import evidence
from .dates import BASELINE, BUSINESS_DATE, days_between
from .people import Field, Office
from .promises import promise_of
from .simulation import SEED, Promise, state

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User
    from tongchou.apps.programmes.models import Programme, Target
    from tongchou.apps.reports.models import Period, Report

SILENT = {"达州市数字经济局": date(2023, 3, 31), "开州区市场监管局": date(2023, 7, 31)}
"""Organizations that report nothing from a period on, so that something is missing."""
WAITING = "开州区科技局"
"""Its September report still waits for review."""
RETURNED, LATE, WITH_EVIDENCE = 0.10, 0.12, 0.10
OPEN_STATES = ((0.08, "approved"), (0.20, "submitted"), (0.26, "returned"), (0.40, "draft"))
"""How far the reports of the open period have come; the rest are not begun."""
REASON = "（演示）填报数与佐证材料不一致，请核对后重新提交。"


@dataclass(frozen=True, slots=True)
class Filing:
    """One report with who writes and who reviews it, and its own chance."""

    report: "Report"
    liaison: "User"
    reviewer: "User"
    chance: random.Random
    entries: list[dict[str, Any]]


def _reports(period: "Period") -> "list[Report]":
    rows = period.reports.select_related(
        "programme", "period", "revision__record", "organization__jurisdiction"
    )
    return list(rows.order_by("organization__jurisdiction__order", "organization_id"))


class Year:
    def __init__(self, programme: "Programme", office: Office, field: Field) -> None:
        self.programme = programme
        self.office = office
        self.field = field
        self.promises: dict[UUID, Promise] = {
            target.uuid: promise_of(target) for target in targets_of(programme)
        }

    @transaction.atomic
    def pass_period(self, calendar: Calendar, kind: str) -> None:
        """Opens a period and takes its reports as far as they have come by the business date."""
        period = reports.open_period(
            programme=self.programme,
            kind=kind,
            start=calendar.start,
            end=calendar.end,
            opens=calendar.opens,
            due=calendar.due,
            closes=calendar.closes,
            by=self.office.coordinator,
        )
        for report in _reports(period):
            since = SILENT.get(report.organization.name)
            if since is not None and since <= calendar.end:
                continue
            filing = self._filing(report, calendar)
            if calendar.closes < BUSINESS_DATE:
                self._file(filing, calendar)
            else:
                _begin(filing)

    def _filing(self, report: "Report", calendar: Calendar) -> Filing:
        organization = report.organization
        chance = random.Random(f"{SEED}:{organization.name}:{calendar.end}")
        stated = [
            self._entry(target, organization.jurisdiction.name, calendar.end)
            for target in targets_of_report(report)
        ]
        return Filing(
            report=report,
            liaison=self.field.liaisons[organization.pk],
            reviewer=self.field.reviewers[organization.jurisdiction_id],
            chance=chance,
            entries=stated,
        )

    def _entry(self, target: "Target", jurisdiction: str, as_of: date) -> dict[str, Any]:
        promise = self.promises[target.uuid]
        stated = state(promise, jurisdiction, as_of)
        before = state(promise, jurisdiction, as_of.replace(day=1) - timedelta(days=1))
        rung = UUID(stated.stage) if stated.stage else None
        return {
            "target": target.uuid,
            "value": stated.value,
            "unit": stated.unit,
            "rung": rung,
            "reached_on": stated.reached_on,
            "no_change": bool(rung) and as_of > BASELINE.end and stated.stage == before.stage,
            "none_yet": rung is None and not stated.value,
            "words": stated.words,
            "problems": stated.problems,
        }

    def _file(self, filing: Filing, calendar: Calendar) -> None:
        """A closed period: submitted, sometimes returned and corrected, approved."""
        on = _day(filing, calendar)
        if filing.chance.random() < RETURNED:
            _submit(filing, _mistyped(filing.entries), on)
            reviews.return_report(report=filing.report, reason=REASON, by=filing.reviewer, on=on)
        _submit(filing, filing.entries, on)
        last = calendar.closes.month == BUSINESS_DATE.month
        if not (last and filing.report.organization.name == WAITING):
            reviews.approve(report=filing.report, by=filing.reviewer, on=on)


def _day(filing: Filing, calendar: Calendar) -> date:
    """A day after the period's end, by the due day, or late but before it closes."""
    late = filing.chance.random() < LATE
    first = max(calendar.opens, calendar.end)
    days = days_between(calendar.due if late else first, calendar.closes if late else calendar.due)
    return filing.chance.choice(days[1:])


def _begin(filing: Filing) -> None:
    """The open period: some are approved, submitted, returned or drafted, most are not begun."""
    place = filing.chance.random()
    come = next((name for bound, name in OPEN_STATES if place < bound), "due")
    if come == "due":
        return
    if come == "draft":
        _save(filing, filing.entries[:1], BUSINESS_DATE)
        return
    _submit(filing, filing.entries, BUSINESS_DATE)
    if come == "approved":
        reviews.approve(report=filing.report, by=filing.reviewer, on=BUSINESS_DATE)
    if come == "returned":
        reviews.return_report(
            report=filing.report, reason=REASON, by=filing.reviewer, on=BUSINESS_DATE
        )


def _save(filing: Filing, entries: list[dict[str, Any]], on: date) -> None:
    reports.save_draft(report=filing.report, entries=entries, by=filing.liaison, on=on)


def _submit(filing: Filing, entries: list[dict[str, Any]], on: date) -> None:
    _save(filing, entries, on)
    if filing.chance.random() < WITH_EVIDENCE:
        _prove(filing, on)
    reports.submit(report=filing.report, by=filing.liaison, on=on)


def _prove(filing: Filing, on: date) -> None:
    """A small file for the first target, as text or as PDF."""
    target = targets_of_report(filing.report)[0]
    words = str(filing.entries[0]["words"])
    if filing.chance.random() < 0.5:
        name, data = "演示佐证.txt", evidence.text_file(filing.report.organization.name, [words])
    else:
        name, data = "演示佐证.pdf", evidence.pdf_file([f"Target {target.key}", f"{on}"])
    reports.add_evidence(
        report=filing.report, target=target.uuid, data=data, name=name, by=filing.liaison, on=on
    )


def _mistyped(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first figure with a digit too many, as it happens."""
    wrong = [dict(entry) for entry in entries]
    for entry in wrong:
        if entry["value"]:
            entry["value"] += "9" if "." in entry["value"] else "0"
            break
    return wrong
