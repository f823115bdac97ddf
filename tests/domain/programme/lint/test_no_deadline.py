from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_one_task_without_a_period() -> None:
    late, early = row(1, "甲", "营造林1万亩", period=""), row(2, "乙", "营造林1万亩")
    (message,) = said("N132", late, early)
    assert "任务 1 没有" in message


def test_a_notice_without_periods_is_said_once() -> None:
    cells = [row(n, f"第{n}事", "营造林1万亩", period="") for n in range(1, 9)]
    (message,) = said("N132", *cells)
    assert "1、2、3、4、5 等 8 项" in message


def test_a_day_inside_the_target_counts() -> None:
    cells = row(1, "甲", "6月底前营造林1万亩", period="")
    assert said("N132", cells, row(2, "乙", "营造林1万亩")) == []
