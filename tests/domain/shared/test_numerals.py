from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.domain.shared.numerals import chinese_integer, chinese_numeral, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6.93", "6.93"),
        (" 1,654 ", "1654"),
        ("１２．５", "12.5"),
        ("-3", "-3"),
        ("1,234,567.89", "1234567.89"),
        ("十", "10"),
        ("二十五", "25"),
        ("一百零三", "103"),
        ("两千", "2000"),
        ("一万零五", "10005"),
        ("一亿五千万", "150000000"),
        ("三千二百万", "32000000"),
        ("二〇二三", "2023"),
        ("1亿2000万", "120000000"),
        ("3万5千", "35000"),
        ("1.5万", "15000"),
        ("九十五点五", "95.5"),
        ("百", "100"),
    ],
)
def test_numbers_as_offices_print_them(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "abc", "1.2.3", "12,34", "1e5", "个", "NaN", "１a", "万1", "三点"]
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError):
        parse_number(text)


@given(st.integers(1, 99))
def test_part_numbers_come_back(number: int) -> None:
    assert chinese_integer(chinese_numeral(number)) == number


@pytest.mark.parametrize("number", [0, 100, -1])
def test_no_part_has_such_a_number(number: int) -> None:
    with pytest.raises(ValueError):
        chinese_numeral(number)
