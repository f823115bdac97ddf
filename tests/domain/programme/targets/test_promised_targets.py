"""Target texts as offices write them: which promises they hold, whose, by when."""

from __future__ import annotations

import pytest

from tests.domain.programme.building import compiled, row
from tongchou.domain.programme.target import Target


def read(target: str, name: str = "某事", **cells: str) -> list[Target]:
    return list(compiled(row(1, name, target, **cells)).targets)


def texts(target: str, **cells: str) -> list[tuple[str, str | None]]:
    return [(t.text, t.project) for t in read(target, **cells)]


def planned(target: str, **cells: str) -> list[tuple[str, str]]:
    """Rungs with their days, over all ladders of a cell."""
    return [
        (rung.name, rung.planned.isoformat())
        for t in read(target, **cells)
        if t.ladder
        for rung in t.ladder.rungs
        if rung.planned
    ]


@pytest.mark.parametrize(
    ("target", "promises"),
    [
        (
            "推进青石水库、白云水库等项目建设。",
            [("推进青石水库建设", "青石水库"), ("推进白云水库建设", "白云水库")],
        ),
        (
            "加快青石、白云水库建设。",
            [("加快青石水库建设", "青石水库"), ("加快白云水库建设", "白云水库")],
        ),
        (
            "推进岳溪（石林、长河）两个通用机场前期工作。",
            [
                ("推进石林通用机场前期工作", "石林通用机场"),
                ("推进长河通用机场前期工作", "长河通用机场"),
            ],
        ),
        (
            "青石水库完成投资1亿元，开展坝体浇筑；完成大坝填筑。",
            [
                ("青石水库完成投资1亿元", "青石水库"),
                ("开展坝体浇筑；完成大坝填筑", "青石水库"),
            ],
        ),
        (
            "开工青石水库并完成投资1亿元。",
            [("开工青石水库", "青石水库"), ("开工青石水库并完成投资1亿元", "青石水库")],
        ),
        (
            "推进两座水库（青石、白云）建设。",
            [
                ("推进青石水库建设", "青石水库"),
                ("推进白云水库建设", "白云水库"),
                ("推进两座水库（青石、白云）建设", None),
            ],
        ),
        (
            "青石段工程完成投资1亿元、白云段工程完成投资2亿元，完成大桥招标。",
            [
                ("青石段工程完成投资1亿元", "青石段工程"),
                ("白云段工程完成投资2亿元", "白云段工程"),
                ("完成大桥招标", None),
            ],
        ),
        ("围绕高频事项，推出联办事项5项。", [("推出联办事项5项", None)]),
        ("新增造林2万亩，形成绿色屏障。", [("新增造林2万亩", None)]),
        ("（区林业局牵头）", []),
        ("6月底前", []),
    ],
)
def test_one_target_for_each_promise(target: str, promises: list[tuple[str, str | None]]) -> None:
    assert texts(target) == promises


def test_the_words_of_a_target_stand_at_its_spans() -> None:
    text = "加快青石、白云水库和长河大桥建设，6月底前出台管护办法并启动实施；完成投资2亿元。"
    found = read(text)
    assert len(found) == 5
    for target in found:
        assert "".join(text[span.start : span.end] for span in target.spans) == target.text


@pytest.mark.parametrize(
    ("target", "cells", "days"),
    [
        ("6月底前开工青石水库", {}, [("开工建设", "2023-06-30")]),
        (
            "青石大桥6月底前开工，年底前建成通车",
            {},
            [("开工建设", "2023-06-30"), ("交工通车", "2023-12-31")],
        ),
        ("启动渔业规划编制", {}, [("启动编制", "2023-12-31")]),
        ("编制完成渔业规划", {"period": "2023年9月底"}, [("印发实施", "2023-09-30")]),
        ("编制完成渔业规划", {"period": "2023年取得阶段性成效"}, []),
        ("6月底前编制完成渔业规划", {"period": "2023年取得阶段性成效"},
         [("印发实施", "2023-06-30")]),
        ("编制完成渔业规划", {"period": "2021—2025年"}, [("印发实施", "2023-12-31")]),
        ("推进青石水库建设", {}, []),
        ("推动青石水库竣工", {}, [("竣工验收", "2023-12-31")]),
        ("加快推进青石铁路前期工作", {}, []),
        ("探索建立渔业共享机制", {}, []),
        ("力争年内完成渔业普查", {"period": "长期坚持"}, [("总结验收", "2023-12-31")]),
        ("启动组建渔业联盟", {}, [("提出组建方案", "2023-12-31")]),
        ("2025年底前建成青石水库", {}, []),
        ("一季度\n完成青石大桥招标\n二季度\n开工青石大桥", {},
         [("设计招标", "2023-03-31"), ("开工建设", "2023-06-30")]),
        ("青石大桥年底前开工，6月底前通车", {}, [("开工建设", "2023-12-31")]),
    ],
)  # fmt: skip
def test_days_are_those_of_the_text_or_of_a_hard_period(
    target: str, cells: dict[str, str], days: list[tuple[str, str]]
) -> None:
    assert planned(target, **cells) == days


@pytest.mark.parametrize(
    ("target", "bound", "combine"),
    [
        ("开工万州青石水库", ("万州",), "each"),
        ("与达州、开州共建渔业联盟", ("达州", "开州"), "any"),
        ("由万州牵头，达州配合，制定渔业标准", ("万州", "达州"), "lead"),
        ("至少一方开通夜间航班", ("万州", "达州", "开州"), "any"),
        ("万州、达州、开州分别建成书房2个", ("万州", "达州", "开州"), "each"),
        ("三地联合举办龙舟赛1场", ("万州", "达州", "开州"), "largest"),
        ("三地联合发布通办事项25项", ("万州", "达州", "开州"), "largest"),
        ("共享仪器300台", ("万州", "达州", "开州"), "sum"),
        ("共同签订合作协议", ("万州", "达州", "开州"), "any"),
        ("开展巡护", ("万州", "达州", "开州"), "each"),
    ],
)
def test_whom_it_binds_and_how(target: str, bound: tuple[str, ...], combine: str) -> None:
    (found,) = read(target)
    assert (found.jurisdictions, found.combine) == (bound, combine)


def test_a_promise_together_with_others_binds_its_subject_too() -> None:
    found = read("万州中心建成运营，与达州谋划合作机制")
    assert found[1].jurisdictions == ("万州", "达州")


def test_a_joint_opening_holds_to_the_end_of_its_sentence() -> None:
    cells = "万州区林业局\n达州市林业局"
    found = read("万达开三地选定园区；统一标准。开展巡护", organizations=cells)
    assert [len(t.jurisdictions) for t in found] == [3, 3, 2]


def test_one_government_alone() -> None:
    found = read("完成清淤；修复湿地2万亩", organizations="万州区林业局")
    assert [t.jurisdictions for t in found] == [("万州",)] * 2


@pytest.mark.parametrize(
    ("target", "cadence"),
    [
        ("完成投资2亿元", "month"),
        ("地区生产总值增长6%", "quarter"),
        ("常住人口城镇化率达到60%", "year"),
        ("每季度召开联席会议1次", "quarter"),
        ("启动规划编制", "quarter"),
        ("每月通报进度", "month"),
    ],
)
def test_how_often_it_is_reported_on(target: str, cadence: str) -> None:
    assert read(target)[0].cadence == cadence


def test_a_list_of_named_items_keeps_its_count() -> None:
    (target,) = read("实现公积金、社保、医保等12项事项通办。")
    assert target.checklist is not None
    assert [item.name for item in target.checklist.items] == ["公积金", "社保", "医保"]
    assert target.checklist.expected == 12
    assert target.quantity is not None
    assert (str(target.kind), target.quantity.number) == ("checklist", "12")
    assert target.plan is not None


def test_parts_in_brackets_bind_whom_they_name() -> None:
    found = read("完成营造林5.2万亩（万州区1.5万亩、开州区3.7万亩）。")
    assert [(t.text, t.jurisdictions) for t in found][1:] == [
        ("万州区1.5万亩", ("万州",)),
        ("开州区3.7万亩", ("开州",)),
    ]


def test_the_size_of_what_is_counted_is_no_target() -> None:
    (target,) = read("建成2个3000吨级泊位。")
    assert target.quantity
    assert target.quantity.text == "2个"


def test_who_opens_a_promise_acts_alone() -> None:
    (target,) = read("达州市8月举办万达开美食节。")
    assert target.jurisdictions == ("达州",)
    (target,) = read("万州区与开州区8月举办美食节。")
    assert target.jurisdictions == ("万州", "开州")


def test_phases_are_promised_apart() -> None:
    found = read("一期工程完工，二期工程完成初步设计批复。", name="青江航道整治工程")
    assert [t.text for t in found] == ["一期工程完工", "二期工程完成初步设计批复"]


def test_how_figures_of_several_combine() -> None:
    found = read("三地各设立服务站1个，联合巡河4次以上，自动监测站建成6座。")
    assert [str(t.combine) for t in found] == ["each", "largest", "sum"]


def test_completing_a_facade_founds_nothing() -> None:
    (target,) = read("临江街区完成立面整治。")
    assert target.ladder
    assert target.ladder.template != "founding_body"
