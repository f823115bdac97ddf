from __future__ import annotations

import pytest

from tongchou.domain.notice.columns import (
    column_of,
    columns_of,
    is_header,
    printed_unit,
    unit_in,
    unit_note,
)

ROLES = [
    ("序 号", "number"),
    ("2023年目标任务", "target"),
    ("2024年度目标任务", "target"),
    ("建设\n时限", "period"),
    ("牵头单位（部门）", "lead"),
    ("市级牵头责任单位", "lead"),
    ("主要责任单位", "responsible"),
    ("区县责任单位", "responsible"),
    ("责任科室", "responsible"),
    ("协同配合单位", "assisting"),
    ("督查督办单位", "supervising"),
    ("分 管 县领导", "leader"),
    ("牵头市领导", "leader"),
    ("责任人", "leader"),
    ("计划完成时限", "period"),
    ("开竣工时间", "period"),
    ("建设规模及主要建设内容", "scope"),
    ("具体推进措施", "scope"),
    ("2025年预期目标", "target"),
    ("年度计划投资（万元）", "investment"),
    ("项目总投资（亿元）", "total_investment"),
    ("第二季度", "quarter"),
    ("1-6月形象进度", "quarter"),
    ("协作事项", "name"),
    ("备 注", "remark"),
    ("责任单位/甲市", "responsible"),
    ("联系电话", None),
    ("一、主要目标", None),
    ("重点工作目标任务分解表", None),
    ("各责任单位要加强协调配合。", None),
]


@pytest.mark.parametrize(("heading", "role"), ROLES)
def test_what_a_heading_means(heading: str, role: str | None) -> None:
    assert column_of(heading) == role


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        (["序号", "任务", "目标", "责任单位"], ["number", "name", "target", "responsible"]),
        (["序号", "工作任务", "责任单位"], ["number", "name", "responsible"]),
        (["重点任务", "工作内容", "责任单位"], ["name", "scope", "responsible"]),
        (["序号", "项目名称", "工作任务", "完成时限"], ["number", "name", "target", "period"]),
        (["重点任务", "目标任务", "责任单位"], ["name", "target", "responsible"]),
        (["重点任务", "具体任务", "年度目标"], ["name", "scope", "target"]),
        (["任务", "总体目标", "2025年目标", "单位"], ["name", "scope", "target", "responsible"]),
        (["序号", "合作领域", "合作事项", "单位"], ["number", "area", "name", "responsible"]),
        (["指标名称", "单位", "目标值", "责任单位"], ["name", "unit", "target", "responsible"]),
        (["序号", "协作什么", "年度目标", "牵头单位"], ["number", "name", "target", "lead"]),
    ],
)
def test_headings_share_out_the_roles(headings: list[str], roles: list[str]) -> None:
    assert [role for role, _ in columns_of(headings).roles] == roles


def test_cells_tell_what_a_bare_heading_means() -> None:
    headings = ["序号", "指标名称", "单位", "目标"]
    measured = columns_of(headings, [["1"], ["投资"], ["亿元", "%"], ["3"]])
    named = columns_of(headings, [["1"], ["投资"], ["市交通局", "乙县"], ["3"]])
    assert measured.first("unit") == named.first("responsible") == 2
    short = columns_of(["序号", "工作内容", "年度目标"], [["1"], ["隐患整治"], ["排查60家"]])
    long = columns_of(["序号", "工作内容", "年度目标"], [["1"], ["整治隐患。强化排查。"], ["60家"]])
    assert short.first("name") == long.first("scope") == 1


@pytest.mark.parametrize(
    "headings",
    [
        ["序号", "重点任务", "责任单位", "完成时限"],
        ["任务", "牵头单位"],
        ["序号", "工作内容", "时间节点"],
        ["序号", "", "目标任务", "实施单位"],
    ],
)
def test_what_heads_a_table_of_tasks(headings: list[str]) -> None:
    assert is_header(headings)


@pytest.mark.parametrize(
    "headings",
    [
        ["序号", "姓名", "单位", "职务", "电话"],
        ["发文字号", "甲府发〔2024〕1号", "成文日期", "2024年1月1日"],
        ["甲", "乙", "丙"],
        ["修路", "通车"],
    ],
)
def test_what_heads_another_table(headings: list[str]) -> None:
    assert not is_header(headings)


def test_units() -> None:
    assert [printed_unit(text) for text in ("万元", "单位：亿元", " % ", "市交通局")] == [
        "万元",
        "亿元",
        "%",
        None,
    ]
    assert unit_in("年度计划投资（万元）") == "万元"
    assert unit_in("责任单位（部门）") is None
    assert unit_note("（单位：万元）") == "万元"
    assert unit_note("责任单位：市交通局") is None
