"""Glyphs and readings for the tests of pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tests.documents.making_pages import em_width
from tongchou.documents.pages.lines import TextLine
from tongchou.documents.pages.parts import Edge, Glyph
from tongchou.domain.notice.document import Block

Cells = dict[tuple[int, int], str]


def glyphs(text: str, x: float = 0, base: float = 10, size: float = 10) -> list[Glyph]:
    """Characters side by side, Chinese ones an em wide, others half."""
    found = []
    for c in text:
        wide = em_width(c, size)
        found.append(Glyph(c, x, x + wide, base, size))
        x += wide
    return found


def text_line(
    text: str, x: float = 0, base: float = 10, *, size: float = 10, unit: float = 0, page: int = 1
) -> TextLine:
    return TextLine(text, x, x + em_width(text, size), base, size, unit or size, page)


def frame(xs: Iterable[float], ys: Iterable[float]) -> list[Edge]:
    """All the lines of a grid."""
    xs, ys = list(xs), list(ys)
    flat = [Edge(xs[0], y, xs[-1], y) for y in ys]
    return flat + [Edge(x, ys[0], x, ys[-1]) for x in xs]


def cells(blocks: Iterable[Block]) -> Cells:
    return {(b.row or 0, b.column or 0): b.text for b in blocks if b.kind == "cell"}


def paragraphs(blocks: Iterable[Block]) -> list[str]:
    found = (re.sub(r"\s+", " ", b.text).strip() for b in blocks if b.kind == "paragraph")
    return [text for text in found if text]


def shapes(blocks: Iterable[Block]) -> list[tuple[int | None, int | None, int, int, str]]:
    """Every cell with its place, its spans and its words."""
    return [
        (b.row, b.column, b.row_span, b.column_span, b.text.strip())
        for b in blocks
        if b.kind == "cell"
    ]
