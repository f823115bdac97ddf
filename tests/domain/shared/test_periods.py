from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.domain.shared.periods import (
    Period,
    month_end,
    months_complete,
    parse_date,
    parse_period,
)

READINGS = [
    ("2023年底", "deadline", "2023-01-01", "2023-12-31"),
    ("2023年", "deadline", "2023-01-01", "2023-12-31"),
    ("2025年", "deadline", "2023-01-01", "2025-12-31"),
    ("2023年6月底前", "deadline", "2023-01-01", "2023-06-30"),
    ("6月底前", "deadline", "2023-01-01", "2023-06-30"),
    ("2023年9月30日前", "deadline", "2023-01-01", "2023-09-30"),
    ("一季度", "deadline", "2023-01-01", "2023-03-31"),
    ("2023年第3季度", "deadline", "2023-01-01", "2023-09-30"),
    ("2023年上半年", "deadline", "2023-01-01", "2023-06-30"),
    ("前三季度", "deadline", "2023-01-01", "2023-09-30"),
    ("\n2023—2025年\n", "range", "2023-01-01", "2025-12-31"),
    ("2023-2025年", "range", "2023-01-01", "2025-12-31"),
    ("2021年至2025年", "range", "2021-01-01", "2025-12-31"),
    ("2023年3月—2024年6月", "range", "2023-03-01", "2024-06-30"),
    ("2023年下半年至2024年上半年", "range", "2023-07-01", "2024-06-30"),
    ("2023年取得阶段性成效", "soft", "2023-01-01", "2023-12-31"),
    ("取得明显成效", "soft", "2023-01-01", "2023-12-31"),
    ("长期坚持", "standing", None, None),
    ("持续推进", "standing", None, None),
    ("待定", "unknown", None, None),
    ("", "unknown", None, None),
    ("2023年13月", "unknown", None, None),
    ("2023年2月30日", "unknown", None, None),
    ("2025—2023年", "unknown", None, None),
]


@pytest.mark.parametrize(("text", "kind", "start", "end"), READINGS)
def test_printed_periods(text: str, kind: str, start: str | None, end: str | None) -> None:
    period = parse_period(text, 2023)
    assert period.to_json() == {"text": text.strip(), "start": start, "end": end, "kind": kind}
    assert Period.from_json(period.to_json()) == period


@pytest.mark.parametrize("text", ["6月底前", "一季度", "上半年"])
def test_without_a_year_nothing_is_guessed(text: str) -> None:
    assert parse_period(text).kind == "unknown"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023年3月29日", date(2023, 3, 29)),
        (" 2023 年 3 月 29 日 ", date(2023, 3, 29)),
        ("二〇二三年三月二十九日", date(2023, 3, 29)),
        ("2023年2月29日", None),
        ("2023年", None),
    ],
)
def test_dates_of_notices(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("as_of", "months"),
    [
        (date(2023, 1, 30), 0),
        (date(2023, 1, 31), 1),
        (date(2023, 3, 31), 3),
        (date(2023, 10, 20), 9),
        (date(2023, 12, 31), 12),
        (date(2022, 12, 31), 0),
        (date(2024, 2, 28), 13),
        (date(2024, 2, 29), 14),
    ],
)
def test_only_whole_months_count(as_of: date, months: int) -> None:
    assert months_complete(date(2023, 1, 1), as_of) == months


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_end_of_a_month_is_followed_by_a_first(day: date) -> None:
    assert (month_end(day) + timedelta(days=1)).day == 1
    assert month_end(day).month == day.month
