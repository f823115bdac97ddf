from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_target_above_the_whole() -> None:
    cells = row(1, "造林", "营造林9万亩", scope="营造林6万亩", period="2022—2025年")
    (message,) = said("N137", cells)
    assert "营造林6万亩" in message
    assert "9万亩" in message


def test_a_target_above_the_figure_of_its_name() -> None:
    assert len(said("N137", row(1, "通办12项事项", "实现通办15项事项"))) == 1


def test_the_same_figure_and_a_slice() -> None:
    same = row(1, "造林", "营造林60000亩", scope="营造林6万亩")
    part = row(2, "治水", "治理河道2公里", scope="治理河道6公里", period="2022—2025年")
    assert said("N137", same, part) == []


def test_parts_of_the_governments_make_the_whole() -> None:
    cells = row(1, "造林", "万州营造林2万亩，达州营造林4万亩", scope="营造林6万亩")
    assert said("N137", cells) == []


def test_a_yearly_figure_beside_a_total_is_another_doubt() -> None:
    cells = row(1, "水库", "完成年度投资8亿元", scope="总投资6亿元")
    assert said("N137", cells) == []
