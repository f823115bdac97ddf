"""What a page holds before anything is understood: glyphs and straight strokes.

Lengths are points (1/72 inch), x to the right, y downwards from the top of the page as it is
read; PDF and OFD files are both brought to this form.
"""

from dataclasses import dataclass
from typing import NamedTuple

MAX_PAGES = 5_000
MAX_GLYPHS = 60_000
MAX_EDGES = 20_000
UNKNOWN = "\ufffd"
"""Stands for a glyph whose character the file does not tell."""


class Glyph(NamedTuple):
    """One character: from x0 to x1 on the line `base`; `size` is its em."""

    text: str
    x0: float
    x1: float
    base: float
    size: float


class Edge(NamedTuple):
    """A straight stroke along an axis, from the smaller to the larger coordinates."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class PageParts:
    """One page; `picture` says that a picture covers most of it."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    edges: list[Edge]
    picture: bool = False


THIN = 3.0
_SLOPE = 1.0


def stroke_edge(x0: float, y0: float, x1: float, y1: float) -> Edge | None:
    """A drawn line as an edge, if it runs along an axis."""
    if abs(x1 - x0) > _SLOPE and abs(y1 - y0) > _SLOPE:
        return None
    return Edge(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def filled_edge(x0: float, y0: float, x1: float, y1: float) -> Edge | None:
    """A filled rectangle as an edge, if it is thin enough to be meant as a line."""
    wide, high = abs(x1 - x0), abs(y1 - y0)
    if min(wide, high) > THIN or max(wide, high) <= THIN:
        return None
    if high <= wide:
        y = (y0 + y1) / 2
        return Edge(min(x0, x1), y, max(x0, x1), y)
    x = (x0 + x1) / 2
    return Edge(x, min(y0, y1), x, max(y0, y1))
