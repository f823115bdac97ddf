"""The whole way on a programme that was read from a notice and confirmed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tests.cast import Cast
from tongchou.apps.audit import verification
from tongchou.apps.reports.actions import open_period, save_draft, submit
from tongchou.apps.reports.models import Report
from tongchou.apps.reports.queries import ReportLine, lines_of
from tongchou.apps.reviews.actions import approve
from tongchou.apps.reviews.models import CurrentValue
from tongchou.apps.reviews.values import held_values, rebuild_current_values

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Programme

ON = date(2023, 4, 3)


def stated(line: ReportLine) -> dict[str, Any]:
    entry: dict[str, Any] = {"target": line.asked.target}
    if line.asked.rungs:
        return entry | {"rung": line.asked.rungs[0].uuid, "reached_on": date(2023, 3, 20)}
    return entry | {"value": "1", "unit": line.units[0]}


def test_every_target_is_reported_approved_and_verified(cast: Cast, programme: Programme) -> None:
    open_period(
        programme=programme,
        kind="baseline",
        start=date(2023, 3, 31),
        end=date(2023, 3, 31),
        opens=date(2023, 3, 31),
        due=date(2023, 4, 5),
        closes=date(2023, 4, 10),
        by=cast.coordinator,
    )
    reports = Report.objects.filter(programme=programme)
    assert reports.count() == 3
    asked = 0
    for report in reports:
        place = report.organization.jurisdiction.name
        lines = lines_of(report, ON)
        asked += len(lines)
        entries = [stated(line) for line in lines]
        save_draft(report=report, entries=entries, by=cast.liaison[place], on=ON)
        submit(report=report, by=cast.liaison[place], on=ON)
        approve(report=report, by=cast.reviewer[place], on=ON)
    answering = programme.targets.filter(answers__organization__isnull=False).count()
    assert asked == answering == CurrentValue.objects.count()
    assert rebuild_current_values(programme) == held_values(programme)
    assert list(verification.everything()) == []
