"""Remarks stand at the field they are about, whether the compiler or a check found them."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.checks import findings_by_task, programme_findings, standing_against
from tongchou.apps.programmes.models import Programme
from tongchou.apps.programmes.queries import draft_reading
from tongchou.apps.programmes.remarks import by_place, by_task
from tongchou.domain.programme.programme import Programme as Reading


@pytest.fixture
def reading(draft: Programme) -> Reading:
    return draft_reading(draft)


def places(reading: Reading, number: int) -> dict[str, list[str]]:
    placed, _ = by_task(reading, findings_by_task(reading))
    found = by_place(reading, reading.task(number), placed[number])
    return {place: [remark["code"] for remark in remarks] for place, remarks in found.items()}


def test_every_finding_of_the_compiler_has_one_home(reading: Reading) -> None:
    placed, loose = by_task(reading, {})
    told = [remark for remarks in placed.values() for remark in remarks] + loose
    assert sorted(r["code"] for r in told) == sorted(f.code for f in reading.findings)
    assert {remark["code"] for remark in loose} >= {"N123"}


def test_a_soft_period_is_remarked_at_the_period(reading: Reading) -> None:
    assert places(reading, 5)["period"] == ["N121"]


def test_a_target_has_the_remarks_on_its_words_and_on_its_fields(reading: Reading) -> None:
    assert set(places(reading, 5)["5.1"]) >= {"N124", "P111"}


def test_a_task_without_remarks_has_no_places(reading: Reading) -> None:
    assert places(reading, 4) == {}


def test_a_check_is_remarked_where_it_can_be_mended(cast: Cast, draft: Programme) -> None:
    corrections = {
        "tasks/2/organizations/0/jurisdiction": None,
        "tasks/2/targets/2.2/ladder/rungs/0/planned": "2031-01-01",
        "tasks/4/targets/4.1/answers": {},
    }
    actions.correct_all(programme=draft, corrections=corrections, by=cast.coordinator)
    reading = draft_reading(draft)
    assert places(reading, 2)["organizations"] == ["P304"]
    assert places(reading, 2)["2.2"] == ["P103"]
    assert "P305" in places(reading, 4)["4.1"]
    codes = {finding.code for finding in standing_against(reading)}
    assert codes == {"P304", "P103", "P305"} | ({"P105"} & codes)


def test_only_the_tasks_asked_for_are_stood_against(cast: Cast, draft: Programme) -> None:
    path = "tasks/4/targets/4.1/answers"
    actions.correct(programme=draft, path=path, value={}, by=cast.coordinator)
    reading = draft_reading(draft)
    assert [finding.code for finding in standing_against(reading, [4])] == ["P305"]
    assert standing_against(reading, [1, 2, 3, 5]) == []


def test_a_warning_does_not_stand_against_confirming(reading: Reading) -> None:
    assert [finding.code for finding in findings_by_task(reading)[5]] == ["P111"]
    assert standing_against(reading) == []


def test_what_is_left_is_named_before_anything_else(reading: Reading) -> None:
    (finding,) = programme_findings(reading, [1, 3])
    assert finding.code == "P302"
    assert "2、4、5" in finding.message("zh")
    assert programme_findings(reading, [1, 2, 3, 4, 5]) == []
