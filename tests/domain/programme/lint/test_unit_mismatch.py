from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_unit_of_another_dimension() -> None:
    first, second = row(1, "甲", "完成投资3万亩"), row(2, "乙", "新增造林面积5公里")
    money, land = said("N144", first, second)
    assert "投资" in money
    assert "公里" in land


def test_units_that_fit() -> None:
    text = "完成投资3亿元，营造林5万亩，新建公路9公里，投资增长8%，新建公路3条"
    assert said("N144", row(1, "甲", text)) == []
