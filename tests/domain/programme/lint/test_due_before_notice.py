from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_period_that_ended_before_the_notice() -> None:
    (message,) = said("N135", row(1, "甲", "营造林1万亩", period="2023年2月底前"))
    assert "早于发文日期 2023-03-29" in message


def test_a_day_of_the_target_that_had_passed() -> None:
    (message,) = said("N135", row(1, "甲", "1月底前营造林1万亩"))
    assert "1月底前" in message


def test_the_quarter_of_the_notice_is_not_over() -> None:
    assert said("N135", row(1, "甲", "一季度营造林1万亩", period="2023年3月底前")) == []
