from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_words_of_process_alone() -> None:
    (message,) = said("N157", row(1, "甲", "持续深化区域协作，完善产业链条"))
    assert "持续、深化、完善" in message


def test_a_result_or_a_figure() -> None:
    first = row(1, "甲", "推进区域协作，签订合作协议")
    second = row(2, "乙", "推进造林2万亩")
    assert said("N157", first, second) == []


def test_a_repeated_name_is_said_once() -> None:
    assert said("N157", row(1, "优化营商环境", "优化营商环境")) == []
