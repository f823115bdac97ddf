"""Pages set by making_pages as PDF files."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Literal

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.documents.making import Flattened
from tests.documents.making_pages import Paper, Sheet, laid_out

FONT = "STSong-Light"
Strokes = Literal["lines", "bars", "path"]
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def width_of(text: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, FONT, size))


def pdf_notice(notice: Flattened, paper: Paper | None = None) -> bytes:
    paper = paper or Paper()
    return pdf_of(laid_out(notice, paper, width_of), paper)


def pdf_of(
    sheets: Sequence[Sheet],
    paper: Paper,
    *,
    turned: bool = False,
    bold: int = 1,
    strokes: Strokes = "lines",
    password: str = "",
) -> bytes:
    """`turned` draws each page sideways, `bold` prints its words several times, `strokes` says
    how rules are drawn: each a line, each a thin filled bar, or all of them one path."""
    stream = io.BytesIO()
    size = (paper.height, paper.width) if turned else (paper.width, paper.height)
    canvas = Canvas(stream, pagesize=size, invariant=1, encrypt=password or None)
    for sheet in sheets:
        if turned:
            canvas.rotate(90)
            canvas.translate(0, -paper.height)
        for x, base, em, text in sheet.texts:
            canvas.setFont(FONT, em)
            for n in range(bold):
                canvas.drawString(x + n * em / 40, paper.height - base, text)
        _draw(canvas, sheet, paper, strokes)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _draw(canvas: Canvas, sheet: Sheet, paper: Paper, strokes: Strokes) -> None:
    path = canvas.beginPath()
    for x0, y0, x1, y1 in sheet.rules:
        top, bottom = paper.height - y0, paper.height - y1
        if strokes == "bars":
            canvas.rect(x0 - 0.3, bottom - 0.3, x1 - x0 + 0.6, top - bottom + 0.6, 0, 1)
        elif strokes == "path":
            path.moveTo(x0, top)
            path.lineTo(x1, bottom)
        else:
            canvas.line(x0, top, x1, bottom)
    canvas.drawPath(path)


def pictures(count: int, words: str = "") -> bytes:
    """Pages that are pictures, as a scanner makes them, with the words it adds."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    image = ImageReader(io.BytesIO(b"P6 2 2 255\n" + bytes(range(12))))
    for _ in range(count):
        canvas.drawImage(image, 0, 0, *A4)
        canvas.setFont(FONT, 9)
        canvas.drawString(400, 30, words)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def raw_pdf(content: str, font: str, *, extra: str = "", visible: str = "0 0 595 842") -> bytes:
    """A file of one page by its drawing commands and the body of its font; `extra` is object 6."""
    resources = f"<</Font<</F <</Type/Font{font}>>>>>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[{visible}]/Contents 4 0 R/Resources{resources}>>",
        f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        "null",
        f"<</Length {len(extra)}>>\nstream\n{extra}\nendstream",
    ]
    stream = io.BytesIO(b"%PDF-1.4\n")
    stream.seek(0, io.SEEK_END)
    places = []
    for n, body in enumerate(objects, 1):
        places.append(stream.tell())
        stream.write(f"{n} 0 obj\n{body}\nendobj\n".encode())
    start = stream.tell()
    stream.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    stream.writelines(f"{place:010} 00000 n \n".encode() for place in places)
    stream.write(f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\n".encode())
    stream.write(f"startxref\n{start}\n%%EOF\n".encode())
    return stream.getvalue()
