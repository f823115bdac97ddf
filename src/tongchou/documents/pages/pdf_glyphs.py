"""The characters of a PDF page with their places."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tongchou.documents.pages.parts import MAX_GLYPHS, UNKNOWN, Glyph
from tongchou.documents.pages.pdf_place import Box, Place

_BLANKS = {0x09, 0x0A, 0x0D, 0x20, 0xA0}
_ASKEW = math.radians(10)


@dataclass(frozen=True, slots=True)
class Character:
    """A character in the page's own coordinates; `turn` counts quarter turns anticlockwise."""

    text: str
    box: Box
    x: float
    y: float
    size: float
    turn: int

    def glyph(self, place: Place) -> Glyph:
        left, bottom, right, top = self.box
        x0, y0 = place.point(left, bottom)
        x1, y1 = place.point(right, top)
        base = place.point(self.x, self.y)[1] if self.turn == place.turn else max(y0, y1)
        return Glyph(self.text, min(x0, x1), max(x0, x1), base, self.size)


def characters(words: Any) -> Iterator[Character]:
    """What is printed on a text page of the library, by its objects; what the library adds by
    itself and what stands askew (a watermark) is left out. A glyph that stands for several
    characters is one."""
    from pypdfium2 import raw

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    styles: dict[int, tuple[float, int | None]] = {}
    last: tuple[int, Box] | None = None
    held: Character | None = None
    for i in range(min(raw.FPDFText_CountChars(words), MAX_GLYPHS)):
        code = raw.FPDFText_GetUnicode(words, i)
        if code in _BLANKS and raw.FPDFText_IsGenerated(words, i):
            continue
        owner = ctypes.cast(raw.FPDFText_GetTextObject(words, i), ctypes.c_void_p).value
        if owner is None or not raw.FPDFText_GetLooseCharBox(words, i, box):
            continue
        if owner not in styles:
            styles[owner] = _size_and_turn(words, i)
        edges = box.left, box.bottom, box.right, box.top
        if held and last == (owner, edges) and box.right > box.left:
            held = replace(held, text=held.text + _text(code))
            continue
        if held:
            yield held
        size, turn = styles[owner]
        raw.FPDFText_GetCharOrigin(words, i, x, y)
        last, held = (owner, edges), None
        text = UNKNOWN if raw.FPDFText_HasUnicodeMapError(words, i) == 1 else _text(code)
        if turn is not None and all(map(math.isfinite, (*edges, x.value, y.value))):
            held = Character(text, edges, x.value, y.value, size, turn)
    if held:
        yield held


def _text(code: int) -> str:
    if code in {0, 0xFFFE, 0xFFFF} or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return UNKNOWN
    return chr(code)


def _size_and_turn(words: Any, i: int) -> tuple[float, int | None]:
    """The em in points, and the quarter turns; None for text at any other angle or no size."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    if not raw.FPDFText_GetMatrix(words, i, matrix):
        return 0.0, None
    size = raw.FPDFText_GetFontSize(words, i) * math.hypot(matrix.c, matrix.d)
    angle = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    if not (math.isfinite(angle) and 0.5 < size < 1000):
        return 0.0, None
    turn = round(angle)
    return size, turn % 4 if abs(angle - turn) * math.pi / 2 < _ASKEW else None


def main_turn(found: list[Character], otherwise: int) -> int:
    """How the text of a page stands: as most of its characters do."""
    counts = Counter(character.turn for character in found)
    return counts.most_common(1)[0][0] if counts else otherwise
