from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.documents.read_text import blocks_of, read_text

TEXT = "关于印发重点任务的通知\n\t序号\n\t建设\n时限\n"


def shown(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks_of(text, "a.txt")]


def test_a_cell_runs_to_the_next_tab() -> None:
    assert shown("标题\n\n\t序号\n\t建设\n时限\n\n\t1 \n\t修路\n") == [
        ("paragraph", "标题"),
        ("cell", "序号"),
        ("cell", "建设\n时限\n"),
        ("cell", "1 "),
        ("cell", "修路"),
    ]


def test_the_blank_line_behind_the_last_cell_ends_the_table() -> None:
    assert shown("\t甲\n乙\n\n附注：说明\n另一段") == [
        ("cell", "甲\n乙"),
        ("paragraph", "附注：说明"),
        ("paragraph", "另一段"),
    ]


def test_empty_cells_stay_and_blank_paragraphs_go() -> None:
    assert shown("　\n\t\n\t备注\n") == [("cell", ""), ("cell", "备注")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str) -> None:
    text = end.join(["甲", "\t乙", "丙", "\t丁"])
    assert shown(text) == [("paragraph", "甲"), ("cell", "乙\n丙"), ("cell", "丁")]


def test_blocks_are_numbered_in_order_and_cells_have_no_rows() -> None:
    blocks, findings = read_text(TEXT.encode(), "a.txt")
    assert findings == ()
    assert [block.index for block in blocks] == [0, 1, 2]
    assert {(b.table, b.row, b.column) for b in blocks if b.kind == "cell"} == {(0, None, None)}


@given(st.text(alphabet="\t\n甲乙 1", max_size=60))
def test_every_word_is_kept_in_order(text: str) -> None:
    kept = "".join(block.text for block in blocks_of(text, "a.txt"))
    assert "".join(kept.split()) == "".join(text.split())


SHEET = "清单\n序号\t任务\t单位\n一\t设施\t\n1\t修路\t交通局\n2\t架桥\t水利局\n尾注"


def cells(text: str) -> list[tuple[int | None, int | None, int | None, str]]:
    return [
        (b.table, b.row, b.column, b.text) for b in blocks_of(text, "a.txt") if b.kind == "cell"
    ]


def test_lines_with_several_tabs_are_rows() -> None:
    assert [text for kind, text in shown(SHEET) if kind == "paragraph"] == ["清单", "尾注"]
    assert cells(SHEET)[:3] == [(0, 0, 0, "序号"), (0, 0, 1, "任务"), (0, 0, 2, "单位")]
    assert cells(SHEET)[-1] == (0, 3, 2, "水利局")


def test_two_such_lines_are_no_table() -> None:
    assert cells("姓名\t职务\t电话\n甲\t科长\t1\n正文") == []


def test_an_area_without_its_tabs_stays_in_the_table() -> None:
    rows = cells(SHEET.replace("一\t设施\t", "一、设施"))
    assert [row for row in rows if row[1] == 1] == [
        (0, 1, 0, "一、设施"),
        (0, 1, 1, ""),
        (0, 1, 2, ""),
    ]
    long = SHEET.replace("一\t设施\t", "说明" * 30)
    assert cells(long) == []


def test_a_quoted_cell_runs_over_lines() -> None:
    rows = cells(SHEET.replace("交通局", '"交通局\n""财政""局"'))
    assert (0, 2, 2, '交通局\n"财政"局') in rows
    assert rows[-1] == (0, 3, 2, "水利局")


def test_a_quotation_mark_that_never_closes_is_one() -> None:
    assert (0, 2, 2, '"交通局') in cells(SHEET.replace("交通局", '"交通局'))


def test_two_tables_and_a_flattened_one_have_numbers_of_their_own() -> None:
    text = SHEET + "\n" + SHEET + "\n\t格\n\t子\n"
    assert {row[0] for row in cells(text)} == {0, 1, 2}
    assert [row for row in cells(text) if row[0] == 2] == [
        (2, None, None, "格"),
        (2, None, None, "子"),
    ]
