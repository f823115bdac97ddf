"""PDF files: tables with rules, tables of columns alone, and rows that a page's end cuts."""

from __future__ import annotations

import io
from html import escape

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer
from reportlab.platypus import Paragraph as Set
from reportlab.platypus import Table as Laid

from tests.corpus.make.source import Paragraph, Source, Table

FONT = "STSong-Light"
MARGIN = 60


def made(source: Source) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    size = landscape(A4) if "landscape" in source.options else A4
    stream = io.BytesIO()
    pages = SimpleDocTemplate(
        stream, pagesize=size, leftMargin=MARGIN, rightMargin=MARGIN, invariant=1
    )
    flow: list[Flowable] = []
    for part in source.parts:
        if isinstance(part, Paragraph):
            flow.append(Set(escape(part.text), _style(part.manner)))
        elif isinstance(part, Table):
            flow += [_table(part, source, size[0] - 2 * MARGIN - 12), Spacer(1, 12)]
    pages.build(flow, onFirstPage=_foot, onLaterPages=_foot)
    return stream.getvalue()


def _style(manner: str, size: int = 14) -> ParagraphStyle:
    style = ParagraphStyle(manner, fontName=FONT, fontSize=size, leading=size * 1.5, wordWrap="CJK")
    if manner == "body":
        style.firstLineIndent = 2 * size
    style.alignment = {"centre": TA_CENTER, "right": TA_RIGHT}.get(manner, 0)
    return style


def _table(part: Table, source: Source, width: float) -> Laid:
    rows = part.printed()
    style = _style("flush", 9)
    placed: list[list[object]] = [[""] * part.width for _ in rows]
    commands: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    for cell in part.cells():
        last = (cell.column + cell.column_span - 1, cell.row + cell.row_span - 1)
        commands.append(("SPAN", (cell.column, cell.row), last))
        placed[cell.row][cell.column] = Set("<br/>".join(map(escape, cell.lines)), style)
    if source.options.get("table") != "unruled":
        commands.append(("GRID", (0, 0), (-1, -1), 0.5, "black"))
        commands.append(("LINEBELOW", (0, part.head - 1), (-1, part.head - 1), 0.5, "black"))
    shares = [float(share) for share in part.options["shares"].split(",")]
    return Laid(
        placed,
        colWidths=[share / sum(shares) * width for share in shares],
        repeatRows=part.head if part.options.get("again") == "head" else 0,
        splitInRow=int(source.options.get("table") == "broken"),
        style=commands,
    )


def _foot(canvas: object, document: object) -> None:
    canvas.setFont(FONT, 9)
    canvas.drawCentredString(A4[0] / 2, 30, f"— {document.page} —")
