from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_three_promises_in_one_cell() -> None:
    (message,) = said("N143", row(1, "甲", "营造林2万亩；修复湿地1万亩；治理河道3公里"))
    assert message.startswith("任务 1 的一格里")


def test_one_finding_for_the_notice() -> None:
    cells = [row(n, f"第{n}事", "营造林2万亩；修复湿地1万亩；治理河道3公里") for n in (1, 2)]
    (message,) = said("N143", *cells)
    assert message.startswith("任务 1、2 的")


def test_two_of_different_owners() -> None:
    assert len(said("N143", row(1, "甲", "万州营造林2万亩；达州营造林1万亩"))) == 1


def test_two_of_the_same() -> None:
    assert said("N143", row(1, "甲", "营造林2万亩；修复湿地1万亩")) == []
