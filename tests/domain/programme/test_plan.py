from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.domain.programme.plan import (
    LINEAR,
    STEP,
    day_column,
    days_behind,
    expected,
    months_between,
    months_passed,
)
from tongchou.domain.shared.periods import months_complete

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
YEAR = (date(2023, 1, 1), date(2023, 12, 31))


def one(curve: int, annual: float, start: date | None, end: date | None, as_of: date) -> float:
    column = expected(
        np.array([curve], dtype=np.int8),
        np.array([annual]),
        day_column([start]),
        day_column([end]),
        np.datetime64(as_of),
    )
    return float(column[0])


@pytest.mark.parametrize(
    ("as_of", "figure"),
    [
        (date(2022, 12, 31), 0.0),
        (date(2023, 1, 30), 0.0),
        (date(2023, 1, 31), 10.0),
        (date(2023, 3, 31), 30.0),
        (date(2023, 10, 20), 90.0),
        (date(2023, 12, 31), 120.0),
        (date(2024, 6, 30), 120.0),
    ],
)
def test_linear_asks_for_the_whole_months_that_have_ended(as_of: date, figure: float) -> None:
    assert one(LINEAR, 120.0, *YEAR, as_of) == figure


@pytest.mark.parametrize(
    ("as_of", "figure"),
    [(date(2023, 12, 30), 0.0), (date(2023, 12, 31), 12.0), (date(2024, 1, 1), 12.0)],
)
def test_step_asks_for_nothing_before_its_end(as_of: date, figure: float) -> None:
    assert one(STEP, 12.0, *YEAR, as_of) == figure


def test_a_plan_of_half_a_year_counts_its_own_months() -> None:
    assert one(LINEAR, 6.0, date(2023, 7, 1), date(2023, 12, 31), date(2023, 9, 30)) == 3.0


def test_a_plan_within_one_month_is_due_at_its_end() -> None:
    start, end = date(2023, 6, 5), date(2023, 6, 20)
    assert one(LINEAR, 4.0, start, end, date(2023, 6, 19)) == 0.0
    assert one(LINEAR, 4.0, start, end, date(2023, 6, 20)) == 4.0


def test_a_plan_that_ends_within_a_month_leaves_that_month_its_share() -> None:
    plan = date(2023, 1, 1), date(2023, 11, 15)
    assert one(LINEAR, 11.0, *plan, date(2023, 10, 31)) == 10.0
    assert months_passed(*plan, date(2023, 10, 31)) == (10, 11)
    assert one(LINEAR, 11.0, *plan, date(2023, 11, 15)) == 11.0
    assert months_passed(*plan, date(2023, 11, 15)) == (11, 11)


@pytest.mark.parametrize(
    ("annual", "start", "end"),
    [(float("nan"), *YEAR), (1.0, None, YEAR[1]), (1.0, YEAR[0], None)],
)
def test_no_plan_no_expectation(annual: float, start: date | None, end: date | None) -> None:
    assert np.isnan(one(LINEAR, annual, start, end, date(2023, 6, 30)))


def test_rows_do_not_disturb_each_other() -> None:
    column = expected(
        np.array([LINEAR, STEP, LINEAR], dtype=np.int8),
        np.array([120.0, 12.0, np.nan]),
        day_column([YEAR[0], YEAR[0], None]),
        day_column([YEAR[1], YEAR[1], None]),
        day_column([date(2023, 6, 30), date(2023, 6, 30), date(2023, 6, 30)]),
    )
    assert column[:2].tolist() == [60.0, 0.0]
    assert np.isnan(column[2])


@given(DAYS, DAYS)
def test_the_column_counts_months_as_the_calendar_does(start: date, as_of: date) -> None:
    column = months_between(day_column([start]), day_column([as_of]))
    assert column.tolist() == [months_complete(start, as_of)]


@given(DAYS, st.integers(0, 900), st.floats(0, 1e9), DAYS, st.integers(0, 400))
def test_expectation_only_grows_and_stays_within_the_figure(
    start: date, length: int, annual: float, as_of: date, later: int
) -> None:
    end = start + timedelta(days=length)
    first = one(LINEAR, annual, start, end, as_of)
    second = one(LINEAR, annual, start, end, as_of + timedelta(days=later))
    assert 0.0 <= first <= second <= annual


def test_the_explaining_figures_match_the_curve() -> None:
    m, n = months_passed(*YEAR, date(2023, 10, 20))
    assert (m, n) == (9, 12)
    assert one(LINEAR, 120.0, *YEAR, date(2023, 10, 20)) == 120.0 * m / n
    assert Decimal(m) / n == Decimal("0.75")


def test_days_behind_a_rung() -> None:
    planned = day_column([date(2023, 6, 30)] * 3 + [None])
    reached = day_column([None, date(2023, 6, 1), date(2023, 7, 10), None])
    late = days_behind(planned, reached, np.datetime64("2023-08-01"))
    assert late[:3].tolist() == [32.0, 0.0, 10.0]
    assert np.isnan(late[3])
