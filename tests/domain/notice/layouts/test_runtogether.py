"""Tables run together: numbers, periods and organizations alone tell the cells apart."""

from __future__ import annotations

import pytest

from tests.domain.notice.building import organs_of, outline, rows_of

HEAD = "序号项目名称建设时限主要内容2024年目标任务责任单位备注"
FIRST = (
    "1沿江防护林建设2024年底沿清源江两岸造林，全长约86公里。新增营造林3.6万亩。"
    "岚州市林业局、市水务局青禾区林业局、区水利局"
)
SECOND = (
    "2编制流域规划2024年取得阶段性成效摸清家底。编制完成规划。岚州市水务局青禾区水利局列入省级计划"
)
THIRD = "3万开快速路2023—2026年新建快速路64.5公里。完成征地90%。岚州市交通运输局青禾区交通局"
EXPECTED = [
    (1, "沿江防护林建设", "2024年底", "新增营造林3.6万亩。"),
    (2, "编制流域规划", "2024年取得阶段性成效", "编制完成规划。"),
    (3, "万开快速路", "2023—2026年", "完成征地90%。"),
]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}一共护山水{FIRST}{SECOND}二共通路网{THIRD}",
        f"{HEAD}\n一共护山水\n{FIRST}\n{SECOND}\n二共通路网\n{THIRD}",
    ],
    ids=["one line", "a line a row"],
)
def test_rows_without_separators(text: str) -> None:
    found = outline(f"附件\n岚青地区2024年重点任务\n{text}")
    assert rows_of(found.annex) == EXPECTED
    assert [(a.number, a.name.text) for a in found.annex.areas] == [
        (1, "共护山水"),
        (2, "共通路网"),
    ]
    assert organs_of(found.annex)[0] == [
        ("responsible", "岚州市林业局、市水务局\n青禾区林业局、区水利局")
    ]
    assert found.annex.tasks[1].cells["remark"].text == "列入省级计划"
    assert "N113" in [finding.code for finding in found.findings]


def test_cells_apart_by_blanks() -> None:
    text = (
        "序号 任务名称 年度目标 责任单位 完成时限\n"
        "1 建设图书馆 主体封顶 区文化旅游委 2024年10月\n"
        "2 改造老旧小区 完成20个小区改造 区住房城乡建委、各街道 2024年12月底\n"
        "3 新建口袋公园 建成8个 区城市管理局 2024年6月底前"
    )
    found = outline(text)
    assert rows_of(found.annex) == [
        (1, "建设图书馆", "2024年10月", "主体封顶"),
        (2, "改造老旧小区", "2024年12月底", "完成20个小区改造"),
        (3, "新建口袋公园", "2024年6月底前", "建成8个"),
    ]


def test_figures_inside_a_row_open_no_row() -> None:
    first = "1建校2024年底新建学校2所，其中小学2所。建成2所。岚州市教育局"
    text = f"{HEAD}{first}2建园2024年底新建。建成。岚州市教育局"
    assert [row[:2] for row in rows_of(outline(text).annex)] == [(1, "建校"), (2, "建园")]


def test_a_sentence_with_the_words_of_headings_is_no_table() -> None:
    assert outline("序号由责任单位填写，目标任务由牵头单位核定。").annex.tasks == ()
