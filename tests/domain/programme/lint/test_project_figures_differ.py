from __future__ import annotations

from dataclasses import replace

from tests.domain.programme.building import compiled, row
from tests.domain.programme.lint.said import of
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.project import Project
from tongchou.domain.programme.target import Quantity


def of_one_project(*cells: tuple[str, str]) -> Programme:
    """The figures of all cells (scope, target) belong to one project."""
    rows = [row(n, f"第{n}事", target, scope=scope) for n, (scope, target) in enumerate(cells, 1)]
    programme = compiled(*rows)
    figures: tuple[Quantity, ...] = tuple(q for task in programme.tasks for q in task.quantities)
    project = Project("p1", "青岩水库", ("青岩水库",), None, None, (1, 2), (), (), figures, ())
    return replace(programme, projects=(project,))


def test_two_totals() -> None:
    first, second = ("青岩水库总投资8.6亿元", "启动"), ("青岩水库总投资9.1亿元", "启动")
    (finding,) = of("N168", of_one_project(first, second))
    assert "“8.6亿元”和“9.1亿元”" in finding.message("zh")


def test_the_same_total_and_a_yearly_figure() -> None:
    first = ("青岩水库总投资8.6亿元", "青岩水库完成年度投资2亿元")
    second = ("青岩水库总投资86000万元", "启动")
    assert of("N168", of_one_project(first, second)) == []


def test_sections_of_one_work_have_their_own() -> None:
    text = "甲段完成年度投资8.5亿元、乙段完成年度投资6.2亿元"
    assert of("N168", of_one_project(("", text), ("", "启动"))) == []
