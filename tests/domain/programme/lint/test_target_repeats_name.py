from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_heading_repeated() -> None:
    (message,) = said("N147", row(1, "组建万达开医联体", "组建万达开医联体。"))
    assert "组建万达开医联体" in message


def test_a_little_more_is_still_a_heading() -> None:
    assert len(said("N147", row(1, "医联体建设", "推进医联体建设"))) == 1


def test_a_result_or_a_figure_is_more() -> None:
    first = row(1, "组建医联体", "组建医联体并挂牌运行")
    second = row(2, "落实通办事项", "落实通办事项12项")
    assert said("N147", first, second) == []
