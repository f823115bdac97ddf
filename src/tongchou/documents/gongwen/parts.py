"""The parts of an official paper, from the red head to the date."""

from collections.abc import Sequence
from datetime import date

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

from .text import (
    BODY,
    CENTRE,
    FANGSONG,
    HEITI,
    KAITI,
    LEFT,
    RED,
    RIGHT,
    TEXT_WIDTH,
    TITLE,
    XIAOBIAOSONG,
    line,
    write,
)

BEFORE_BORDERS = {
    qn(f"w:{name}")
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
}
"""What the schema puts before the borders of a paragraph."""


def body(paper: Document, text: str) -> Paragraph:
    """A paragraph of the text: 3号仿宋, first line indented two characters."""
    return line(paper, text, indent=2)


def heading(paper: Document, text: str, level: int = 1) -> Paragraph:
    """一、 in 黑体, （一） in 楷体, deeper ones in 仿宋; never bold."""
    font = {1: HEITI, 2: KAITI}.get(level, FANGSONG)
    paragraph = line(paper, text, font=font, indent=2)
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def title(paper: Document, lines: Sequence[str], *, size: float = TITLE) -> None:
    """2号小标宋, centred, one paragraph a line, with an empty line below."""
    for text in lines:
        line(paper, text, font=XIAOBIAOSONG, size=size, align=CENTRE, pitch=max(36.0, size * 1.5))
    line(paper)


def organ_mark(paper: Document, organs: Sequence[str], *, suffix: str = "文件") -> None:
    """The red head of a paper: one organ a line, the host first; `suffix` beside the last one."""
    texts = [*organs[:-1], organs[-1] + suffix]
    size = min(_fitting(text, 34.0 if len(organs) > 1 else 44.0) for text in texts)
    for text in texts:
        line(
            paper,
            text,
            font=XIAOBIAOSONG,
            size=size,
            align=CENTRE,
            pitch=size * 1.25,
            colour=RED,
        )
    line(paper)


def document_number(paper: Document, number: str) -> None:
    """文号, centred, with the red rule below."""
    red_rule(line(paper, number, align=CENTRE))
    line(paper)


def brief_masthead(
    paper: Document, *, name: str, issue: str, organ: str, dated: str, note: str = ""
) -> None:
    """The red head of a 简报: its name, 第N期, issuing organ left, date right, red rule.

    `note` (such as 演示数据) stands alone at the top, so that no copy goes without it.
    """
    if note:
        line(paper, note, font=HEITI, align=RIGHT)
    line(paper, name, font=XIAOBIAOSONG, size=_fitting(name, 44.0), align=CENTRE, pitch=62,
         colour=RED)  # fmt: skip
    line(paper, issue, align=CENTRE)
    line(paper, pitch=10)
    foot = line(paper, organ, align=LEFT)
    foot.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, alignment=2)  # right
    write(foot, f"\t{dated}")
    red_rule(foot)
    line(paper)


def red_rule(paragraph: Paragraph) -> None:
    """A red line as wide as the text block, under the paragraph."""
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "18"), ("space", "6"), ("color", str(RED))):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    after = [child for child in properties if child.tag in BEFORE_BORDERS]
    properties.insert(len(after), borders)


def signature(paper: Document, organs: Sequence[str], dated: date) -> None:
    """落款 without seals: each organ two characters from the right, then the date."""
    line(paper)
    for text in (*organs, chinese_date(dated)):
        paragraph = line(paper, text, align=RIGHT)
        paragraph.paragraph_format.right_indent = Pt(BODY * 2)


def annotation(paper: Document, text: str) -> None:
    """附注 below the date, indented two characters: （此件公开发布）."""
    line(paper, text, indent=2)


def annex(paper: Document, mark: str, lines: Sequence[str]) -> None:
    """A new page that begins with 附件 in 黑体 and its centred title."""
    first = line(paper, mark, font=HEITI, align=LEFT)
    first.paragraph_format.page_break_before = True
    line(paper)
    title(paper, lines)


def chinese_date(day: date) -> str:
    """2023年3月29日: Arabic and unpadded."""
    return f"{day.year}年{day.month}月{day.day}日"


def _fitting(text: str, size: float, width: Length = TEXT_WIDTH) -> float:
    """The largest size up to `size` at which the text stays on one line."""
    return min(size, float(width.pt) / max(len(text), 1))
