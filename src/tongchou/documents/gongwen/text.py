"""Fonts, sizes and single lines of an official paper."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from tongchou.domain.shared.text import printable

XIAOBIAOSONG = "方正小标宋简体"
FANGSONG = "仿宋_GB2312"
HEITI = "黑体"
KAITI = "楷体_GB2312"
SONGTI = "宋体"
LATIN = "Times New Roman"

BODY = 16.0
TITLE = 22.0
SMALL = 14.0
LINE_PITCH = 28.95
TEXT_WIDTH = Mm(156)
TIGHTENED = -5
"""Twentieths of a point between characters of the body: 28 of 16 pt fit into 156 mm."""
RED = RGBColor(0xC0, 0x00, 0x00)

LEFT, CENTRE, RIGHT, BOTH = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


def write(
    paragraph: Paragraph,
    text: str,
    *,
    font: str = FANGSONG,
    size: float = BODY,
    bold: bool = False,
    colour: RGBColor | None = None,
) -> Run:
    """Adds a run in one of the named fonts; figures and Latin letters stand in Times New Roman."""
    run = paragraph.add_run(printable(text))
    run.font.size = Pt(size)
    run.font.bold = bold
    if colour is not None:
        run.font.color.rgb = colour
    properties = run.element.get_or_add_rPr()
    set_fonts(properties, font)
    if size == BODY:
        _set_spacing(properties, TIGHTENED)
    return run


def line(
    paper: Document,
    text: str = "",
    *,
    font: str = FANGSONG,
    size: float = BODY,
    align: WD_ALIGN_PARAGRAPH = BOTH,
    indent: float = 0,
    pitch: float = LINE_PITCH,
    colour: RGBColor | None = None,
    bold: bool = False,
) -> Paragraph:
    """One paragraph at the fixed line pitch; `indent` counts characters of its size."""
    paragraph = paper.add_paragraph()
    shape(paragraph, align=align, indent=indent * size, pitch=pitch)
    if text:
        write(paragraph, text, font=font, size=size, colour=colour, bold=bold)
    return paragraph


def shape(
    paragraph: Paragraph,
    *,
    align: WD_ALIGN_PARAGRAPH = BOTH,
    indent: float = 0,
    pitch: float = LINE_PITCH,
) -> None:
    """Alignment, first-line indent and fixed pitch, both in points."""
    layout = paragraph.paragraph_format
    layout.alignment = align
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    layout.line_spacing = Pt(pitch)
    layout.first_line_indent = Pt(indent) if indent else None


def set_fonts(properties: BaseOxmlElement, font: str) -> None:
    fonts = properties.get_or_add_rFonts()  # type: ignore[attr-defined]
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for slot in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{slot}"), LATIN)
    fonts.set(qn("w:eastAsia"), font)


def _set_spacing(properties: BaseOxmlElement, twentieths: int) -> None:
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(twentieths))
    sizes = properties.findall(qn("w:sz"))
    properties.insert(properties.index(sizes[0]) if sizes else len(properties), spacing)
