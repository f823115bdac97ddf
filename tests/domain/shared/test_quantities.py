from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.domain.shared.quantities import (
    UnknownUnitError,
    format_quantity,
    in_unit,
    normalize,
    unit,
    unit_at,
    units,
)

FACTS = [
    ("6.93", "万亩", "69300", "亩"),
    ("2", "公顷", "30", "亩"),
    ("1", "万公顷", "150000", "亩"),
    ("50.8", "公里", "50.8", "公里"),
    ("500", "米", "0.5", "公里"),
    ("500", "万吨", "5000000", "吨"),
    ("2.75", "亿元", "275000000", "元"),
    ("8000", "万元", "80000000", "元"),
    ("15", "亿方", "1500000000", "立方米"),
    ("1654", "万立方米", "16540000", "立方米"),
    ("80", "%", "0.8", "1"),
    ("5", "P", "5", "P"),
    ("60", "项", "60", "项"),
    ("1", "次", "1", "次"),
    ("120", "万人次", "1200000", "人次"),
    ("12", "万标箱", "120000", "标箱"),
    ("3", "兆瓦", "3000", "千瓦"),
    ("0.1", "千亿元", "10000000000", "元"),
]


@pytest.mark.parametrize(("number", "printed", "value", "base"), FACTS)
def test_the_exact_value_in_the_base_unit(number: str, printed: str, value: str, base: str) -> None:
    assert normalize(number, printed) == (Decimal(value), base)


@pytest.mark.parametrize(("number", "printed", "value", "base"), FACTS)
def test_a_value_is_shown_as_it_was_printed(
    number: str, printed: str, value: str, base: str
) -> None:
    assert format_quantity(Decimal(value), base, printed) == f"{number}{printed}"


def test_without_a_printed_unit_the_base_unit_is_shown() -> None:
    assert format_quantity(Decimal("69300"), "亩") == "69300亩"
    assert format_quantity(Decimal("0.8"), "1") == "0.8"
    assert format_quantity(Decimal(5), "元", "万亩") == "5元"


def test_a_missing_value_is_not_zero() -> None:
    assert format_quantity(None, "元", "亿元") == "—"


def test_units_that_must_never_be_added_have_bases_of_their_own() -> None:
    bases = {unit(printed).base for printed in ("吨", "标箱", "吨级", "P", "PB", "人", "人次")}
    assert len(bases) == 7


def test_an_unknown_unit_is_an_error() -> None:
    with pytest.raises(UnknownUnitError):
        normalize("5", "光年")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("万立方米以上", "万立方米"),
        ("千瓦时", "千瓦时"),
        ("个百分点", "个百分点"),
        ("万吨/年的产能", "万吨/年"),
        ("人次", "人次"),
        ("方面", "方"),
        ("光年", None),
        ("", None),
    ],
)
def test_the_longest_unit_is_found(text: str, printed: str | None) -> None:
    found = unit_at(text, 0)
    assert (found.printed if found else None) == printed


def test_a_magnitude_before_a_share_means_nothing() -> None:
    assert "万%" not in units()
    assert units()["千米"].factor == 1


@given(st.decimals(0, 10**9, places=4), st.sampled_from(sorted(units())))
def test_there_and_back(number: Decimal, printed: str) -> None:
    value, _ = normalize(f"{number:f}", printed)
    assert in_unit(value, printed) == number
