"""The simulated year: the same from the same seed, growing, and plausible."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tongchou.documents.read import read_document
from tongchou.documents.write_notice import write_notice
from tongchou.domain.programme.amending.revision import apply_overrides
from tongchou.domain.programme.compile import compile_document
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.periods import month_end
from tongchou.project.demo import dates, evidence, facts, plans
from tongchou.project.demo.simulation import Promise, Stage, share, state

PARTIES = ("万州", "达州", "开州")
MONTHS = range(3, 11)


def end_of(month: int) -> date:
    return month_end(date(2023, month, 1))


def flow(number: str = "6.93", **change: object) -> Promise:
    fields: dict[str, object] = {
        "key": "1.1", "subject": "林带", "number": Decimal(number), "unit": "万亩",
        "measure": "flow", "summed": True, "steps": False, "stages": (), "parties": PARTIES,
    }  # fmt: skip
    return Promise(**{**fields, **change})  # type: ignore[arg-type]


def climbing(key: str) -> Promise:
    days = plans.planned_days(2023, 4)
    stages = tuple(Stage(f"r{number}", f"阶段{number}", day) for number, day in enumerate(days))
    return Promise(key, "规划", None, "", "", False, False, stages, PARTIES)


def year(promise: Promise, jurisdiction: str) -> list[Decimal]:
    return [Decimal(state(promise, jurisdiction, end_of(month)).value) for month in MONTHS]


@pytest.mark.parametrize("jurisdiction", PARTIES)
@pytest.mark.parametrize("number", ["6.93", "500", "8000", "0.6", "145"])
def test_figures_grow_and_repeat(jurisdiction: str, number: str) -> None:
    figures = year(flow(number), jurisdiction)
    assert figures == sorted(figures)
    assert figures == year(flow(number), jurisdiction)
    assert figures[0] > 0


def test_shares_of_a_sum_make_the_whole() -> None:
    for number in range(1, 40):
        promise = flow(key=f"{number}.1")
        parts = [share(promise, name) for name in PARTIES]
        assert sum(parts) == 1
        assert all(part > 0 for part in parts)


def test_a_figure_that_is_not_summed_is_stated_whole() -> None:
    assert share(flow(summed=False), "开州") == 1
    assert share(flow(parties=("达州",)), "达州") == 1


def test_some_are_ahead_and_some_behind() -> None:
    ratios = []
    for number in range(1, 60):
        promise = flow("100", key=f"{number}.1", summed=False)
        september = state(promise, "万州", date(2023, 9, 30))
        ratios.append(Decimal(september.value) / 75)
        assert bool(september.problems) == september.late
        assert ("慢于计划" in september.words) == september.late
    assert max(ratios) > 1
    assert Decimal("0.5") < min(r for r in ratios if r > Decimal("0.5"))
    assert any(ratio < Decimal("0.5") for ratio in ratios)
    assert all(ratio < Decimal("1.25") for ratio in ratios)


def test_counts_are_whole_and_due_at_the_end() -> None:
    promise = flow("12", unit="项", measure="count", summed=False, steps=True)
    for figure in year(promise, "达州"):
        assert figure == int(figure)
    assert not state(promise, "达州", date(2023, 9, 30)).late


def test_a_stock_begins_where_it_stood() -> None:
    promise = flow("145", unit="亿方", measure="stock", summed=False)
    assert year(promise, "万州")[0] > 130


def test_ladders_only_climb() -> None:
    for number in range(40):
        promise = climbing(f"{number}.1")
        reached = [state(promise, "开州", end_of(month)).stage for month in MONTHS]
        assert reached == sorted(reached)


def test_a_stage_is_reached_before_it_is_stated() -> None:
    for number in range(40):
        for month in MONTHS:
            as_of = end_of(month)
            stated = state(climbing(f"{number}.1"), "万州", as_of)
            if stated.stage:
                assert stated.reached_on is not None
                assert stated.reached_on <= as_of
            else:
                assert stated.reached_on is None


def test_an_unplanned_stage_is_never_reached() -> None:
    promise = Promise("1.1", "规划", None, "", "", False, False,
                      (Stage("a", "甲", None),), PARTIES)  # fmt: skip
    assert state(promise, "万州", date(2023, 9, 30)).stage == ""


def test_everything_said_says_that_it_is_simulated() -> None:
    for promise in (flow(), climbing("2.1")):
        for month in MONTHS:
            stated = state(promise, "万州", end_of(month))
            assert stated.words.startswith("（演示）")
            assert not stated.problems or stated.problems.startswith("（演示）")


def test_evidence_says_that_it_is_simulated() -> None:
    assert "演示数据" in evidence.text_file("交通局", ["第一行"]).decode()
    made = evidence.pdf_file(["Target 1.1"])
    assert made.startswith(b"%PDF-")
    assert b"SIMULATED DATA" in made
    table = int(made.rsplit(b"startxref\n", 1)[1].split()[0])
    assert made[table:].startswith(b"xref")


def test_the_year_has_a_baseline_and_months_up_to_the_business_date() -> None:
    made = dates.calendars()
    assert [calendar.end.month for calendar in made] == [3, 4, 5, 6, 7, 8, 9, 10]
    for calendar in made:
        assert calendar.start < calendar.end <= calendar.due <= calendar.closes
    assert made[-2].closes < dates.BUSINESS_DATE
    assert made[-1].opens <= dates.BUSINESS_DATE <= made[-1].closes


@pytest.fixture(scope="module")
def reading() -> Programme:
    return compile_document(read_document(write_notice(facts.load()), facts.NAME))


def test_the_coordinators_corrections_can_be_applied(reading: Programme) -> None:
    changes = plans.corrections(reading, facts.projects(), facts.stages())
    corrected, found = apply_overrides(reading, changes)
    assert [finding for finding in found if finding.severity == "error"] == []
    for target in corrected.targets:
        if target.project in facts.projects():
            assert target.jurisdictions == (facts.projects()[target.project],)
        if target.ladder is not None:
            assert target.ladder.rungs[0].planned is not None, target.key


def test_every_placed_project_is_in_the_notice(reading: Programme) -> None:
    assert set(facts.projects()) <= {target.project for target in reading.targets}


@pytest.mark.parametrize(
    ("count", "months"), [(1, [9]), (2, [4, 11]), (3, [4, 8, 11]), (5, [4, 6, 8, 9, 11])]
)
def test_planned_days_are_spread_over_the_year(count: int, months: list[int]) -> None:
    days = plans.planned_days(2023, count)
    assert [day.month for day in days] == months
    assert all(day.day == 20 for day in days)
