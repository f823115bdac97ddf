"""A bulletin as a Word file: head of a 简报, text, a landscape annex with every task's light."""

from docx.document import Document

from tongchou.documents import gongwen
from tongchou.domain.publication.bulletin import AnnexRow, Bulletin

SHADES = {"green": "E3F1E5", "yellow": "FFF4CC", "orange": "FDE3CF", "red": "F8D7D7"}
"""Pale, so that the word of the light stays readable in print."""

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def write_bulletin(bulletin: Bulletin) -> bytes:
    """The file; the same bulletin gives the same bytes."""
    paper = gongwen.new_paper(title="".join(bulletin.title), dated=bulletin.dated)
    if bulletin.note:
        gongwen.running_head(paper.sections[0], bulletin.note)
    gongwen.brief_masthead(
        paper,
        name=bulletin.name,
        issue=bulletin.issue,
        organ=bulletin.organ,
        dated=gongwen.chinese_date(bulletin.dated),
        note=bulletin.note,
    )
    gongwen.title(paper, bulletin.title)
    for text in bulletin.opening:
        gongwen.body(paper, text)
    for section in bulletin.sections:
        gongwen.heading(paper, section.heading)
        for heading, text in section.items:
            _item(paper, heading, text)
    body = len(paper.paragraphs)
    gongwen.line(paper)
    gongwen.body(paper, f"附件：{bulletin.annex_title}")
    gongwen.signature(paper, [bulletin.organ], bulletin.dated)
    for paragraph in paper.paragraphs[body - 1 : -1]:
        paragraph.paragraph_format.keep_with_next = True  # no signature on a page of its own
    _annex(paper, bulletin)
    return gongwen.to_bytes(paper)


def _item(paper: Document, heading: str, text: str) -> None:
    """A paragraph; its heading, if any, stands at its beginning in 楷体."""
    if not heading:
        gongwen.body(paper, text)
        return
    paragraph = gongwen.line(paper, heading, font=gongwen.KAITI, indent=2)
    gongwen.write(paragraph, text)


def _annex(paper: Document, bulletin: Bulletin) -> None:
    gongwen.landscape(paper)
    gongwen.line(paper, "附件", font=gongwen.HEITI, align=gongwen.LEFT)
    gongwen.title(paper, [bulletin.annex_title], size=18)
    table = gongwen.table(paper, bulletin.annex_widths, bulletin.annex_header)
    parties = len(bulletin.annex_header) - 5
    aligns = [
        gongwen.CENTRE,
        gongwen.LEFT,
        *([gongwen.CENTRE] * (1 + parties)),
        gongwen.LEFT,
        gongwen.LEFT,
    ]
    for row in bulletin.annex_rows:
        if row.area:
            gongwen.merged_row(table, row.texts)
        else:
            made = gongwen.add_row(table, row.texts, aligns=aligns)
            _shade(row, made.cells[2])
    gongwen.line(paper, pitch=12)
    for text in bulletin.foot:
        gongwen.line(paper, text, size=9, align=gongwen.LEFT, pitch=13)


def _shade(row: AnnexRow, cell: gongwen.Cell) -> None:
    if row.light in SHADES:
        gongwen.shade(cell, SHADES[row.light])
