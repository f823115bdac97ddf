from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said

SAME = "建成跨区域应急物资储备中心"


def test_one_promise_in_two_tasks() -> None:
    (message,) = said("N149", row(1, "甲", SAME), row(2, "乙", "营造林1万亩；" + SAME))
    assert "任务 1、2" in message


def test_short_words_are_common() -> None:
    assert said("N149", row(1, "甲", "启动编制"), row(2, "乙", "启动编制")) == []


def test_twice_in_one_task() -> None:
    assert said("N149", row(1, "甲", f"{SAME}；{SAME}")) == []
