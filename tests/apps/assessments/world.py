"""The tests' programme with reports of September approved, so that most kinds of light occur."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.cast import Cast
from tongchou.apps.programmes.queries import targets_of
from tongchou.apps.reports.actions import open_period, save_draft, submit
from tongchou.apps.reports.models import Period, Report
from tongchou.apps.reviews.actions import approve

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Programme
    from tongchou.apps.reports.models import Submission

SEPTEMBER = date(2023, 9, 30)
ON = date(2023, 10, 10)
Figures = dict[str, "str | int | None"]
"""By target key: a value in the printed unit, the number of the stage reached, 0 for none yet."""

STATED: dict[str, Figures] = {
    "万州": {"1.1": "1", "1.2": 3, "2.1": "1", "2.2": 3, "3.1": "7000", "4.1": "60", "5.1": 3},
    "达州": {"1.1": "0.8", "1.2": 2, "2.1": "2", "2.2": 3, "3.2": "0.4", "4.1": "50", "5.1": 0},
    "开州": {"1.1": "0.5", "1.2": 3, "2.1": "0", "2.2": 2, "4.1": "70", "5.1": 0},
}


def september(programme: Programme, cast: Cast) -> Period:
    return open_period(
        programme=programme,
        kind="month",
        start=date(2023, 9, 1),
        end=SEPTEMBER,
        opens=date(2023, 10, 1),
        due=date(2023, 10, 8),
        closes=date(2023, 10, 20),
        by=cast.coordinator,
    )


def report_of(period: Period, cast: Cast, place: str) -> Report:
    return Report.objects.select_related(
        "programme", "period", "organization__jurisdiction", "revision"
    ).get(period=period, organization=cast.organization[place])


def submitted(period: Period, cast: Cast, place: str, stated: Figures) -> Submission:
    """A sound report of the place's department, submitted."""
    report = report_of(period, cast, place)
    entries = [
        entry(target, stated[target.key])
        for target in targets_of(report.programme)
        if target.key in stated
    ]
    save_draft(report=report, entries=entries, by=cast.liaison[place], on=ON)
    return submit(report=report, by=cast.liaison[place], on=ON)


def approved(period: Period, cast: Cast, place: str, stated: Figures) -> Submission:
    submission = submitted(period, cast, place, stated)
    approve(report=report_of(period, cast, place), by=cast.reviewer[place], on=ON)
    submission.refresh_from_db()
    return submission


def entry(target: Any, stated: str | int | None) -> dict[str, Any]:
    if isinstance(stated, str):
        return {"target": target.uuid, "value": stated, "unit": target.printed_unit}
    if not stated:
        return {"target": target.uuid, "none_yet": True, "words": "尚未启动"}
    reached = target.rungs.all()[stated - 1].uuid
    return {"target": target.uuid, "rung": reached, "reached_on": date(2023, 9, 20)}


def report_all(programme: Programme, cast: Cast) -> Period:
    period = september(programme, cast)
    for place, stated in STATED.items():
        approved(period, cast, place, stated)
    return period
