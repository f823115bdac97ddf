from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_project_whose_place_is_not_said() -> None:
    (message,) = said("N130", row(1, "某事", "青岩水库完成投资2亿元"))
    assert "青岩水库" in message


def test_a_project_with_its_place() -> None:
    assert said("N130", row(1, "某事", "万州青岩水库完成投资2亿元")) == []
