"""Pages set by making_pages as OFD files (GB/T 33190, lengths in millimetres)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from tests.documents.making import Flattened
from tests.documents.making_pages import Paper, Sheet, em_width, laid_out

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
MM = 25.4 / 72


def ofd_notice(notice: Flattened, paper: Paper | None = None) -> bytes:
    paper = paper or Paper()
    return ofd_of(laid_out(notice, paper, em_width), paper)


def ofd_of(sheets: Sequence[Sheet], paper: Paper, *, template: Sheet | None = None) -> bytes:
    """`template` is drawn beneath every page."""
    pages = {
        f"Pages/Page_{n}/Content.xml": page(objects(sheet), template is not None)
        for n, sheet in enumerate(sheets)
    }
    listed = "".join(f'<ofd:Page ID="{n + 1}" BaseLoc="{path}"/>' for n, path in enumerate(pages))
    parts = {f"Doc_0/{path}": text for path, text in pages.items()}
    common = f"<ofd:PageArea>{area(paper)}</ofd:PageArea>"
    if template:
        parts["Doc_0/Tpls/Tpl_0/Content.xml"] = page(objects(template), False)
        common += '<ofd:TemplatePage ID="900" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
    parts["Doc_0/Document.xml"] = (
        f"<ofd:Document {SPACE}><ofd:CommonData>{common}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>"
    )
    return packed(parts)


def packed(parts: dict[str, str]) -> bytes:
    """A package whose first document is /Doc_0/Document.xml."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "OFD.xml",
            f'<ofd:OFD {SPACE} Version="1.0"><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml'
            "</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        )
        for path, text in parts.items():
            package.writestr(path, text)
    return stream.getvalue()


def area(paper: Paper) -> str:
    box = f"0 0 {paper.width * MM:.3f} {paper.height * MM:.3f}"
    return f"<ofd:PhysicalBox>{box}</ofd:PhysicalBox>"


def page(content: Iterable[str], has_template: bool) -> str:
    beneath = '<ofd:Template TemplateID="900" ZOrder="Background"/>' if has_template else ""
    return (
        f"<ofd:Page {SPACE}>{beneath}<ofd:Content><ofd:Layer ID='2'>"
        f"{''.join(content)}</ofd:Layer></ofd:Content></ofd:Page>"
    )


def objects(sheet: Sheet) -> Iterable[str]:
    for x, base, size, text in sheet.texts:
        yield text_object(x * MM, base * MM, size * MM, text)
    for x0, y0, x1, y1 in sheet.rules:
        yield (
            f'<ofd:PathObject ID="9" Boundary="{x0 * MM:.3f} {y0 * MM:.3f} {(x1 - x0) * MM:.3f} '
            f'{(y1 - y0) * MM:.3f}"><ofd:AbbreviatedData>M 0 0 L {(x1 - x0) * MM:.3f} '
            f"{(y1 - y0) * MM:.3f}</ofd:AbbreviatedData></ofd:PathObject>"
        )


def text_object(x: float, base: float, size: float, text: str, steps: str | None = None) -> str:
    """A run of words; `steps` replaces the distances between its characters."""
    if steps is None:
        steps = " ".join(f"{em_width(c, size):.3f}" for c in text[:-1])
    return (
        f'<ofd:TextObject ID="8" Font="1" Size="{size:.3f}" '
        f'Boundary="{x:.3f} {base - size:.3f} {em_width(text, size):.3f} {size:.3f}">'
        f'<ofd:TextCode X="0" Y="{size:.3f}" DeltaX="{steps}">{escape(text)}</ofd:TextCode>'
        "</ofd:TextObject>"
    )
