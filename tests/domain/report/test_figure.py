from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.domain.report.figure import LONGEST, Figure, Flaw, read_figure, units_for


@pytest.mark.parametrize(
    ("typed", "chosen", "base", "value", "printed", "printed_unit"),
    [
        ("6.93", "万亩", "亩", "69300", "6.93", "万亩"),
        ("６．９３", "万亩", "亩", "69300", "6.93", "万亩"),
        ("69,300", "亩", "亩", "69300", "69300", "亩"),
        ("69，300", "亩", "亩", "69300", "69300", "亩"),
        ("6.93万亩", "亩", "亩", "69300", "6.93", "万亩"),
        ("6.93 万亩", "万亩", "亩", "69300", "6.93", "万亩"),
        ("6.93万", "亩", "亩", "69300", "6.93", "万亩"),
        ("2.75", "亿元", "元", "275000000", "2.75", "亿元"),
        ("2.75亿", "元", "元", "275000000", "2.75", "亿元"),
        ("80", "%", "1", "0.8", "80", "%"),
        ("80％", "%", "1", "0.8", "80", "%"),
        ("1", "公顷", "亩", "15", "1", "公顷"),
        ("0", "亩", "亩", "0", "0", "亩"),
        ("0.10", "亿元", "元", "10000000", "0.10", "亿元"),
        ("-3", "%", "1", "-0.03", "-3", "%"),
        ("二十五", "项", "项", "25", "二十五", "项"),
        ("3", "条街", "条街", "3", "3", "条街"),
    ],
)
def test_typed_figures_are_read_exactly(
    *, typed: str, chosen: str, base: str, value: str, printed: str, printed_unit: str
) -> None:
    assert read_figure(typed, chosen, base) == Figure(Decimal(value), base, printed, printed_unit)


@pytest.mark.parametrize("typed", ["", "  ", "　"])
def test_blank_is_nothing_and_not_zero(typed: str) -> None:
    assert read_figure(typed, "万亩", "亩") is None


@pytest.mark.parametrize(
    ("typed", "chosen", "base", "flaw"),
    [
        ("无", "万亩", "亩", Flaw.NOT_A_NUMBER),
        ("1,23", "亩", "亩", Flaw.NOT_A_NUMBER),
        ("1e5", "元", "元", Flaw.NOT_A_NUMBER),
        ("2亿5千万", "元", "元", Flaw.NOT_A_NUMBER),
        (".5", "亿元", "元", Flaw.NOT_A_NUMBER),
        ("5.", "亿元", "元", Flaw.NOT_A_NUMBER),
        ("3-5", "亿元", "元", Flaw.NOT_A_NUMBER),
        ("约6", "万亩", "亩", Flaw.APPROXIMATE),
        ("6左右", "万亩", "亩", Flaw.APPROXIMATE),
        ("70余", "公里", "公里", Flaw.APPROXIMATE),
        ("超过500", "万吨", "吨", Flaw.APPROXIMATE),
        ("6万元", "万亩", "亩", Flaw.UNIT),
        ("6", "万元", "亩", Flaw.UNIT),
        ("6.93万", "万亩", "亩", Flaw.MAGNITUDE),
        ("9" * 20, "亩", "亩", Flaw.SIZE),
        ("9" * 12, "亿元", "元", Flaw.SIZE),
    ],
)
def test_what_cannot_be_read_says_why(typed: str, chosen: str, base: str, flaw: Flaw) -> None:
    assert read_figure(typed, chosen, base) is flaw


@given(st.text(max_size=12), st.sampled_from(["万亩", "亩", "公顷", "元", ""]))
def test_no_text_breaks_the_reading(typed: str, chosen: str) -> None:
    read = read_figure(typed, chosen, "亩")
    if isinstance(read, Figure):
        assert len(format(read.value, "f")) <= LONGEST


@given(st.decimals(0, 10**6, places=4, allow_nan=False), st.sampled_from(["万亩", "亩", "公顷"]))
def test_grouping_and_width_change_nothing(number: Decimal, unit: str) -> None:
    plain = read_figure(f"{number:f}", unit, "亩")
    wide = f"{number:f}".translate({ord(str(d)): chr(ord("０") + d) for d in range(10)})
    assert isinstance(plain, Figure)
    for typed in (f"{number:,f}", wide):
        read = read_figure(typed, unit, "亩")
        assert isinstance(read, Figure)
        assert read.value == plain.value


def test_units_offered_start_with_the_printed_one_and_convert() -> None:
    assert units_for("亩", "万亩")[0] == "万亩"
    assert {"亩", "公顷"} <= set(units_for("亩", "万亩"))
    assert units_for("立方米", "亿方") == ("亿方", "立方米", "万立方米")
    assert units_for("元", "万元") == ("万元", "元", "亿元")
    assert units_for("次", "次") == ("次",)
    assert units_for("条街", "条街") == ("条街",)


@pytest.mark.parametrize(("base", "printed"), [("亩", "万亩"), ("元", "亿元"), ("吨", "万吨")])
def test_every_offered_unit_reads_back_in_the_base_unit(base: str, printed: str) -> None:
    for unit in units_for(base, printed):
        assert isinstance(read_figure("1", unit, base), Figure)
