"""PDF files as LibreOffice exports them give the programme of the Word file they came from."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

import tongchou
from tests.documents.conftest import Converter
from tests.documents.making import Flattened, flattened, saved, word_notice
from tests.documents.reading_pages import shapes
from tests.golden.test_golden_notice import without_places
from tongchou.documents.read_docx import read_docx
from tongchou.documents.read_pdf import read_pdf

NOTICE = Path(__file__).parent.parent / "golden" / "notice.txt"
WIDTHS = (10, 26, 20, 40, 40, 28, 12)


def official(notice: Flattened, *, landscape: bool = False) -> bytes:
    """A notice as offices set it: A4, justified, narrow columns, centred words, repeated head."""
    document = docx.Document(io.BytesIO(word_notice(notice, style="Table Grid")))
    section = document.sections[0]
    sides = (Mm(210), Mm(297))
    section.page_width, section.page_height = sides[::-1] if landscape else sides
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header.paragraphs[0].text = "联合办公室文件"
    section.footer.paragraphs[0].text = "— 1 —"
    for paragraph in document.paragraphs:
        paragraph.paragraph_format.space_after = Pt(0)
        if len(paragraph.text) > 30:
            paragraph.paragraph_format.first_line_indent = Pt(22)
            paragraph.alignment = ALIGN.JUSTIFY
        elif "重点任务" in paragraph.text:
            paragraph.alignment = ALIGN.CENTER
    table = document.tables[0]
    head = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(head)
    for row in table.rows:
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.vertical_alignment = VERTICAL.CENTER
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(0)
                paragraph.alignment = ALIGN.CENTER if len(cell.text) < 12 else ALIGN.JUSTIFY
            if len({id(c._tc) for c in row.cells}) == len(WIDTHS):
                cell.width = Mm(width * (1.4 if landscape else 1))
    return saved(document)


def vertically_merged() -> bytes:
    """Areas in a column of their own, merged down over the ends of pages; a head of two rows."""
    document = docx.Document()
    table = document.add_table(rows=2, cols=6, style="Table Grid")
    for c, text in enumerate(("领域", "序号", "任务名称", "目标任务", "责任单位", "")):
        table.cell(0, c).text = text
    for c, text in ((4, "牵头单位"), (5, "配合单位")):
        table.cell(1, c).text = text
    for c in range(4):
        table.cell(0, c).merge(table.cell(1, c))
    table.cell(0, 4).merge(table.cell(0, 5))
    for area in ("生态共建", "交通互联", "产业协作"):
        first = len(table.rows)
        for n in range(first - 1, first + 7):
            texts = ("", str(n), f"第{n}项任务", f"完成投资{n}亿元，" * 9, "岚州市交通局", "各县区")
            for cell, text in zip(table.add_row().cells, texts, strict=True):
                cell.text = text
        table.cell(first, 0).merge(table.cell(len(table.rows) - 1, 0))
        table.cell(first, 0).text = area
    document.add_paragraph("")
    return saved(document)


def notices() -> list[str]:
    return ["without lines", "with lines", "official", "landscape"]


@pytest.mark.parametrize("manner", notices())
@pytest.mark.parametrize("which", ["own", "real"])
def test_the_programme_is_that_of_the_word_file(
    manner: str, which: str, convert: Converter, request: pytest.FixtureRequest
) -> None:
    path = NOTICE if which == "own" else request.getfixturevalue("real_notice")
    notice = flattened(path.read_text(encoding="utf-8"))
    made = {
        "without lines": lambda: word_notice(notice),
        "with lines": lambda: word_notice(notice, style="Table Grid"),
        "official": lambda: official(notice),
        "landscape": lambda: official(notice, landscape=True),
    }[manner]()
    word = tongchou.compile(made, "a.docx").to_json()
    pdf = tongchou.compile(convert(made, "docx", "pdf"), "a.pdf").to_json()
    assert without_places(pdf) == without_places(word)


def test_merged_cells_run_over_pages(convert: Converter) -> None:
    made = vertically_merged()
    pdf = convert(made, "docx", "pdf")
    assert pdf.count(b"/Type/Page\n") + pdf.count(b"/Type/Page/") > 1
    assert sorted(map(str, shapes(read_pdf(pdf, "a.pdf")[0]))) == sorted(
        map(str, shapes(read_docx(made, "a.docx")[0]))
    )
