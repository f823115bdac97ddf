from __future__ import annotations

import pytest

from tests.domain.programme.building import line
from tongchou.domain.programme.reading.figures import scan
from tongchou.domain.programme.target import Quantity, QuantityField


def read(text: str) -> list[Quantity]:
    return list(scan(line(text), QuantityField.TARGET))


def test_numbers_behind_each_share_one_unit() -> None:
    text = "甲、乙、丙三港吞吐量分别达到1、2.5和3万吨"
    found = read(text)
    assert [(q.text, str(q.value), q.printed_unit) for q in found] == [
        ("1", "10000", "万吨"),
        ("2.5", "25000", "万吨"),
        ("3万吨", "30000", "万吨"),
    ]
    assert [str(q.comparator) for q in found] == ["at_least"] * 3
    assert all(text[q.spans[0].start : q.spans[0].end] == q.text for q in found)


def test_numbers_share_no_unit_without_the_word() -> None:
    assert [q.text for q in read("按照1、2、3万吨的次序")] == ["3万吨"]


def test_each_figure_takes_its_own_name() -> None:
    found = read("甲厂、乙厂、丙厂分别完成10亿元、20亿元、30亿元")
    assert [q.subject for q in found] == ["甲厂", "乙厂", "丙厂"]


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("货物超过120万吨、集装箱2万标箱", ["more_than", "more_than"]),
        ("不少于5家、3家", ["at_least", "at_least"]),
        ("货物120万吨以上、集装箱2万标箱", ["at_least", "equal"]),
        ("约120万吨、集装箱2万标箱", ["about", "equal"]),
        ("货物超过120万吨，集装箱2万标箱", ["more_than", "equal"]),
        ("货物超过120万吨、完成投资2亿元", ["more_than", "equal"]),
    ],
)
def test_a_comparator_holds_for_its_list(text: str, comparators: list[str]) -> None:
    assert [str(q.comparator) for q in read(text)] == comparators


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("引进10亿元以上项目5个", ["scope", "target"]),
        ("引进10亿元以上项目不少于2个", ["scope", "target"]),
        ("培育年产值超50亿元企业2家", ["scope", "target"]),
        ("建设5000吨级泊位2个", ["scope", "target"]),
        ("30户以上自然村通路比例100%", ["scope", "target"]),
        ("高危漏洞24小时内处置率100%", ["scope", "target"]),
        ("淘汰35蒸吨以下锅炉48台", ["scope", "target"]),
        ("培育5家以上企业和10个以上品牌", ["target", "target"]),
        ("完成投资10亿元以上，引进项目5个", ["target", "target"]),
        ("完成投资10亿元、引进项目5个", ["target", "target"]),
        ("培育20家以上企业", ["target"]),
    ],
)
def test_what_bounds_a_class_is_no_target(text: str, roles: list[str]) -> None:
    assert [str(q.role) for q in read(text)] == roles
