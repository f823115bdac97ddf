from __future__ import annotations

import pytest

from tongchou.domain.programme.ladders import label, ladder_for, new_ladder, template_for, templates


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("完成甲桥的可行性研究", "capital_works"),
        ("大坝浇筑到顶", "capital_works"),
        ("启动规划编制", "planning_paper"),
        ("编制完成试验区工作方案", "planning_paper"),
        ("挂牌设立技术创新中心", "founding_body"),
        ("共同组建筹备组，启动成立销售公司", "founding_body"),
        ("争取纳入国省规划及建设项目库", "title"),
        ("启动创建省市级示范区", "title"),
        ("出台一体化建设方案并启动实施", "policy"),
        ("成功举办高质量发展论坛", "event"),
        ("实现就近转接；形成常态化机制", "service"),
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
    assert len(templates()) == 8
    for name in templates():
        names = [rung.name for rung in new_ladder(name).rungs]
        assert len(set(names)) == len(names) >= 4
        assert label(name).zh
        assert label(name).en


def test_an_unknown_template_is_an_error() -> None:
    with pytest.raises(KeyError):
        new_ladder("dream")
