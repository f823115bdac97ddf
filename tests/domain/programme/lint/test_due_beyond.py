from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_single_deadlines_behind_the_year_are_said_once() -> None:
    cells = [row(n, f"第{n}事", "营造林1万亩", period="2025年6月底前") for n in (1, 2)]
    (message,) = said("N134", *cells)
    assert "任务 1、2" in message


def test_a_range_says_itself_that_it_goes_on() -> None:
    assert said("N134", row(1, "甲", "营造林1万亩", period="2023—2025年")) == []
