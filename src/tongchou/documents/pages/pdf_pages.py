"""The pages of a PDF file as glyphs and edges, one page in memory at a time."""

from collections.abc import Generator
from threading import Lock
from typing import Any

from tongchou.documents.findings import EncryptedFile
from tongchou.documents.guard import GuardError, damaged, suspicious
from tongchou.documents.pages.parts import MAX_PAGES, PageParts
from tongchou.documents.pages.pdf_edges import Drawing
from tongchou.documents.pages.pdf_glyphs import Character, characters, main_turn
from tongchou.documents.pages.pdf_place import Place
from tongchou.domain.shared.findings import Finding

_one_at_a_time = Lock()


def pdf_pages(data: bytes, name: str) -> Generator[PageParts | int]:
    """Each page, or its number where it cannot be opened. Raises GuardError.

    The library must not be used by two threads at once: the second waits until the first has
    read its last page or closed this iterator.
    """
    import pypdfium2

    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise GuardError(_refusal(error, name)) from None
        try:
            count = len(document)
            if count > MAX_PAGES:
                raise GuardError(suspicious(name, f"{count} 页", f"{count} pages"))
            if count < 1:
                raise GuardError(damaged(name, "没有可读的页", "it has no page"))
            for index in range(count):
                yield _opened(document, index)
        finally:
            document.close()


def _refusal(error: Any, name: str) -> Finding:
    from pypdfium2 import raw

    if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
        return EncryptedFile(name=name)
    return damaged(name, "不是完整的 PDF", "it is not a complete PDF")


def _opened(document: Any, index: int) -> PageParts | int:
    from pypdfium2 import PdfiumError

    try:
        page = document[index]
    except PdfiumError:
        return index + 1
    try:
        words = page.get_textpage()
        try:
            return _parts(page, list(characters(words.raw)), index + 1)
        finally:
            words.close()
    except PdfiumError:
        return index + 1
    finally:
        page.close()


def _parts(page: Any, found: list[Character], number: int) -> PageParts:
    place = Place(page.get_bbox(), main_turn(found, page.get_rotation() // 90))
    drawing = Drawing(place)
    drawing.read(page.raw)
    glyphs = [character.glyph(place) for character in found]
    inside = [
        glyph
        for glyph in glyphs
        if glyph.x1 > 0 and glyph.x0 < place.width and 0 < glyph.base < place.height + 1
    ]
    return PageParts(number, place.width, place.height, inside, drawing.edges, drawing.picture)
