"""Wrapped lines of a cell are joined, its paragraphs stay apart."""

from __future__ import annotations

import pytest

from tests.documents.reading_pages import text_line
from tongchou.documents.pages.cells import Cell, Placed, write_texts
from tongchou.documents.pages.wrapping import begins_organ, ends_organ

PADDING, WIDTH = 4.0, 108.0


def cell(*texts: str, row: int = 1, x0: float = 0, pitch: float = 15, align: str = "left") -> Cell:
    """A cell in which ten characters fit on a line."""
    lines = []
    for n, text in enumerate(texts):
        line = text_line(text, 0, 100 + n * pitch)
        spare = WIDTH - 2 * PADDING - line.width
        left = PADDING + {"left": 0, "centre": spare / 2, "right": spare}[align]
        lines.append(Placed(line, left, WIDTH - left - line.width))
    return Cell(row, row + 1, x0, x0 + WIDTH, lines)


def texts(*cells: Cell, head: str = "主要内容") -> list[str]:
    heads = [cell(head, row=0)]
    return write_texts([*heads, *cells], heads)[1:]


def test_a_full_line_runs_on_and_a_short_one_ends() -> None:
    found = texts(cell("新建岚州至青禾高速公", "路，全线贯通。", "另起一段。"))
    assert found == ["新建岚州至青禾高速公路，全线贯通。\n另起一段。"]


@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_centred_lines_count_the_room_on_both_sides(align: str) -> None:
    wide = cell("新建岚州至青禾高速公", "路")
    between = "" if align == "right" else "\n"
    stations = cell("岚州高速公路东站", "青禾南站", align=align)
    assert texts(wide, stations)[1] == f"岚州高速公路东站{between}青禾南站"


def test_nothing_ends_with_a_comma() -> None:
    assert texts(cell("新建高速公路，", "通车。")) == ["新建高速公路，通车。"]


@pytest.mark.parametrize(
    ("text", "after", "rest", "joined"),
    [
        ("新建高速公路", "公里", 10.9, True),
        ("新建高速公路", "公里", 12.0, False),
        ("公路50.8", "公里", 13.0, True),
        ("公路50.8", "公里", 15.0, False),
    ],
)
def test_a_hair_of_room_is_none(text: str, after: str, rest: float, joined: bool) -> None:
    """Word processors also put a little room between Chinese and Latin characters."""
    lines = [text_line(text, 0, 100), text_line(after, 0, 115)]
    placed = [Placed(lines[0], PADDING, PADDING + rest), Placed(lines[1], PADDING, 80)]
    assert texts(Cell(1, 2, 0, WIDTH, placed)) == [text + ("" if joined else "\n") + after]


def test_lines_set_apart_are_paragraphs() -> None:
    normal = cell(*["新建岚州至青禾高速公"] * 4)
    apart = cell("新建岚州至青禾高速公", "路六十公里", pitch=22)
    assert texts(normal, apart)[1] == "新建岚州至青禾高速公\n路六十公里"


def test_a_full_line_of_names_ends_with_a_whole_name() -> None:
    names = cell("岚州市自然资源规划局", "青禾区交通局", "柏川县交通运输局")
    assert texts(names, head="责任单位") == ["岚州市自然资源规划局\n青禾区交通局\n柏川县交通运输局"]


def test_a_name_that_wraps_is_one() -> None:
    names = cell("岚州市交通局、青禾区", "发展改革委员会、柏川", "县林业局")
    assert texts(names, head="牵头单位") == ["岚州市交通局、青禾区发展改革委员会、柏川县林业局"]


def test_lines_that_begin_as_others_do_are_new_names() -> None:
    """A park has no function to tell that its name is whole; the start of the next does."""
    known = [cell("青禾区科技局"), cell("青禾区水利局")]
    names = cell("岚州市林业局、高新区", "青禾区科技局")
    assert texts(*known, names, head="责任单位")[2] == "岚州市林业局、高新区\n青禾区科技局"


def test_in_another_column_of_names_starts_decide() -> None:
    known = [cell("青龙水库", "东渡码头", row=n) for n in range(1, 4)]
    places = cell("岚州市第二污水处理厂", "青龙水库", row=9)
    assert texts(*known, places, head="地点")[3] == "岚州市第二污水处理厂\n青龙水库"


def test_a_justified_column_with_a_wide_side_is_read_as_full() -> None:
    """The room that most lines leave is no room, however wide."""
    long = Cell(1, 2, 0, WIDTH + 9, [
        Placed(text_line("新建岚州至青禾高速公", 0, 100 + 15 * n), PADDING, 15.6) for n in range(6)
    ])  # fmt: skip
    assert texts(long) == ["新建岚州至青禾高速公" * 6]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("市水利局、市发展改革委", True),
        ("开州区", False),
        ("市水利局、区交", False),
        ("县政府", False),
    ],
)
def test_whole_names_of_organs(text: str, whole: bool) -> None:
    assert ends_organ(text, known=False) is whole


@pytest.mark.parametrize(
    ("text", "begins"),
    [("安朔水务集团", True), ("员会、市林业局", False), ("和旅游发展局", False), ("通局", False)],
)
def test_the_rest_of_a_name_is_no_beginning(text: str, begins: bool) -> None:
    assert begins_organ(text) is begins
