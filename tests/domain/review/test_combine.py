from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.domain.programme.target import Combine
from tongchou.domain.review.combine import RULES, Combined, Joint, combine

Party = tuple[float | None, bool]


def combined(targets: list[tuple[str, list[Party]]]) -> Combined:
    """Each target as its rule and its parties: the figure (None: nothing stated), and the lead."""
    rows = [(i, *party) for i, (_, parties) in enumerate(targets) for party in parties]
    return combine(
        rules=np.array([RULES.index(Combine(rule)) for rule, _ in targets], dtype=np.uint8),
        target=np.array([row[0] for row in rows], dtype=np.intp),
        figures=np.array([np.nan if row[1] is None else row[1] for row in rows], dtype=np.float64),
        stated=np.array([row[1] is not None for row in rows], dtype=np.bool_),
        lead=np.array([row[2] for row in rows], dtype=np.bool_),
    )


def one(rule: str, *figures: float | None, lead: int = 0) -> tuple[float, Joint]:
    found = combined([(rule, [(figure, i == lead) for i, figure in enumerate(figures)])])
    return float(found.value[0]), Joint(int(found.state[0]))


@pytest.mark.parametrize(
    ("rule", "value"),
    [("sum", 69300.0), ("each", 9300.0), ("any", 40000.0), ("lead", 20000.0), ("largest", 40000.0)],
)
def test_each_rule_over_three_parties(rule: str, value: float) -> None:
    assert one(rule, 20000, 40000, 9300) == (value, Joint.COMPLETE)


@pytest.mark.parametrize("rule", ["sum", "each", "any", "lead", "largest"])
def test_nothing_stated_is_missing_and_not_zero(rule: str) -> None:
    value, state = one(rule, None, None, None)
    assert np.isnan(value)
    assert state is Joint.MISSING


@pytest.mark.parametrize("rule", ["sum", "each", "any", "lead", "largest"])
def test_a_stated_zero_is_a_figure(rule: str) -> None:
    assert one(rule, 0.0, 0.0) == (0.0, Joint.COMPLETE)


@pytest.mark.parametrize(("rule", "value"), [("sum", 30.0), ("each", 10.0), ("largest", 20.0)])
def test_a_party_without_a_figure_leaves_the_joint_figure_partial(rule: str, value: float) -> None:
    assert one(rule, 10.0, None, 20.0) == (value, Joint.PARTIAL)


def test_the_leads_figure_stands_alone() -> None:
    assert one("lead", 5.0, None, None) == (5.0, Joint.COMPLETE)
    value, state = one("lead", None, 5.0, 6.0)
    assert np.isnan(value)
    assert state is Joint.MISSING


def test_negative_figures_are_not_taken_for_missing() -> None:
    assert one("largest", -3.0, -1.0) == (-1.0, Joint.COMPLETE)


def test_counts_say_who_went_in() -> None:
    found = combined(
        [
            ("sum", [(1.0, True), (None, False), (2.0, False)]),
            ("lead", [(None, True), (1.0, False)]),
        ]
    )
    assert found.stated.tolist() == [2, 0]
    assert found.parties.tolist() == [3, 1]


def test_no_targets_and_no_figures() -> None:
    assert combined([]).value.tolist() == []
    assert combined([("sum", [])]).state.tolist() == [Joint.MISSING]


@pytest.mark.parametrize(
    "change",
    [
        {"target": np.array([0, 2], dtype=np.intp)},
        {"target": np.array([0, -1], dtype=np.intp)},
        {"stated": np.array([True])},
        {"rules": np.array([9], dtype=np.uint8)},
        {"figures": np.array([1.0, np.nan])},
        {"lead": np.array([True, True])},
    ],
)
def test_columns_that_do_not_fit_are_refused(change: dict[str, object]) -> None:
    columns: dict[str, object] = {
        "rules": np.array([RULES.index(Combine.SUM)], dtype=np.uint8),
        "target": np.array([0, 0], dtype=np.intp),
        "figures": np.array([1.0, 2.0]),
        "stated": np.array([True, True]),
        "lead": np.array([True, False]),
    }
    with pytest.raises(ValueError):
        combine(**{**columns, **change})  # type: ignore[arg-type]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["sum", "each", "any", "lead", "largest"]),
            st.lists(st.one_of(st.none(), st.integers(-(10**9), 10**9)), min_size=1, max_size=5),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_columns_give_what_a_loop_gives(targets: list[tuple[str, list[int | None]]]) -> None:
    found = combined(
        [(rule, [(f, i == 0) for i, f in enumerate(figures)]) for rule, figures in targets]
    )
    for row, (rule, figures) in enumerate(targets):
        if rule == "lead":
            figures = figures[:1]  # noqa: PLW2901
        known = [figure for figure in figures if figure is not None]
        if not known:
            assert np.isnan(found.value[row])
            assert found.state[row] == Joint.MISSING
            continue
        by_hand = {"sum": sum, "each": min, "any": max, "largest": max, "lead": sum}[rule](known)
        assert found.value[row] == by_hand
        complete = len(known) == len(figures)
        assert found.state[row] == (Joint.COMPLETE if complete else Joint.PARTIAL)
