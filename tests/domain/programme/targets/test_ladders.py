from __future__ import annotations

from datetime import date

import pytest

from tongchou.domain.programme.projects.words import project_words
from tongchou.domain.programme.targets.ladders import (
    is_joint,
    label,
    ladder_for,
    new_ladder,
    planned,
    promised_rung,
    template_for,
    templates,
)


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("完成甲桥的可行性研究", "capital_works"),
        ("大坝浇筑到顶", "reservoir_works"),
        ("路基桥梁隧道全面施工", "road_works"),
        ("建成泊位和航道", "port_works"),
        ("教学楼封顶", "building_works"),
        ("铺设污水管网", "utility_works"),
        ("企业入驻孵化器", "park"),
        ("生产线试生产", "factory"),
        ("新增营造林和湿地修复", "land_works"),
        ("签署战略合作协议", "agreement"),
        ("数据库上线", "platform"),
        ("公开招聘教师", "recruitment"),
        ("以商招商引资落户", "investment"),
        ("深入论证课题", "research"),
        ("开展联合执法专项整治", "campaign"),
        ("启动规划编制", "planning_paper"),
        ("编制完成试验区工作方案", "planning_paper"),
        ("挂牌设立技术创新中心", "founding_body"),
        ("共同组建筹备组，启动成立销售公司", "founding_body"),
        ("争取纳入国省规划及建设项目库", "title"),
        ("启动创建省市级示范区", "title"),
        ("出台一体化建设方案并启动实施", "policy"),
        ("成功举办高质量发展论坛", "event"),
        ("实现就近转接", "service"),
        ("形成常态化机制", "mechanism"),
        ("持续完善产业链条", "generic"),
    ],
)
def test_words_choose_the_template(text: str, template: str) -> None:
    assert template_for(text) == template


def test_a_word_inside_a_longer_one_counts_once() -> None:
    """建成运营 holds 运营: one service word, not two."""
    assert template_for("建成运营") == "service"


def test_a_proposed_ladder_has_proof_and_no_date() -> None:
    ladder = ladder_for("启动规划编制")
    assert ladder.template == "planning_paper"
    assert len(ladder.rungs) == 5
    assert all(rung.name and rung.proof and rung.planned is None for rung in ladder.rungs)


def test_every_template_is_whole() -> None:
    assert len(templates()) == 23
    for name in templates():
        names = [rung.name for rung in new_ladder(name).rungs]
        assert len(set(names)) == len(names) >= 4
        assert label(name).zh
        assert label(name).en


def test_an_unknown_template_is_an_error() -> None:
    with pytest.raises(KeyError):
        new_ladder("dream")


def test_works_on_an_undertaking_climb_the_ladder_of_its_sort() -> None:
    assert template_for("完成招标", "port") == "port_works"
    assert template_for("编制完成工作方案", "port") == "planning_paper"
    assert template_for("完成招标", None) == "capital_works"


def test_every_sort_of_works_has_one_template() -> None:
    sorts = [sort for entry in templates().values() for sort in entry.get("sorts", ())]
    assert sorted(sorts) == sorted(project_words()["sorts"])


def test_joint_ladders_lead_to_one_thing_of_all() -> None:
    assert is_joint("planning_paper")
    assert not is_joint("capital_works")


@pytest.mark.parametrize(
    ("template", "text", "rung"),
    [
        ("capital_works", "完成可行性研究", 0),
        ("capital_works", "开工并完成招标", 2),
        ("capital_works", "启动站房改造", 2),
        ("capital_works", "启动改造前期工作", 0),
        ("capital_works", "加快建设", None),
        ("planning_paper", "启动编制", 0),
        ("planning_paper", "形成初稿", 1),
        ("planning_paper", "编制完成", 4),
        ("founding_body", "启动成立公司", 0),
        ("founding_body", "挂牌成立", 2),
        ("title", "争取纳入名录", 4),
        ("title", "完成申报", 2),
        ("mechanism", "探索建立机制", 0),
        ("generic", "持续深化", None),
        ("generic", "完成任务", 3),
        ("event", "完成筹备", 2),
    ],
)
def test_the_rung_a_text_promises(template: str, text: str, rung: int | None) -> None:
    assert promised_rung(template, text) == rung


def test_days_stand_on_the_promised_rungs() -> None:
    june, december = date(2023, 6, 30), date(2023, 12, 31)
    days = [
        r.planned
        for r in planned("capital_works", [("开工", june), ("建成", None)], december).rungs
    ]
    assert days == [None, None, june, None, december]


def test_what_only_goes_on_has_no_day_but_its_own() -> None:
    december = date(2023, 12, 31)
    going = planned("capital_works", [("推进可研", None)], december)
    assert [rung.planned for rung in going.rungs] == [None] * 5
    named = planned("capital_works", [("推进可研", december)], None)
    assert named.rungs[0].planned == december


def test_a_day_before_that_of_a_lower_rung_is_left_to_people() -> None:
    june, december = date(2023, 6, 30), date(2023, 12, 31)
    ladder = planned("capital_works", [("开工", december), ("建成", june)], None)
    assert [rung.planned for rung in ladder.rungs] == [None, None, december, None, None]
