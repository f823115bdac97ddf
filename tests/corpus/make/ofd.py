"""OFD files (GB/T 33190): lines of text with the place of each sign, and the rules of tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.corpus.make.source import Paragraph, Source, Table

NAMESPACE = "http://www.ofdspec.org/2016"
WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 25.0
BODY, SMALL, PADDING = 5.0, 3.5, 1.0
ROOT = """<ofd:OFD xmlns:ofd="{ns}" Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo>
<ofd:DocID>00000000000000000000000000000001</ofd:DocID></ofd:DocInfo>
<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"""
DOCUMENT = """<ofd:Document xmlns:ofd="{ns}"><ofd:CommonData><ofd:MaxUnitID>9999</ofd:MaxUnitID>
<ofd:PageArea><ofd:PhysicalBox>0 0 {w:g} {h:g}</ofd:PhysicalBox></ofd:PageArea>
<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>
<ofd:Pages>{pages}</ofd:Pages></ofd:Document>"""
RESOURCES = """<ofd:Res xmlns:ofd="{ns}" BaseLoc="Res"><ofd:Fonts>
<ofd:Font ID="1" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>"""
PAGE = """<ofd:Page xmlns:ofd="{ns}"><ofd:Area><ofd:PhysicalBox>0 0 {w:g} {h:g}</ofd:PhysicalBox>
</ofd:Area><ofd:Content><ofd:Layer ID="2" Type="Body">
{objects}
</ofd:Layer></ofd:Content></ofd:Page>"""


@dataclass
class Pages:
    """What is drawn, page by page; `y` is where the next line goes."""

    pages: list[list[str]] = field(default_factory=lambda: [[]])
    y: float = MARGIN
    used: int = 10

    def room(self, height: float) -> None:
        if self.y + height > HEIGHT - MARGIN:
            self.pages.append([])
            self.y = MARGIN

    def text(self, text: str, x: float, y: float, size: float) -> None:
        """A line whose upper left corner is at (x, y)."""
        if not text:
            return
        self.used += 1
        steps = f' DeltaX="{" ".join(f"{wide(sign, size):g}" for sign in text[:-1])}"'
        self.pages[-1].append(
            f'<ofd:TextObject ID="{self.used}" Boundary="{x:g} {y:g} {length(text, size):g} '
            f'{size:g}" Font="1" Size="{size:g}"><ofd:TextCode X="0" Y="{size * 0.85:g}"'
            f"{steps if text[1:] else ''}>{escape(text)}</ofd:TextCode></ofd:TextObject>"
        )

    def box(self, x: float, y: float, width: float, height: float) -> None:
        self.used += 1
        path = f"M 0 0 L {width:g} 0 L {width:g} {height:g} L 0 {height:g} C"
        self.pages[-1].append(
            f'<ofd:PathObject ID="{self.used}" Boundary="{x:g} {y:g} {width:g} {height:g}" '
            f'LineWidth="0.25"><ofd:AbbreviatedData>{path}</ofd:AbbreviatedData></ofd:PathObject>'
        )


def made(source: Source) -> bytes:
    pages = Pages()
    for part in source.parts:
        if isinstance(part, Paragraph):
            _paragraph(pages, part)
        elif isinstance(part, Table):
            _table(pages, part)
    stream = io.BytesIO()
    names = [f"Pages/Page_{n}/Content.xml" for n in range(len(pages.pages))]
    listed = "".join(f'<ofd:Page ID="{n + 1}" BaseLoc="{x}"/>' for n, x in enumerate(names))
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("OFD.xml", ROOT.format(ns=NAMESPACE))
        document = DOCUMENT.format(ns=NAMESPACE, w=WIDTH, h=HEIGHT, pages=listed)
        package.writestr("Doc_0/Document.xml", document)
        package.writestr("Doc_0/PublicRes.xml", RESOURCES.format(ns=NAMESPACE))
        for name, objects in zip(names, pages.pages, strict=True):
            page = PAGE.format(ns=NAMESPACE, w=WIDTH, h=HEIGHT, objects="\n".join(objects))
            package.writestr(f"Doc_0/{name}", page)
    return stream.getvalue()


def _paragraph(pages: Pages, part: Paragraph) -> None:
    indent = "　　" if part.manner == "body" else ""
    for line in wrapped(indent + part.text, WIDTH - 2 * MARGIN, BODY):
        pages.room(BODY * 1.6)
        spare = WIDTH - 2 * MARGIN - length(line, BODY)
        shift = {"centre": spare / 2, "right": spare}.get(part.manner, 0.0)
        blanks = len(line) - len(line.lstrip("　"))
        pages.text(line[blanks:], MARGIN + shift + blanks * BODY, pages.y, BODY)
        pages.y += BODY * 1.6


def _table(pages: Pages, part: Table) -> None:
    """Row by row; cells may span columns, not rows."""
    shares = [float(share) for share in part.options["shares"].split(",")]
    widths = [share / sum(shares) * (WIDTH - 2 * MARGIN) for share in shares]
    cells = part.cells()
    for r in range(len(part.printed())):
        row = []
        for cell in (cell for cell in cells if cell.row == r):
            width = sum(widths[cell.column : cell.column + cell.column_span])
            lines = [x for t in cell.lines for x in wrapped(t, width - 2 * PADDING, SMALL)]
            row.append((MARGIN + sum(widths[: cell.column]), width, lines))
        height = max(len(lines) for _, _, lines in row) * SMALL * 1.5 + 2 * PADDING
        pages.room(height)
        for x, width, lines in row:
            pages.box(x, pages.y, width, height)
            for n, line in enumerate(lines):
                pages.text(line, x + PADDING, pages.y + PADDING + n * SMALL * 1.5, SMALL)
        pages.y += height


def wide(sign: str, size: float) -> float:
    return size / 2 if sign.isascii() else size


def length(text: str, size: float) -> float:
    return sum(wide(sign, size) for sign in text)


def wrapped(text: str, width: float, size: float) -> Iterator[str]:
    line = ""
    for sign in text:
        if line and length(line + sign, size) > width:
            yield line
            line = ""
        line += sign
    yield line
