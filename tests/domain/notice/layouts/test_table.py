"""Tables with rows: what is a task, what is an area, and what is neither."""

from __future__ import annotations

import pytest

from tests.domain.notice.building import Cell, annex, codes, organs_of, rows_of, ruled
from tongchou.domain.notice.annex import annex_of
from tongchou.domain.notice.document import Block
from tongchou.domain.notice.layouts.table import read_tables
from tongchou.domain.notice.tables import find_grids, holds_indicators

HEAD = ["序号", "重点任务", "年度目标", "牵头单位", "配合单位", "完成时限", "备注"]


def row(number: str, name: str, target: str = "通车", period: str = "2024年底") -> list[str]:
    return [number, name, target, "甲山市交通局", "乙水县人民政府", period, ""]


def test_a_task_over_several_rows_is_one() -> None:
    first: list[Cell] = [("1", 3, 1), ("修路", 3, 1), "立项", "甲局", "乙局", "一季度", ""]
    second: list[Cell] = ["动工", "丙局", "", "三季度", ""]
    third: list[Cell] = ["通车", "甲局", "", "2024年底", ""]
    found = annex(ruled(HEAD, first, second, third, row("2", "架桥")))
    assert rows_of(found)[0] == (1, "修路", "一季度\n三季度\n2024年底", "立项\n动工\n通车")
    assert organs_of(found)[0] == [("lead", "甲局\n丙局\n甲局"), ("assisting", "乙局")]
    assert [task.number for task in found.tasks] == [1, 2]
    pieces = found.tasks[0].cells["target"].pieces
    assert [piece.span.block for _, piece in pieces] == [9, 14, 19]


def test_rows_without_number_and_name_continue_the_task_above() -> None:
    found = annex(ruled(HEAD, row("1", "修路"), ["", "", "绿化", "丁局", "", "", ""]))
    assert rows_of(found) == [(1, "修路", "2024年底", "通车\n绿化")]
    assert codes(found) == []


def test_a_header_of_three_rows() -> None:
    top: list[Cell] = [("序号", 3, 1), ("任务名称", 3, 1), ("工作安排", 1, 4)]
    middle: list[Cell] = [("年度目标", 2, 1), ("责任分工", 1, 2), ("完成时限", 2, 1)]
    bottom: list[Cell] = ["牵头单位", "配合单位"]
    found = annex(ruled(top, middle, bottom, ["1", "修路", "通车", "甲局", "乙局", "2024年底"]))
    assert rows_of(found) == [(1, "修路", "2024年底", "通车")]
    assert organs_of(found) == [[("lead", "甲局"), ("assisting", "乙局")]]


def test_a_header_below_title_rows() -> None:
    title: list[Cell] = [("甲山市2024年重点任务清单", 1, 7)]
    unit: list[Cell] = [("单位：万元", 1, 7)]
    found = annex(ruled(title, unit, HEAD, row("1", "修路")))
    assert rows_of(found) == [(1, "修路", "2024年底", "通车")]
    assert found.areas == ()


def test_notes_and_sums_are_no_tasks() -> None:
    note: list[Cell] = [("备注：列第一位的为牵头单位。", 1, 7)]
    total: list[Cell] = [("合 计", 1, 2), "2项", "", "", "", ""]
    signed: list[Cell] = [("填表人：张三", 1, 7)]
    found = annex(ruled(HEAD, row("1", "修路"), row("2", "架桥"), total, note, signed))
    assert [task.number for task in found.tasks] == [1, 2]
    assert found.areas == ()


def test_a_second_table_below_the_first_with_other_columns() -> None:
    other = ["序号", "事项名称", "责任部门", "时间节点", "", "", ""]
    rows = [
        HEAD,
        row("1", "修路"),
        [("二、民生实事", 1, 7)],
        other,
        ["1", "建校", "教育局", "9月底", *[""] * 3],
    ]
    found = annex(ruled(*rows))
    assert [(t.number, t.cells["name"].text) for t in found.tasks] == [(1, "修路"), (2, "建校")]
    assert organs_of(found)[1] == [("responsible", "教育局")]


def test_a_table_without_headings_goes_on_where_the_one_before_ended() -> None:
    first = ruled(HEAD, row("1", "修路"))
    second = ruled(row("2", "架桥"), row("3", "种树"), table=1, first=40)
    unrelated = ruled(["甲", "1"], ["乙", "2"], table=2, first=90)
    grids, others = find_grids([*first, *second, *unrelated])
    found = annex_of(read_tables(grids))
    assert [task.number for task in found.tasks] == [1, 2, 3]
    assert len(others) == 1


def test_without_a_column_of_numbers_they_stand_in_the_name() -> None:
    head = ["工作任务", "目标要求", "责任单位"]
    found = annex(ruled(head, ["1.修路", "通车", "甲局"], ["2．架桥", "合龙", "甲局"]))
    assert rows_of(found) == [(1, "修路", "", "通车"), (2, "架桥", "", "合龙")]
    assert found.tasks[1].cells["number"].text == "2．"
    assert codes(found) == []


def test_without_any_numbers_tasks_are_counted_and_it_is_said_once() -> None:
    head = ["工作任务", "目标要求", "责任单位"]
    found = annex(ruled(head, ["修路", "通车", "甲局"], ["架桥", "合龙", "甲局"]))
    assert [task.number for task in found.tasks] == [1, 2]
    assert codes(found) == ["N112"]


def test_numerals_number_tasks_where_the_row_is_full() -> None:
    found = annex(ruled(HEAD, row("一", "修路"), row("二", "架桥")))
    assert [task.number for task in found.tasks] == [1, 2]
    assert found.areas == ()


def test_without_a_column_of_names_they_are_the_leading_words() -> None:
    head = ["序号", "主要内容", "年度目标", "责任单位"]
    text = "按照规划，推进二期工程建设，完善配套。"
    found = annex(ruled(head, ["1", text, "完工", "甲局"]))
    assert rows_of(found) == [(1, "推进二期工程建设", "", "完工")]
    assert found.tasks[0].cells["scope"].text == text
    assert codes(found) == ["N116"]


def test_unknown_columns_are_kept_in_the_remark_behind_their_heading() -> None:
    head = ["序号", "项目名称", "年度目标", "责任单位", "资金渠道", "备注"]
    found = annex(ruled(head, ["1", "修路", "通车", "甲局", "专项债", "跨年"]))
    assert found.tasks[0].cells["remark"].text == "跨年\n资金渠道\n专项债"
    assert codes(found) == ["N117"]


def test_quarters_stand_behind_their_headings() -> None:
    head = ["序号", "项目名称", "年度目标", "一季度", "二季度", "责任单位"]
    found = annex(ruled(head, ["1", "修路", "通车", "立项", "动工", "甲局"]))
    assert found.tasks[0].cells["scope"].text == "一季度\n立项\n二季度\n动工"
    bare = annex(ruled(["项目名称", "上半年", "责任单位"], ["修路", "动工", "甲局"]))
    assert bare.tasks[0].cells["target"].text == "上半年\n动工"


def test_persons_are_no_organizations() -> None:
    head = ["序号", "项目名称", "年度目标", "责任领导", "责任单位"]
    found = annex(ruled(head, ["1", "修路", "通车", "张三", "甲局"]))
    assert found.tasks[0].cells["leader"].text == "张三"
    assert organs_of(found) == [[("responsible", "甲局")]]


def test_several_columns_of_one_role_are_joined() -> None:
    head = ["序号", "项目名称", "年度目标", "市级责任单位", "区县责任单位"]
    found = annex(ruled(head, ["1", "修路", "通车", "甲局", "乙县、丙县"]))
    assert organs_of(found) == [[("responsible", "甲局\n乙县、丙县")]]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [("2024年目标（亿元）", "亿元"), ("目标值(%)", "%"), ("年度目标（万人次）", "万人次")],
)
def test_a_unit_in_the_heading_of_the_target(heading: str, unit: str) -> None:
    found = annex(ruled(["序号", "项目名称", heading, "责任单位"], ["1", "投资", "12", "甲局"]))
    assert found.tasks[0].cells["unit"].text == unit
    assert found.units == {"target": unit}


def test_a_column_of_units_is_no_organization() -> None:
    head = ["序号", "指标名称", "单位", "2024年目标值", "责任单位"]
    blocks = ruled(head, ["1", "投资", "亿元", "12", "甲局"], ["2", "造林", "万亩", "3", "乙局"])
    found = annex(blocks)
    assert [task.cells["unit"].text for task in found.tasks] == ["亿元", "万亩"]
    assert organs_of(found) == [[("responsible", "甲局")], [("responsible", "乙局")]]
    assert holds_indicators(find_grids(blocks)[0][0])


def test_a_column_headed_by_a_bare_word_for_organization() -> None:
    found = annex(ruled(["序号", "任务", "目标", "单位"], ["1", "修路", "通车", "甲局"]))
    assert organs_of(found) == [[("responsible", "甲局")]]


def test_units_of_investments_are_those_of_heading_or_table() -> None:
    unit: list[Cell] = [("单位：万元", 1, 5)]
    head = ["序号", "项目名称", "总投资（亿元）", "年度计划投资", "责任单位"]
    found = annex(ruled(unit, head, ["1", "修路", "3.2", "8000", "甲局"]))
    assert found.units == {"total_investment": "亿元", "investment": "万元"}
    assert found.tasks[0].cells["investment"].text == "8000"


def test_a_list_of_contacts_is_no_table_of_tasks() -> None:
    blocks = ruled(["序号", "单位", "联系人", "电话"], ["1", "甲局", "张三", "123"])
    assert find_grids(blocks)[0] == []


def test_spans_beyond_the_table_cost_nothing() -> None:
    huge = [Block(0, "cell", "序号", 0, 0, 0, 10**9, 1)]
    assert find_grids(huge)[0] == []


def test_columns_of_governments_name_them_before_their_organizations() -> None:
    top: list[Cell] = [("序号", 2, 1), ("合作事项", 2, 1), ("目标", 2, 1), ("责任单位", 1, 2)]
    rows = [top, ["甲市", "乙市"], ["1", "共推线路", "6条", "市文旅局", "市体育局\n市交通局"]]
    found = annex(ruled(*rows))
    ((role, words),) = organs_of(found)[0]
    assert (role, words) == ("responsible", "甲市：市文旅局\n乙市：市体育局\n市交通局")
    line = found.tasks[0].organizations[0][1]
    assert line.part(3, 7).span.block == 9


def test_two_columns_of_dates_are_one_period() -> None:
    head = ["序号", "项目名称", "开工时间", "竣工时间", "责任单位"]
    found = annex(ruled(head, ["1", "修路", "2023年3月", "2025年12月", "甲局"]))
    assert found.tasks[0].cells["period"].text == "2023年3月—2025年12月"


def test_numbers_of_several_parts_are_kept_as_printed() -> None:
    found = annex(ruled(HEAD, row("1-1", "修路"), row("1-2", "架桥"), row("2-1", "种树")))
    assert [(t.number, t.cells["number"].text) for t in found.tasks] == [
        (1, "1-1"),
        (2, "1-2"),
        (3, "2-1"),
    ]
    assert codes(found) == ["N112"]


def test_titles_are_told_from_what_stands_around_them() -> None:
    rows: list[list[Cell]] = [
        [("甲市2024年重点工程任务书", 1, 7)],
        [("（演示数据）", 1, 7)],
        [("编制单位：甲市发展改革委　　单位：亿元", 1, 7)],
    ]
    (grid,) = find_grids(ruled(*rows, HEAD, row("1", "修路")))[0]
    assert (grid.title and grid.title.text) == "甲市2024年重点工程任务书"
    assert grid.unit == "亿元"


def test_columns_of_what_was_done_are_kept_without_a_word() -> None:
    head = ["序号", "改革任务", "改革举措及成果形式", "牵头单位", "进展情况"]
    found = annex(ruled(head, ["1", "修路", "通车60公里", "甲局", "已动工"]))
    assert found.tasks[0].cells["remark"].text == "进展情况\n已动工"
    assert found.tasks[0].cells["target"].text == "通车60公里"
    assert codes(found) == []


def test_the_same_doubt_about_several_tables_is_said_once() -> None:
    head = ["序号", "项目", "实施内容", "责任单位"]
    first = ruled(head, ["1", "修路", "通车", "甲局"])
    second = ruled(head, ["2", "架桥", "合龙", "甲局"], table=1, first=40)
    assert codes(annex([*first, *second])) == ["N111"]
