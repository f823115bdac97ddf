"""Sentences as offices write them, and the single actions they hold."""

from __future__ import annotations

import pytest

from tests.domain.programme.building import line
from tongchou.domain.programme.targets.phrases import (
    action_of,
    has_object,
    only_leads_in,
    phrases_of,
    results,
    sentences_of,
    unmarked,
)


def phrases(text: str) -> list[str]:
    return [phrase.text for piece in sentences_of(line(text)) for phrase in phrases_of(piece)]


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("修复湿地，种植柏树，开展巡护。", ["修复湿地", "种植柏树", "开展巡护"]),
        ("甲桥完成初步设计，乙隧道开工建设，丙水厂建成投用。",
         ["甲桥完成初步设计", "乙隧道开工建设", "丙水厂建成投用"]),
        ("深化户籍改革，取得实效。", ["深化户籍改革，取得实效"]),
        ("出台仓储用地办法并启动实施。", ["出台仓储用地办法并启动实施"]),
        ("组建渔政专班，并签订协议。", ["组建渔政专班，并签订协议"]),
        ("推进校地合作，实现课程互选。", ["推进校地合作，实现课程互选"]),
        ("推进校地合作；实现课程互选。", ["推进校地合作", "实现课程互选"]),
        ("打造柑橘园，形成“两江脐橙”品牌。", ["打造柑橘园", "形成“两江脐橙”品牌"]),
        ("按照先易后难的要求，建立目录库。", ["按照先易后难的要求，建立目录库"]),
        ("以物流为抓手，建设冷库，培育车队。", ["以物流为抓手，建设冷库", "培育车队"]),
        ("通过以商招商，引进链主企业。", ["通过以商招商，引进链主企业"]),
        ("在教学管理、课程设置等方面，开展联合教研。",
         ["在教学管理、课程设置等方面，开展联合教研"]),
        ("6月底前，完成选址，年内开工冷库。", ["6月底前，完成选址", "年内开工冷库"]),
        ("完成选址、启动冷库建设、推进码头改造。",
         ["完成选址", "启动冷库建设", "推进码头改造"]),
        ("做好山体保护、修复和管控。", ["做好山体保护、修复和管控"]),
        ("一是修复湿地；二是清理航道。", ["修复湿地", "清理航道"]),
        ("（1）修复湿地。\n（2）清理航道。", ["修复湿地", "清理航道"]),
        ("探索“就高，不就低；一视同仁”政策，统一标准文本。",
         ["探索“就高，不就低；一视同仁”政策", "统一标准文本"]),
        ("由甲县牵头，乙县配合，制定渔业办法。", ["由甲县牵头，乙县配合，制定渔业办法"]),
        ("加强渔政巡护，确保码头投用。", ["加强渔政巡护", "确保码头投用"]),
        ("甲镇、乙镇的仓库。", []),
        ("坚持节约优先、保护优先。", []),
    ],
)  # fmt: skip
def test_actions(text: str, actions: list[str]) -> None:
    assert phrases(text) == actions


def test_every_phrase_knows_its_place() -> None:
    whole = line("一是修复湿地；6月底前，完成选址，开展巡护")
    for piece in sentences_of(whole):
        for phrase in phrases_of(piece):
            assert whole.text[phrase.span.start : phrase.span.end] == phrase.text


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("按照先易后难的要求，建立目录库", "建立目录库"),
        ("6月底前，完成选址", "完成选址"),
        ("组建医联体，方便群众", "组建医联体"),
        ("修复湿地", "修复湿地"),
        ("坚持节约优先", "坚持节约优先"),
    ],
)
def test_what_a_phrase_is_about(text: str, matter: str) -> None:
    assert action_of(line(text)) == matter


@pytest.mark.parametrize(
    ("text", "scrap"),
    [
        ("围绕企业高频事项", True),
        ("6月底前", True),
        ("（县水利局牵头）", True),
        ("围绕企业高频事项，建立目录库", False),
        ("建立目录库（县数据局）", False),
    ],
)
def test_what_only_leads_in(text: str, scrap: bool) -> None:
    assert only_leads_in(line(text)) is scrap


def test_objects_and_results() -> None:
    assert has_object("修复湿地")
    assert not has_object("9月底前开工建设")
    assert results(line("提升服务水平"))
    assert not results(line("确保大桥通车"))


def test_marks_of_lists_are_no_words() -> None:
    assert [unmarked(line(t)).text for t in ("一是通车", "（2）通车", "①通车", "3.5亿元")] == [
        "通车", "通车", "通车", "3.5亿元",
    ]  # fmt: skip
