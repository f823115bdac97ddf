"""Figures at and beyond the edges: no light without plan and figure, no overflow, no drift."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.assessment.cases import PROGRAMME, WAN, answer, inputs, ladder, quantity, rungs
from tongchou.domain.assessment.run import replays, run_content
from tongchou.domain.assessment.scheme import load_scheme
from tongchou.domain.assessment.verdicts import Verdict, judge
from tongchou.domain.shared import canonical

figures = st.decimals(-(10**14), 10**14, places=6).map(canonical.decimal_text)
days = st.dates(date(2022, 12, 1), date(2024, 1, 31))


def judged(value: str | None, as_of: date = date(2023, 9, 30), **change: object) -> Verdict:
    row = inputs((quantity(**change),), (answer(WAN, value=value),), as_of=as_of)
    return judge(row, load_scheme()).targets[0]


@given(figures, days)
def test_no_plan_is_never_a_light(value: str, as_of: date) -> None:
    assert judged(value, as_of, annual=None).light == ""
    assert judged(value, as_of, start=None, end=None).light == ""


@given(figures.filter(lambda text: Decimal(text) > 0), days)
def test_no_figure_is_never_a_light(annual: str, as_of: date) -> None:
    assert judged(None, as_of, annual=annual).light == ""


@given(days, st.none() | st.integers(0, 3))
def test_a_ladder_without_a_planned_day_has_no_light(as_of: date, reached: int | None) -> None:
    row = inputs((ladder(),), (answer(WAN, rung=reached),), rungs(None, None, None), as_of)
    assert judge(row, load_scheme()).targets[0].light == ""


@pytest.mark.parametrize("annual", ["0.000001", "0.8", "1"])
@pytest.mark.parametrize("value", ["-100000000000000", "-9300000000000", "-0.5"])
def test_a_rate_far_below_nothing_is_red(annual: str, value: str) -> None:
    """Its shortfall in millionths would not fit into whole numbers."""
    verdict = judged(value, annual=annual, unit="1", printed_unit="%")
    assert verdict.light == "red"


@given(figures.filter(lambda text: Decimal(text) > 0), figures)
def test_more_is_never_a_worse_light(annual: str, value: str) -> None:
    order = [light.code for light in load_scheme().lights]
    more = canonical.decimal_text(Decimal(value) + 1)
    before, after = judged(value, annual=annual), judged(more, annual=annual)
    assert order.index(after.light) <= order.index(before.light)


@pytest.mark.parametrize("comparator", ["equal", "at_least", "about"])
@pytest.mark.parametrize("value", ["69300", "69300.000001", "999999"])
def test_a_figure_that_is_met_or_exceeded_is_green(comparator: str, value: str) -> None:
    for as_of in (date(2023, 1, 1), date(2023, 9, 30), date(2023, 12, 31)):
        assert judged(value, as_of, comparator=comparator).light == "green"


@given(figures, figures, days)
def test_any_run_replays_to_the_same_bytes(annual: str, value: str, as_of: date) -> None:
    row = inputs((quantity(annual=annual),), (answer(WAN, value=value),), as_of=as_of)
    sealed = canonical.dumps(run_content(row, load_scheme(), PROGRAMME))
    assert replays(canonical.loads(sealed))
