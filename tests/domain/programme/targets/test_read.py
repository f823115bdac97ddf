from __future__ import annotations

import pytest

from tests.domain.programme.building import codes, compiled, row
from tongchou.domain.programme.target import Target

THREE = ("万州", "达州", "开州")


def one(target: str, name: str = "某事", **cells: str) -> list[Target]:
    return list(compiled(row(1, name, target, **cells)).targets)


def test_a_figure_each_and_a_ladder_for_each_other_promise() -> None:
    found = one("启动编制。新增造林2万亩，修复湿地1万亩；开展巡护。")
    assert [(t.key, str(t.kind), t.text) for t in found] == [
        ("1.1", "ladder", "启动编制"),
        ("1.2", "quantity", "新增造林2万亩"),
        ("1.3", "quantity", "修复湿地1万亩"),
        ("1.4", "ladder", "开展巡护"),
    ]


def test_a_cell_of_figures_alone_has_no_ladder() -> None:
    assert [str(t.kind) for t in one("新增造林2万亩。")] == ["quantity"]


def test_a_target_binds_to_whom_it_names_else_to_the_task() -> None:
    found = one("万州完成投资1亿元；完成投资2亿元；达州巡护")
    assert [t.jurisdictions for t in found] == [("万州",), THREE, ("达州",)]


def test_a_subject_holds_through_its_sentence() -> None:
    first, second = one("万州新增产气1亿方，总量达到3亿方")
    assert first.jurisdictions == second.jurisdictions == ("万州",)


def test_only_governments_with_an_organ_on_the_task() -> None:
    (target,) = one("通车", organizations="万州区交通局\n开州区交通局")
    assert target.jurisdictions == ("万州", "开州")


def test_the_first_organ_of_a_line_is_proposed_to_answer() -> None:
    (target,) = one("通车", organizations="万州区交通局、区林业局\n达州市林业局")
    assert target.answers == {"万州": "万州区交通局", "达州": "达州市林业局"}


def test_a_lead_answers_before_the_first() -> None:
    cell = "万州区交通局、区林业局（牵头）\n达州市林业局"
    (target,) = one("通车", organizations=cell)
    assert target.answers["万州"] == "万州区林业局"


@pytest.mark.parametrize(
    ("target", "combine"),
    [
        ("新增造林2万亩", "sum"),
        ("三地总产值达800亿元", "sum"),
        ("万州新增造林2万亩", "sum"),
        ("甲水库完成投资2亿元", "lead"),
        ("路基工程10%", "each"),
        ("60项检查结果互认", "each"),
        ("联合招考1次以上", "largest"),
        ("举办论坛2场", "sum"),
        ("启动前期工作", "each"),
        ("共同编制完成工作方案", "any"),
        ("万州编制完成工作方案", "each"),
    ],
)
def test_how_figures_combine(target: str, combine: str) -> None:
    assert one(target)[0].combine == combine


def test_a_joint_task_has_one_paper() -> None:
    assert one("启动规划编制", name="编制万达开规划")[0].combine == "any"


@pytest.mark.parametrize(
    ("target", "effort"),
    [
        ("争取通车", "effort"),
        ("力争完成投资2亿元", "effort"),
        ("全年力争发货2万吨、集装箱3万标箱", "effort"),
        ("通车", "firm"),
    ],
)
def test_effort_words(target: str, effort: str) -> None:
    assert one(target)[0].effort == effort


@pytest.mark.parametrize(
    ("target", "period", "plan"),
    [
        ("完成投资2亿元", "2023年底", ("linear", "2023-01-01", "2023-12-31")),
        ("完成投资2亿元", "2021—2025年", ("linear", "2023-01-01", "2023-12-31")),
        ("完成投资2亿元", "2023年取得阶段性成效", ("linear", "2023-01-01", "2023-12-31")),
        ("完成投资2亿元", "2023年6月—2025年", ("linear", "2023-06-01", "2023-12-31")),
        ("完成投资2亿元", "2023年9月底", ("linear", "2023-01-01", "2023-09-30")),
        ("6月底前完成投资2亿元", "2023年底", ("linear", "2023-01-01", "2023-06-30")),
        ("一季度完成投资2亿元", "2023年底", ("linear", "2023-01-01", "2023-03-31")),
        ("12项事项通办", "2023年底", ("step", "2023-01-01", "2023-12-31")),
        ("完成投资2亿元", "2025—2026年", None),
    ],
)
def test_plans(target: str, period: str, plan: tuple[str, str, str] | None) -> None:
    found = one(target, period=period)[0].plan
    shown = found and (str(found.curve), found.start.isoformat(), found.end.isoformat())
    assert shown == plan


def test_a_ladder_has_no_plan_of_its_own() -> None:
    assert one("启动规划编制")[0].plan is None


def test_a_cell_of_countless_figures_is_named_and_the_others_are_read() -> None:
    pasted = "、".join(f"甲{n}投资{n}万元" for n in range(1, 3000))
    programme = compiled(row(1, "造林", "新增营造林6万亩。"), row(2, "误贴", pasted + "。"))
    assert "N131" in codes(programme)
    assert len(programme.targets_of(2)) <= 201
    assert [str(target.kind) for target in programme.targets_of(1)] == ["quantity"]
