"""Glyphs go to the cells they stand in, the others to lines."""

from __future__ import annotations

from tests.documents.reading_pages import frame, glyphs
from tongchou.documents.pages.content import TablePart, content_of, loose_lines
from tongchou.documents.pages.lines import TextLine
from tongchou.documents.pages.parts import Edge, Glyph, PageParts

XS, YS = (0.0, 50.0, 100.0), (100.0, 120.0, 140.0)


def items(found: list[Glyph], edges: list[Edge]) -> list[TextLine | TablePart]:
    return content_of(PageParts(1, 600, 800, found, edges)).items


def test_glyphs_go_to_their_cells() -> None:
    """Even those whose base lies on the line below."""
    found = [*glyphs("甲", 5, 119.9), *glyphs("乙", 60, 115), *glyphs("丙", 5, 139)]
    (part,) = items(found, frame(XS, YS))
    assert [cell.text for cell in part.cells] == ["甲", "乙", "丙", ""]


def test_lines_and_tables_come_in_their_order() -> None:
    found = [*glyphs("表后", 0, 160), *glyphs("甲", 5, 115), *glyphs("表前", 0, 90)]
    kinds = [x.text if isinstance(x, TextLine) else "table" for x in items(found, frame(XS, YS))]
    assert kinds == ["表前", "table", "表后"]


def test_a_table_without_words_is_none() -> None:
    assert items(glyphs("甲", 0, 10), frame(XS, YS))[0].text == "甲"
    assert len(items(glyphs("甲", 0, 10), frame(XS, YS))) == 1


def test_a_frame_round_a_table_is_looked_through() -> None:
    frames = frame((-20.0, 120.0), (50.0, 200.0))
    found = [*glyphs("表题", 5, 80), *glyphs("甲", 5, 115)]
    title, part = items(found, frames + frame(XS, YS))
    assert title.text == "表题"
    assert part.cells[0].text == "甲"


def test_a_frame_round_words_is_one_cell() -> None:
    (part,) = items(glyphs("提示", 5, 80), frame((0.0, 100.0), (50.0, 100.0)))
    assert part.is_frame
    assert [line.text for line in loose_lines(part)] == ["提示"]
