"""Ruled tables of an official paper."""

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell, _Row

from tongchou.domain.shared.text import printable

from .text import CENTRE, FANGSONG, HEITI, LEFT, write

Cell = _Cell


def table(paper: Document, widths: Sequence[float], header: Sequence[str]) -> Table:
    """A ruled table with fixed column widths in millimetres; its header repeats on every page."""
    made: Table = paper.add_table(rows=0, cols=len(widths))
    made.style = "Table Grid"
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    row = add_row(made, header, font=HEITI, aligns=[CENTRE] * len(widths))
    mark = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(mark)
    return made


def add_row(
    made: Table,
    texts: Sequence[str],
    *,
    font: str = FANGSONG,
    size: float = 10.5,
    aligns: Sequence[WD_ALIGN_PARAGRAPH] = (),
) -> _Row:
    """A row that stays on one page; a newline in a text begins a new line of the cell."""
    row: _Row = made.add_row()  # type: ignore[no-untyped-call]
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for number, (cell, column, text) in enumerate(zip(row.cells, made.columns, texts, strict=True)):
        cell.width = column.width
        fill(cell, text, font=font, size=size, align=aligns[number] if aligns else LEFT)
    return row


def fill(
    cell: Cell,
    text: str,
    *,
    font: str = FANGSONG,
    size: float = 10.5,
    align: WD_ALIGN_PARAGRAPH = LEFT,
    colour: RGBColor | None = None,
) -> None:
    """Replaces what a cell says."""
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    paragraph = cell.paragraphs[0]
    for run in list(paragraph.runs):
        run._r.getparent().remove(run._r)
    layout = paragraph.paragraph_format
    layout.alignment = align
    layout.space_before = layout.space_after = Pt(2)
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    layout.line_spacing = Pt(size * 1.35)
    for number, part in enumerate(printable(text).split("\n")):
        run = write(paragraph, "", font=font, size=size, colour=colour)
        if number:
            run.add_break()
        run.add_text(part)


def merged_row(made: Table, texts: Sequence[str], *, first: int = 1, font: str = HEITI) -> _Row:
    """A row whose cells from `first` on are one: the name of an area over its tasks."""
    row = add_row(made, texts, font=font, aligns=[CENTRE] * first + [LEFT] * (len(texts) - first))
    whole = row.cells[first].merge(row.cells[-1])
    text = texts[first]
    for paragraph in whole.paragraphs[1:]:
        paragraph._p.getparent().remove(paragraph._p)
    fill(whole, text, font=font)
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    return row


def shade(cell: Cell, fill_colour: str) -> None:
    """A background, RRGGBB."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill_colour)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)
