"""Tables without lines: their headings, their columns, their rows."""

from __future__ import annotations

import pytest

from tests.documents.reading_pages import cells, glyphs
from tongchou.documents.pages.heads import find_head
from tongchou.documents.pages.lines import TextLine, lines_of
from tongchou.documents.pages.unruled import UnruledTable

COLUMNS = (0.0, 40.0, 140.0, 260.0)
HEAD = ["序号", "任务名称", "目标任务", "责任单位"]


def page(*rows: tuple[float, list[str]]) -> list[TextLine]:
    """Words in four columns, each row at its height."""
    found = []
    for base, texts in rows:
        for x, text in zip(COLUMNS, texts, strict=False):
            found += glyphs(text, x, base)
    return lines_of(found, 1)


def read(*rows: tuple[float, list[str]]) -> dict[tuple[int, int], str]:
    lines = page(*rows)
    head = find_head(lines, 0)
    return cells(UnruledTable(head, lines).blocks(0, 0))


def test_rows_begin_with_their_numbers() -> None:
    found = read(
        (10, HEAD),
        (30, ["1", "岚青高速", "完成投资十亿元，实", "岚州市交通局"]),
        (45, ["", "公路", "现通车。", "青禾区交通局"]),
        (60, ["2", "柏川港", "开工。", "柏川县交通局"]),
    )
    assert found[0, 3] == "责任单位"
    assert found[1, 1] == "岚青高速公路"
    assert found[1, 2] == "完成投资十亿元，实现通车。"
    assert found[1, 3] == "岚州市交通局\n青禾区交通局"
    assert (found[2, 0], found[2, 2]) == ("2", "开工。")


def test_headings_of_several_lines() -> None:
    lines = page((5, ["", "", "2024年"]), (10, ["序号", "任务名称", "", "责任"]),
                 (16, ["", "", "目标任务"]), (22, ["", "", "", "单位"]),
                 (40, ["1", "岚青高速", "通车。", "岚州市交通局"]))  # fmt: skip
    head = find_head(lines, 0)
    assert head.texts == ["序号", "任务名称", "2024年目标任务", "责任单位"]
    assert (head.start, head.end) == (0, 4)


def test_a_title_above_is_no_heading() -> None:
    lines = page(
        (10, ["", "", "2024年重点任务"]), (30, HEAD), (50, ["1", "甲", "修路。", "市交通局"])
    )
    head = find_head(lines, 0)
    assert (head.start, head.end) == (1, 2)


def test_running_text_has_no_headings() -> None:
    assert find_head(page((10, ["各单位要抓好落实。"]), (30, ["此件公开发布"])), 0) is None


@pytest.mark.parametrize("area", [["一", "共护山水"], ["一、共护山水，共建绿色生态屏障示范带"]])
def test_areas_stand_alone(area: list[str]) -> None:
    found = read(
        (10, HEAD),
        (30, area),
        (50, ["1", "甲", "修路。", "市交通局"]),
        (65, ["", "乙", "架桥。", ""]),
    )
    assert found[1, len(area) - 1] == area[-1]
    assert found[2, 1] == "甲乙"


def test_numbers_in_the_middle_of_their_rows() -> None:
    found = read(
        (10, HEAD),
        (40, ["", "岚青高速", "完成投资十亿元，实", "岚州市交通局"]),
        (47, ["1"]),
        (54, ["", "公路", "现通车。", "青禾区交通局"]),
        (84, ["", "柏川港扩", "开工建设。", "柏川县交通局"]),
        (91, ["2"]),
        (98, ["", "建"]),
    )
    assert (found[1, 0], found[1, 1]) == ("1", "岚青高速公路")
    assert (found[2, 0], found[2, 1], found[2, 2]) == ("2", "柏川港扩建", "开工建设。")


def test_rows_without_numbers_are_told_by_their_gaps() -> None:
    lines = page(
        (10, ["", *HEAD[1:]]),
        (40, ["", "岚青高速", "完成投资，实现通车", "市交通局"]),
        (55, ["", "公路", "运营。"]),
        (85, ["", "柏川港", "开工。", "县交通局"]),
        (100, ["", "", "建成。"]),
    )
    head = find_head(lines, 0)
    found = cells(UnruledTable(head, lines).blocks(0, 0))
    assert (found[1, 0], found[2, 0]) == ("岚青高速公路", "柏川港")


def test_words_across_the_columns_end_the_table() -> None:
    lines = page(
        (10, HEAD),
        (30, ["1", "岚青高速", "通车。", "岚州市交通局"]),
        (60, ["注：以上任务由联席会议办公室负责解释并汇总报送。"]),
    )
    table = UnruledTable(find_head(lines, 0), lines)
    assert table.end == 2


def test_words_apart_in_one_column_are_one_line() -> None:
    lines = page((10, HEAD), (30, ["1", "", "修路。", "市交通局"]))
    lines[1:] = lines_of(
        [
            *glyphs("1", 0, 30),
            *glyphs("岚", 40, 30),
            *glyphs("青", 56, 30),
            *glyphs("修路。", 140, 30),
        ],
        1,
    )
    found = cells(UnruledTable(find_head(lines, 0), lines).blocks(0, 0))
    assert found[1, 1] == "岚青"


def test_headings_printed_again_are_left_out() -> None:
    found = read(
        (10, HEAD),
        (30, ["1", "甲", "修路。", "市交通局"]),
        (50, HEAD),
        (70, ["2", "乙", "架桥。", "市交通局"]),
    )
    assert [text for (_, c), text in sorted(found.items()) if c == 0] == ["序号", "1", "2"]
