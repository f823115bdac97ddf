"""Brackets and lines that say who answers, in the many ways offices write them."""

from __future__ import annotations

import pytest

from tests.domain.notice.building import lines
from tongchou.domain.notice.layouts.duties import brackets, duty_of, is_labelled

LEAD, OWN, ASSIST = "lead", "responsible", "assisting"
PHRASES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "牵头单位：市发展改革委；责任单位：市财政局、市科技局；配合单位：各县区",
        [(LEAD, "市发展改革委"), (OWN, "市财政局、市科技局"), (ASSIST, "各县区")],
    ),
    ("牵头单位:区教委 配合单位:区财政局", [(LEAD, "区教委"), (ASSIST, "区财政局")]),
    ("市教育局牵头，市财政局、各县配合", [(LEAD, "市教育局"), (ASSIST, "市财政局、各县")]),
    ("县水利局负责", [(OWN, "县水利局")]),
    ("由市水利局牵头，市林业局参与", [(LEAD, "市水利局"), (ASSIST, "市林业局")]),
    ("市商务局会同市财政局负责", [(LEAD, "市商务局"), (ASSIST, "市财政局")]),
    ("市医保局、市卫生健康委按职责分工负责", [(OWN, "市医保局、市卫生健康委")]),
    ("责任单位：市工业和信息化局", [(OWN, "市工业和信息化局")]),
    ("市公安局，市司法局，市信访局负责", [(OWN, "市公安局，市司法局，市信访局")]),
    ("市发展改革委、市财政局", [(OWN, "市发展改革委、市财政局")]),
    ("主办：县教育局；协办：县财政局", [(LEAD, "县教育局"), (ASSIST, "县财政局")]),
    ("责任科室:组干科、机关党委", [(OWN, "组干科、机关党委")]),
    (
        "市教育局牵头负责，市人力资源社会保障局配合落实",
        [(LEAD, "市教育局"), (ASSIST, "市人力资源社会保障局")],
    ),
    (
        "督导单位：市政府督查室；责任单位：市交通局",
        [("supervising", "市政府督查室"), (OWN, "市交通局")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_who_answers(text: str, expected: list[tuple[str, str]]) -> None:
    found = duty_of(lines(text)[0])
    assert [(role, words.text) for role, words in found.organizations] == expected
    assert all(text[w.span.start : w.span.end] == w.text for _, w in found.organizations)


def test_until_when_and_which_leader() -> None:
    found = duty_of(lines("责任领导：张三；责任单位：市教育局；完成时限：2024年9月底前")[0])
    assert (found.leader and found.leader.text) == "张三"
    assert (found.period and found.period.text) == "2024年9月底前"
    bare = duty_of(lines("市教育局，2024年6月底前")[0])
    assert (bare.period and bare.period.text) == "2024年6月底前"


@pytest.mark.parametrize("pair", ["（）", "()", "【】", "〔〕", "[]"])
def test_brackets_of_every_kind(pair: str) -> None:
    line = lines(f"新建学校。{pair[0]}市教育局负责{pair[1]}")[0]
    (found,) = brackets(line)
    assert line.text[found[0] : found[1]] == f"{pair[0]}市教育局负责{pair[1]}"


def test_brackets_inside_brackets() -> None:
    line = lines("修路。（牵头单位：市交通局；责任单位：各县（市、区）政府，高新区管委会）")[0]
    ((_, end, duty),) = brackets(line)
    assert end == len(line.text)
    assert [words.text for _, words in duty.organizations] == [
        "市交通局",
        "各县（市、区）政府，高新区管委会",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "推进三个机场（万源、宣汉、渠县）前期工作。",
        "新建公路（含桥梁）64公里。",
        "支持园区（高新区）建设产业基地。",
        "覆盖各县（市、区）。",
        "严格执行规定（以下简称《规定》）。",
        "未闭合的括号（市教育局负责",
    ],
)
def test_other_brackets_name_nobody(text: str) -> None:
    assert list(brackets(lines(text)[0])) == []


@pytest.mark.parametrize(
    ("text", "labelled"),
    [
        ("责任单位：市教育局", True),
        ("完成时限: 2024年底", True),
        ("牵头领导：张三", True),
        ("工作要求：从严从快。", False),
        ("各责任单位要认真落实。", False),
    ],
)
def test_labelled_lines(text: str, labelled: bool) -> None:
    assert is_labelled(text) is labelled


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("召开座谈会议。（市工商联、市工业和信息化局）", "市工商联、市工业和信息化局"),
        ("压减法人户数20户。【市属各企业，2024年11月底】", "市属各企业"),
        ("发展庭院经济。（各乡镇，县妇联）", "各乡镇，县妇联"),
    ],
)
def test_a_bare_list_at_the_end_names_who_answers(text: str, named: str) -> None:
    ((_, _, duty),) = brackets(lines(text)[0])
    assert [(role, words.text) for role, words in duty.organizations] == [("responsible", named)]
