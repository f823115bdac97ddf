"""Glyphs as lines: their order, their blanks, what may not be divided."""

from __future__ import annotations

import pytest

from tests.documents.reading_pages import glyphs
from tongchou.documents.pages.lines import JUSTIFIED, lines_of


def texts(*runs: list) -> list[str]:
    return [line.text for line in lines_of([glyph for run in runs for glyph in run], 1)]


def test_lines_come_from_top_to_bottom_and_left_to_right() -> None:
    found = texts(glyphs("乙", 10, 10), glyphs("丙", 0, 30), glyphs("甲", 0, 10.5))
    assert found == ["甲乙", "丙"]


def test_a_small_figure_keeps_to_its_line() -> None:
    assert texts(glyphs("面积", 0, 10), glyphs("2", 20, 7, size=5)) == ["面积2"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("岚州市 青禾区", "岚州市 青禾区"),
        ("岚州市　青禾区", "岚州市 青禾区"),
        ("  新增 ", "新增"),
        ("GDP up 5%", "GDP up 5%"),
    ],
)
def test_printed_blanks_are_kept_inside_a_line(text: str, read: str) -> None:
    assert texts(glyphs(text)) == [read]


def test_a_blank_without_width_is_none() -> None:
    squeezed = [glyph._replace(x0=10, x1=10) for glyph in glyphs(" ")]
    assert texts(glyphs("岚", 0), squeezed, glyphs("州", 10)) == ["岚州"]


def test_only_a_wide_gap_is_a_blank_between_chinese_words() -> None:
    assert texts(glyphs("建设", 0), glyphs("时限", 28)) == ["建设时限"]
    assert texts(glyphs("岚州市", 0), glyphs("青禾区", 60)) == ["岚州市 青禾区"]


def test_in_a_drawn_out_line_no_gap_is_a_blank() -> None:
    drawn_out = [*glyphs("能", 0), *glyphs("力", 40), *glyphs("6", 80), *glyphs("万", 120)]
    assert [line.text for line in lines_of(drawn_out, 1, JUSTIFIED)] == ["能力6万"]


def test_gaps_divide_a_line_into_pieces() -> None:
    (line,) = lines_of([*glyphs("序号", 0), *glyphs("项目名称", 40), *glyphs("备注", 90)], 1)
    assert [piece.text for piece in line.columns] == ["序号", "项目名称", "备注"]
    assert [(piece.x0, piece.x1) for piece in line.columns] == [(0, 20), (40, 80), (90, 110)]


@pytest.mark.parametrize("offset", [0.0, 0.3, 1.0])
def test_a_glyph_printed_twice_counts_once(offset: float) -> None:
    assert texts(glyphs("重点11项"), glyphs("重点11项", offset)) == ["重点11项"]


def test_marks_without_a_form_are_left_out() -> None:
    assert texts(glyphs("重\u200b点\u202e")) == ["重点"]
    assert texts(glyphs("   ")) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("新增", 10),
        ("2024年", 20),
        ("95.5%以上", 25),
        ("（一）组织", 30),
        ("位），其他", 30),
        ("《办法》", 20),
        ("园”模式", 30),
    ],
)
def test_what_no_line_end_divides(text: str, unit: float) -> None:
    (line,) = lines_of(glyphs(text), 1)
    assert line.unit == unit
