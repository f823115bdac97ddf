from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_year_gone_by_and_one_to_come() -> None:
    cells = [
        row(1, "甲", "营造林1万亩", period="2022年底"),
        row(2, "乙", "营造林1万亩", period="2025—2026年"),
    ]
    first, second = said("N133", *cells)
    assert "2022年底" in first
    assert "2025—2026年" in second


def test_a_range_that_covers_the_year() -> None:
    assert said("N133", row(1, "甲", "营造林1万亩", period="2021—2025年")) == []
