from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_an_effort_alone() -> None:
    (message,) = said("N156", row(1, "甲", "争取纳入国家规划"))
    assert "争取纳入国家规划" in message


def test_an_effort_with_a_figure_and_a_firm_promise() -> None:
    assert said("N156", row(1, "甲", "力争营造林2万亩；出台工作方案")) == []
