from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_project_whose_place_is_not_said() -> None:
    (message,) = said("N130", row(1, "某事", "青岩水库完成投资2亿元"))
    assert "青岩水库" in message


def test_a_project_with_its_place() -> None:
    assert said("N130", row(1, "某事", "万州青岩水库完成投资2亿元")) == []


def test_one_remark_for_the_projects_of_a_task() -> None:
    target = "青岩水库完成投资2亿元。白石水库完成投资3亿元。"
    (message,) = said("N130", row(1, "某事", target))
    assert "“青岩水库”“白石水库”" in message
