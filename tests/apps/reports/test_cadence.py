"""A target that is reported on each quarter has a line only where a quarter ends."""

from __future__ import annotations

from datetime import date

import pytest

from tests.apps.assessments.world import report_of
from tests.cast import Cast
from tests.programmes_cast import make_draft
from tests.refusals import codes
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme
from tongchou.apps.programmes.queries import draft_reading
from tongchou.apps.reports.actions import open_period
from tongchou.apps.reports.lines import targets_of_report
from tongchou.apps.reports.models import Period
from tongchou.domain.shared.findings import Refused
from tongchou.domain.shared.periods import month_end


def running(cast: Cast, cadences: dict[str, str]) -> Programme:
    """Every target monthly but those named."""
    programme = make_draft(cast)
    for target in draft_reading(programme).targets:
        path = f"tasks/{target.task}/targets/{target.key}/cadence"
        value = cadences.get(target.key, cadences.get("", "month"))
        actions.correct(programme=programme, path=path, value=value, by=cast.coordinator)
    actions.confirm_remaining(programme=programme, by=cast.coordinator)
    actions.confirm_programme(programme=programme, by=cast.coordinator)
    return programme


def month(programme: Programme, cast: Cast, number: int) -> Period:
    start = date(2023, number, 1)
    return open_period(
        programme=programme,
        kind="month",
        start=start,
        end=month_end(start),
        opens=start,
        due=month_end(start),
        closes=month_end(start),
        by=cast.coordinator,
    )


def asked(period: Period, cast: Cast) -> list[str]:
    return [target.key for target in targets_of_report(report_of(period, cast, "万州"))]


def test_a_quarterly_target_is_asked_for_where_a_quarter_ends(cast: Cast) -> None:
    programme = running(cast, {"1.2": "quarter", "4.1": "year"})
    august, september = month(programme, cast, 8), month(programme, cast, 9)
    assert {"1.2", "4.1"}.isdisjoint(asked(august, cast))
    assert "1.1" in asked(august, cast)
    assert "1.2" in asked(september, cast)
    assert "4.1" not in asked(september, cast)
    assert "4.1" in asked(month(programme, cast, 12), cast)


def test_a_month_that_asks_for_nothing_is_not_opened(cast: Cast) -> None:
    programme = running(cast, {"": "quarter"})
    with pytest.raises(Refused) as refused:
        month(programme, cast, 8)
    assert len(codes(refused)) == 1
    assert month(programme, cast, 9).reports.exists()
