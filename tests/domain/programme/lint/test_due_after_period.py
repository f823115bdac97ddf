from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_target_later_than_its_task() -> None:
    (message,) = said("N165", row(1, "甲", "12月底前建成投用", period="2023年9月底前"))
    assert "12月底前" in message


def test_a_target_within_its_task() -> None:
    cells = row(1, "甲", "6月底前完成招标，9月底前建成投用", period="2023年9月底前")
    assert said("N165", cells) == []


def test_a_soft_period_bounds_nothing() -> None:
    assert said("N165", row(1, "甲", "12月底前投用", period="2023年取得阶段性成效")) == []
