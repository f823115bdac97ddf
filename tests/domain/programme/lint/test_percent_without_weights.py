from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_parts_of_a_work() -> None:
    (message,) = said("N142", row(1, "高速", "完成路基工程12%、桥梁工程6%、隧道工程4%"))
    assert "3 个百分比" in message


def test_one_percentage_or_weights() -> None:
    assert said("N142", row(1, "高速", "完成路基工程10%")) == []
    weighted = "完成路基工程10%（权重60%）、桥梁工程5%（权重40%）"
    assert said("N142", row(1, "高速", weighted)) == []
