from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_total_below_its_year() -> None:
    cells = row(1, "青岩水库", "青岩水库完成年度投资2亿元", scope="青岩水库总投资9000万元")
    (message,) = said("N153", cells)
    assert "9000万元" in message
    assert "2亿元" in message


def test_a_total_above_its_year() -> None:
    cells = row(1, "青岩水库", "青岩水库完成年度投资2亿元", scope="青岩水库总投资9亿元")
    assert said("N153", cells) == []
