"""The pages of an official paper: size, margins, numbers, running heads; the file itself."""

import io
import zipfile
from datetime import date, datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.run import Run

from .text import BODY, FANGSONG, HEITI, LEFT, RIGHT, SMALL, SONGTI, line, set_fonts, shape, write


def new_paper(*, title: str, dated: date) -> Document:
    """An empty paper with one A4 section and numbered pages.

    `dated` stands for the clock: it is the date in the file's properties, so that the same
    content gives the same bytes (see `to_bytes`).
    """
    paper = docx.Document()
    for element in list(paper.element.body):
        if not element.tag.endswith("}sectPr"):
            paper.element.body.remove(element)
    moment = datetime(dated.year, dated.month, dated.day)  # noqa: DTZ001 (the format has no zone)
    properties = paper.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.created = properties.modified = moment
    properties.last_modified_by, properties.language = "", "zh-CN"
    _base_style(paper)
    paper.settings.odd_and_even_pages_header_footer = True
    section = paper.sections[0]
    _portrait(section)
    number_pages(section)
    return paper


def to_bytes(paper: Document) -> bytes:
    """The file. Its parts lie in fixed order and carry no clock time.

    A table may not be the last element: some programs then lose it.
    """
    if len(paper.element.body) > 1 and paper.element.body[-2].tag == qn("w:tbl"):
        line(paper, pitch=10)
    loose = io.BytesIO()
    paper.save(loose)
    packed = io.BytesIO()
    with zipfile.ZipFile(loose) as source, zipfile.ZipFile(packed, "w") as target:
        for name in sorted(source.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return packed.getvalue()


def landscape(paper: Document) -> Section:
    """A new landscape section for wide tables; pages go on being counted."""
    section: Section = paper.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    section.left_margin, section.right_margin = Mm(25), Mm(25)
    section.header_distance, section.footer_distance = Mm(14), Mm(14)
    return section


def running_head(section: Section, text: str) -> None:
    """Words at the top of every page of the section, and of the ones linked to it."""
    for header in (section.header, section.even_page_header):
        header.is_linked_to_previous = False
        paragraph = header.paragraphs[0]
        shape(paragraph, align=RIGHT, pitch=16)
        write(paragraph, text, font=HEITI, size=10.5)


def number_pages(section: Section) -> None:
    """— 1 —, odd pages right, even pages left, one character in."""
    for footer, align in ((section.footer, RIGHT), (section.even_page_footer, LEFT)):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        shape(paragraph, align=align, pitch=18)
        layout = paragraph.paragraph_format
        layout.left_indent, layout.right_indent = Pt(SMALL), Pt(SMALL)
        write(paragraph, "— ", font=SONGTI, size=SMALL)
        for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("t", "1"), ("end", "")):
            _field_part(write(paragraph, "", font=SONGTI, size=SMALL), kind, text)
        write(paragraph, " —", font=SONGTI, size=SMALL)


def _field_part(run: Run, kind: str, text: str) -> None:
    if kind in {"begin", "separate", "end"}:
        part = OxmlElement("w:fldChar")
        part.set(qn("w:fldCharType"), kind)
    else:
        part = OxmlElement("w:t" if kind == "t" else "w:instrText")
        part.text = text
    run.element.append(part)


def _portrait(section: Section) -> None:
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(20), Mm(22)


def _base_style(paper: Document) -> None:
    normal = paper.styles["Normal"]
    normal.font.size = Pt(BODY)
    set_fonts(normal.element.get_or_add_rPr(), FANGSONG)


def page_break(paper: Document) -> None:
    paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
