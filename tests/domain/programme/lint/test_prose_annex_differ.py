from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said

TASK = row(1, "清江防护林建设", "新增营造林3.6万亩")


def prose(sentence: str) -> tuple[str, ...]:
    return ("一、护好一条江", sentence)


def test_another_figure_in_the_prose() -> None:
    text = prose("推进清江防护林建设，新增营造林3.8万亩。")
    (message,) = said("N136", TASK, prose=text)
    assert "3.8万亩" in message
    assert "3.6万亩" in message


def test_the_same_figure_in_another_unit() -> None:
    assert said("N136", TASK, prose=prose("推进清江防护林建设，新增营造林36000亩。")) == []


def test_another_year_is_another_figure() -> None:
    text = prose("推进清江防护林建设，到2025年新增营造林9万亩。")
    assert said("N136", TASK, prose=text) == []


def test_parts_that_make_the_figure_of_the_prose() -> None:
    task = row(1, "清江防护林建设", "万州新增营造林2万亩，达州新增营造林1.6万亩")
    text = prose("推进清江防护林建设，新增营造林3.6万亩。")
    assert said("N136", task, prose=text) == []


def test_other_parts_that_make_the_figure() -> None:
    rows = row(1, "现代农业园区建设", "建成省级现代农业园区1个、市级园区2个")
    assert said("N136", rows, prose=("一、农业", "建设现代农业园区3个。")) == []


def test_a_figure_in_the_name_of_an_undertaking() -> None:
    rows = row(1, "10万吨电池材料项目", "完成投资1亿元", scope="形成年产5万吨产能")
    prose = ("一、工业", "推进年产10万吨电池材料项目建设。")
    assert said("N136", rows, prose=prose) == []
