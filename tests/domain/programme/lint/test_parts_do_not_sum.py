from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_parts_above_their_total() -> None:
    (message,) = said("N141", row(1, "投资", "完成投资10亿元，其中道路6亿元、桥梁5亿元"))
    assert "11亿元" in message
    assert "10亿元" in message


def test_a_sum_behind_its_parts() -> None:
    assert len(said("N141", row(1, "造林", "万州造林2万亩、达州造林3万亩，合计6万亩"))) == 1
    assert said("N141", row(1, "造林", "万州造林2万亩、达州造林4万亩，合计6万亩")) == []


def test_a_part_of_each_government_leaves_nothing_over() -> None:
    text = "营造林9万亩，其中万州{}万亩、达州3万亩、开州3万亩"
    assert len(said("N141", row(1, "造林", text.format(2)))) == 1
    assert said("N141", row(1, "造林", text.format(3))) == []


def test_some_parts_may_be_less() -> None:
    assert said("N141", row(1, "投资", "完成投资10亿元，其中道路6亿元")) == []
