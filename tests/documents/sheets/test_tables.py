from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from tongchou.documents import block_list
from tongchou.documents.guard import GuardError
from tongchou.documents.sheets.tables import Place, Sheet, blocks_of_sheets

HEAD = ["序号", "任务名称", "责任单位"]
ONE, TWO = ["1", "修路", "交通局"], ["2", "架桥", "水利局"]
BLANK = ["", "", ""]


def shown(
    rows: Sequence[Sequence[str]], merged: Mapping[Place, Place] | None = None
) -> list[tuple[str | int | None, ...]]:
    """Paragraphs as (text), cells as (table, row, column, row span, column span, text)."""
    blocks = blocks_of_sheets([Sheet("表", rows, merged or {})], "a.xlsx")
    assert [block.index for block in blocks] == list(range(len(blocks)))
    return [
        (b.text,)
        if b.kind == "paragraph"
        else (b.table, b.row, b.column, b.row_span, b.column_span, b.text)
        for b in blocks
    ]


def plain(table: int, *rows: Sequence[str]) -> list[tuple[str | int | None, ...]]:
    return [(table, r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row)]


def test_a_title_above_and_notes_below_are_paragraphs() -> None:
    rows = [
        ["清单", "", ""],
        ["单位：万元", "", "2024年"],
        HEAD,
        ONE,
        TWO,
        ["注：一", "", ""],
        ["注：二"],
    ]
    expected = [("清单",), ("单位：万元",), ("2024年",)]
    assert shown(rows) == [*expected, *plain(0, HEAD, ONE, TWO), ("注：一",), ("注：二",)]


def test_a_table_without_known_headings_starts_with_its_first_row_of_several_cells() -> None:
    assert shown([["标题"], ["甲", "乙"], ["丙", "丁"]]) == [("标题",), *plain(0, "甲乙", "丙丁")]


def test_an_area_between_tasks_stays_in_the_table() -> None:
    found = shown([HEAD, ["一、设施", "", ""], ONE], {(1, 0): (1, 3)})
    assert (0, 1, 0, 1, 3, "一、设施") in found
    assert len(found) == 7


def test_merged_cells_are_clipped_to_the_table() -> None:
    rows = [["标题", "", ""], HEAD, ["1", "修路", "交通局"], ["", "架桥", ""]]
    found = shown(rows, {(0, 0): (1, 3), (2, 0): (9, 1), (2, 2): (2, 9)})
    assert found[0] == ("标题",)
    assert found[4:] == [
        (0, 1, 0, 2, 1, "1"),
        (0, 1, 1, 1, 1, "修路"),
        (0, 1, 2, 2, 1, "交通局"),
        (0, 2, 1, 1, 1, "架桥"),
    ]


def test_the_last_rows_of_a_tall_cell_are_not_notes() -> None:
    rows = [HEAD, ["1", "修路", "交通局"], ["", "续", ""]]
    assert (0, 2, 1, 1, 1, "续") in shown(rows, {(1, 0): (2, 1), (1, 2): (2, 1)})


def test_blank_rows_inside_a_table_go_and_blank_columns_before_it_too() -> None:
    assert shown([["", *HEAD], ["", *BLANK], ["", *ONE]]) == plain(0, HEAD, ONE)


def test_two_tables_on_a_sheet_are_two() -> None:
    rows = [["表一"], HEAD, ONE, BLANK, ["表二"], HEAD, TWO]
    assert shown(rows) == [("表一",), *plain(0, HEAD, ONE), ("表二",), *plain(1, HEAD, TWO)]


def test_a_gap_without_a_new_head_is_the_same_table() -> None:
    assert shown([HEAD, ONE, BLANK, TWO]) == plain(0, HEAD, ONE, TWO)


def test_one_column_is_prose() -> None:
    assert shown([["第一段"], [""], ["第二段"]]) == [("第一段",), ("第二段",)]


def test_names_of_sheets_stand_only_where_there_are_several() -> None:
    sheets = [Sheet("一", [HEAD, ONE]), Sheet("空", [BLANK]), Sheet("二", [HEAD, TWO])]
    blocks = blocks_of_sheets(sheets, "a.xlsx")
    assert [b.text for b in blocks if b.kind == "paragraph"] == ["一", "二"]
    assert {b.table for b in blocks if b.kind == "cell"} == {0, 1}
    assert blocks_of_sheets(sheets[:2], "a.xlsx")[0].kind == "cell"


def test_nothing_gives_nothing() -> None:
    assert shown([]) == []
    assert shown([[], BLANK]) == []


def test_too_wide_and_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(GuardError) as refused:
        shown([["x"] * 600] * 2)
    assert refused.value.finding.code == "X106"
    monkeypatch.setattr(block_list, "MAX_BLOCKS", 8)
    with pytest.raises(GuardError) as refused:
        shown([HEAD, ONE, TWO])
    assert refused.value.finding.code == "X111"
