from datetime import date

import pytest

from tongchou.domain.programme.target import Cadence
from tongchou.domain.report.period import (
    asked_for,
    first_proposed,
    next_month,
    period_name,
    proposed,
)


def test_names_of_periods() -> None:
    assert period_name("baseline", date(2023, 3, 31)).zh == "基线（2023年3月31日）"
    assert period_name("baseline", date(2023, 3, 31)).en == "Baseline (31 March 2023)"
    assert period_name("month", date(2023, 4, 30)).zh == "2023年4月"
    assert period_name("month", date(2023, 4, 30)).en == "April 2023"


@pytest.mark.parametrize(
    ("after", "start", "end", "due"),
    [
        (date(2023, 3, 31), date(2023, 4, 1), date(2023, 4, 30), date(2023, 5, 5)),
        (date(2023, 12, 31), date(2024, 1, 1), date(2024, 1, 31), date(2024, 2, 5)),
        (date(2024, 1, 15), date(2024, 2, 1), date(2024, 2, 29), date(2024, 3, 5)),
    ],
)
def test_the_next_month_is_proposed_whole(after: date, start: date, end: date, due: date) -> None:
    proposed = next_month(after)
    assert (proposed.start, proposed.end, proposed.due) == (start, end, due)
    assert proposed.start <= proposed.opens <= proposed.due <= proposed.closes


def test_a_month_that_would_be_closed_is_taken_from_today_on() -> None:
    after = date(2023, 3, 31)
    assert proposed(after, date(2023, 5, 10)) == next_month(after)
    late = proposed(after, date(2023, 5, 11))
    assert (late.start, late.end) == (date(2023, 4, 1), date(2023, 4, 30))
    assert (late.opens, late.due, late.closes) == (
        date(2023, 5, 11),
        date(2023, 5, 21),
        date(2023, 5, 26),
    )


@pytest.mark.parametrize(
    ("on", "end"),
    [
        (date(2022, 12, 1), date(2023, 1, 31)),
        (date(2023, 1, 20), date(2023, 1, 31)),
        (date(2023, 2, 1), date(2023, 1, 31)),
        (date(2023, 4, 12), date(2023, 3, 31)),
        (date(2023, 12, 31), date(2023, 11, 30)),
        (date(2024, 1, 1), date(2023, 12, 31)),
        (date(2026, 11, 24), date(2023, 12, 31)),
    ],
)
def test_the_first_one_proposed_is_the_last_whole_month(on: date, end: date) -> None:
    first = first_proposed(date(2023, 1, 1), date(2023, 12, 31), on)
    assert first.end == end
    assert first.closes >= on


@pytest.mark.parametrize(
    ("kind", "month", "cadences"),
    [
        ("month", 4, {Cadence.MONTH}),
        ("month", 9, {Cadence.MONTH, Cadence.QUARTER}),
        ("month", 6, {Cadence.MONTH, Cadence.QUARTER, Cadence.HALF_YEAR}),
        ("month", 12, set(Cadence)),
        ("baseline", 4, set(Cadence)),
    ],
)
def test_a_period_asks_for_the_cadences_that_end_with_it(
    kind: str, month: int, cadences: set[Cadence]
) -> None:
    assert set(asked_for(kind, date(2023, month, 28))) == cadences
