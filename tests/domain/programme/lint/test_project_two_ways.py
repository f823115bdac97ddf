from __future__ import annotations

from dataclasses import replace

from tests.domain.programme.building import compiled, row
from tests.domain.programme.lint.said import of
from tongchou.domain.notice.document import Span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.project import Project


def with_project(name: str, *others: str) -> Programme:
    project = Project("p1", name, (name, *others), None, None, (1,), (), (), (), (Span(9, 0, 4),))
    return replace(compiled(row(1, "甲", "营造林1万亩")), projects=(project,))


def test_names_that_look_like_two_projects() -> None:
    (finding,) = of("N146", with_project("万州至开州高速公路", "万开高速"))
    assert "“万开高速”" in finding.message("zh")
    assert finding.position.block == 9


def test_a_name_with_and_without_its_sort() -> None:
    assert of("N146", with_project("青岩水库", "青岩水库工程")) == []


def test_quotes_inside_quotes_become_single() -> None:
    (finding,) = of("N146", with_project("“青岩”灌区", "青岩水网"))
    assert "项目“‘青岩’灌区”" in finding.message("zh")
