"""Word files: letters set as offices set them, ruled tables with real merged cells."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tests.corpus.make.source import Cell, Landscape, Paragraph, Source, Table

ALIGNED = {"centre": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT}


def made(source: Source) -> bytes:
    document = docx.Document()
    for part in source.parts:
        if isinstance(part, Paragraph):
            _paragraph(document, part)
        elif isinstance(part, Table):
            _table(document, part)
        elif isinstance(part, Landscape):
            _turn(document)
    if source.tables:
        document.add_paragraph("")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _paragraph(document: Document, part: Paragraph) -> None:
    style = "List Number" if part.manner == "numbered" else None
    paragraph = document.add_paragraph(part.text, style=style)
    if part.manner in ALIGNED:
        paragraph.alignment = ALIGNED[part.manner]


def _table(document: Document, part: Table) -> None:
    table = document.add_table(rows=len(part.printed()), cols=part.width, style="Table Grid")
    for cell in part.cells():
        place = table.cell(cell.row, cell.column)
        if cell.row_span > 1 or cell.column_span > 1:
            last = table.cell(cell.row + cell.row_span - 1, cell.column + cell.column_span - 1)
            place = place.merge(last)
        _fill(place, cell)


def _fill(place: docx.table._Cell, cell: Cell) -> None:
    if cell.automatic:
        place.paragraphs[0].style = "List Number"
        return
    first, *others = cell.lines
    place.paragraphs[0].text = first
    for line in others:
        place.add_paragraph(line)


def _turn(document: Document) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
