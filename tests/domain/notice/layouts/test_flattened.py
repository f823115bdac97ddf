"""Tables of which a copy kept one cell a line and lost the empty ones."""

from __future__ import annotations

from tests.domain.notice.building import lines, organs_of, outline, rows_of
from tongchou.domain.notice.layouts.flattened import paragraph_grids

PLAIN = """附件
甲山市2024年重点任务分解表
序号
重点任务
建设
时限
2024年目标任务
牵头单位
责任单位
备注
一
交通
1
甲乙高速公路
2022—2026年
完成路基工程60%，完成投资12亿元。
市交通运输局
市发展改革委、市财政局
乙县人民政府
2
乙丙快速路
2024年12月底前
建成通车。
市交通运输局
丙县人民政府
列入省级项目
二
生态
3
清源江治理
2024年取得阶段性成效
新增湿地300公顷。
市林业局
市水利局
注：列第一位的为牵头单位。"""


def test_cells_find_their_columns_by_what_they_hold() -> None:
    found = outline(PLAIN)
    assert rows_of(found.annex) == [
        (1, "甲乙高速公路", "2022—2026年", "完成路基工程60%，完成投资12亿元。"),
        (2, "乙丙快速路", "2024年12月底前", "建成通车。"),
        (3, "清源江治理", "2024年取得阶段性成效", "新增湿地300公顷。"),
    ]
    assert organs_of(found.annex)[0] == [
        ("lead", "市交通运输局"),
        ("responsible", "市发展改革委、市财政局\n乙县人民政府"),
    ]
    assert found.annex.tasks[1].cells["remark"].text == "列入省级项目"
    assert [(a.number, a.name.text) for a in found.annex.areas] == [(1, "交通"), (2, "生态")]
    assert found.annex_title == "甲山市2024年重点任务分解表"


def test_what_was_guessed_is_said() -> None:
    guessed = [f for f in outline(PLAIN).findings if f.code == "N113"]
    assert [f.params["count"] for f in guessed] == [3]


def test_notes_below_the_last_row_are_no_cells() -> None:
    found = outline(PLAIN)
    assert [sentence.text for sentence in found.sentences] == ["注：列第一位的为牵头单位。"]


def test_headings_repeated_on_each_page_are_no_cells() -> None:
    head = "序号\n重点任务\n年度目标\n责任单位"
    text = f"{head}\n1\n修路\n通车\n市交通局\n{head}\n2\n架桥\n合龙\n市交通局"
    assert rows_of(outline(text).annex) == [(1, "修路", "", "通车"), (2, "架桥", "", "合龙")]


def test_bars_between_cells_are_no_words() -> None:
    head = "序号 |\n工作任务 |\n责任单位 |"
    text = f"{head}\n80 |\n新建公园3个。 |\n县住建局 |\n81 |\n修路 |\n县交通局 |"
    found = outline(text)
    assert rows_of(found.annex) == [
        (80, "新建公园3个。", "", "新建公园3个。"),
        (81, "修路", "", "修路"),
    ]
    assert organs_of(found.annex)[1] == [("responsible", "县交通局")]


def test_a_part_of_a_longer_list_leaves_numbers_out() -> None:
    text = (
        "序号\n重点任务\n责任单位\n一、经济\n3\n固定资产投资增长7%。\n区发改委\n"
        "二、民生\n68\n新建幼儿园5所。\n区教育局\n73\n新增托位。\n区卫健委"
    )
    found = outline(text)
    assert [task.number for task in found.annex.tasks] == [3, 68, 73]
    assert [area.name.text for area in found.annex.areas] == ["经济", "民生"]


def test_a_figure_alone_in_its_cell_opens_no_row() -> None:
    text = "序号\n指标名称\n目标值\n责任单位\n1\n新增托位\n9\n市卫健委\n2\n新增学位\n30\n市教育局"
    found = outline(text)
    assert [t.cells["target"].text for t in found.annex.tasks] == ["9", "30"]


def test_words_that_only_resemble_headings_open_no_table() -> None:
    assert paragraph_grids(lines("重点任务\n这是第一段。\n责任单位\n这是第二段。")) == []


def test_organizations_with_their_verbs_are_told_from_words() -> None:
    text = PLAIN.replace("市林业局\n市水利局\n注", "市林业局牵头；市水利局配合\n注")
    assert organs_of(outline(text).annex)[2] == [("lead", "市林业局牵头；市水利局配合")]
