from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.documents.sheets.number_formats import BUILT_IN, Value, is_date, shown

MONTH = 'yyyy"年"m"月"'
JUNE = 45473.0


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("修路 ", "修路 "),
        (5.0, "5"),
        (-3, "-3"),
        (0.1 + 0.2, "0.3"),
        (1e20, "100000000000000000000"),
        (1.5e-7, "0.00000015"),
        (12345678.9, "12345678.9"),
        (float("inf"), ""),
        (float("nan"), ""),
        (True, "TRUE"),
        (date(2024, 6, 30), "2024-06-30"),
        (datetime(2024, 6, 30), "2024-06-30"),  # noqa: DTZ001
        (datetime(2024, 6, 30, 8, 5), "2024-06-30 08:05"),  # noqa: DTZ001
        (time(8, 5), "08:05:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_values_without_a_format(value: Value, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.8, "0%", "80%"),
        (0.125, "0.0%", "12.5%"),
        (0.125, BUILT_IN[9], "13%"),
        (2.0, "0.00", "2.00"),
        (2.345, "0.00", "2.35"),
        (2.5, "0.##", "2.5"),
        (2.0, "0.0#", "2.0"),
        (12000.0, "#,##0", "12000"),
        (6.93, '0.00"万亩"', "6.93万亩"),
        (3.0, "0亿元", "3亿元"),
        (3.0, "0\\次", "3次"),
        (3.0, "[Red]0_ ", "3"),
        (-3.0, "0.0;[Red]-0.0", "-3.0"),
        (2500.0, "0,", "2500"),
        (25000.0, "0!.0,", "25000"),
        (2.5, "# ?/?", "2.5"),
        (2500.0, "0.00E+00", "2500"),
        (2.5, "General", "2.5"),
        (2.5, "@", "2.5"),
        (1e300, "0.00", "1" + "0" * 300),
        (-999999999999.5, "0.000000000000000%", "-99999999999950.0000000000%"),
        (0.5, "[>1]0", "1"),
    ],
)
def test_numbers_are_shown_by_their_format(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (MONTH, "2024年6月"),
        (BUILT_IN[31], "2024年6月30日"),
        (BUILT_IN[14], "2024/6/30"),
        ("yyyy-mm-dd", "2024-06-30"),
        ("[$-804]yyyy年m月d日;@", "2024年6月30日"),
        ("yy.m", "24.6"),
        (BUILT_IN[28], "6月30日"),
        ("d-mmm-yy", "2024-06-30"),
        ("yyyy-mm-dd hh:mm", "2024-06-30"),
        ("", "2024-06-30"),
        ("0.0", "2024-06-30"),
    ],
)
def test_dates_are_shown_by_their_format(code: str, text: str) -> None:
    assert shown(date(2024, 6, 30), code) == text


def test_a_number_under_the_format_of_a_date_is_a_date() -> None:
    assert shown(JUNE, MONTH) == "2024年6月"
    assert shown(JUNE) == "45473"
    assert shown(-5.0, MONTH) == "-5"
    assert shown(1e9, MONTH) == "1000000000"


@pytest.mark.parametrize(
    ("code", "found"),
    [(MONTH, True), ("d", True), ("0%", False), ('0"yd"', False), ("[Red]0", False), ("", False)],
)
def test_a_format_shows_a_date_by_its_letters(code: str, found: bool) -> None:
    assert is_date(code) is found


@given(
    st.one_of(st.floats(), st.integers(-(10**15), 10**15), st.datetimes(), st.text(max_size=9)),
    st.text(alphabet='0#?.,%yYmMdDhsE"\\[]_*;!/年月 A', max_size=24),
)
def test_any_value_under_any_format_is_a_text(value: Value, code: str) -> None:
    assert isinstance(shown(value, code), str)
