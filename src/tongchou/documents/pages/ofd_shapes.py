"""The text and the lines of an OFD page, in points (GB/T 33190: lengths are millimetres)."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from tongchou.documents.pages.parts import (
    MAX_EDGES,
    MAX_GLYPHS,
    Edge,
    Glyph,
    filled_edge,
    stroke_edge,
)

POINTS = 72 / 25.4
COVERS = 0.5
NARROW = 0.5
MAX_DEPTH = 16
_WIDE_FROM = "\u2e80"
_POINTS_OF = {"S": 1, "M": 1, "L": 1, "Q": 2, "B": 3, "C": 0}

Element = Any
Point = tuple[float, float]
Box = tuple[float, float, float, float]


class Shapes:
    """Gathers what the layers of a page and of its templates draw."""

    def __init__(self, page: Box) -> None:
        self.page = page
        self.glyphs: list[Glyph] = []
        self.edges: list[Edge] = []
        self.picture = False

    def read(self, parent: Element, depth: int = 0) -> None:
        """The objects of a layer or block, in order; deeper nesting is left out."""
        for element in parent:
            kind = local_name(element)
            if kind == "TextObject":
                self._text(element)
            elif kind == "PathObject":
                self._path(element)
            elif kind == "ImageObject":
                self._image(element)
            elif kind in {"Layer", "PageBlock"} and depth < MAX_DEPTH:
                self.read(element, depth + 1)

    def _text(self, element: Element) -> None:
        placed = _Placed(element, self.page)
        size = number(element.get("Size"), 0) * placed.height * POINTS
        wide = number(element.get("Size"), 0) * number(element.get("HScale"), 1)
        if not 0.5 < size < 1000:
            return
        for code in element:
            if local_name(code) == "TextCode" and len(self.glyphs) < MAX_GLYPHS:
                self.glyphs.extend(_glyphs(code, placed, size, wide))

    def _path(self, element: Element) -> None:
        data = next((x.text or "" for x in element if local_name(x) == "AbbreviatedData"), "")
        placed = _Placed(element, self.page)
        stroked = element.get("Stroke", "true").lower() != "false"
        filled = element.get("Fill", "false").lower() == "true"
        for outline in _outlines(data):
            points = [placed.point(x, y) for x, y in outline]
            if stroked:
                for (x0, y0), (x1, y1) in pairwise(points):
                    self._take(stroke_edge(x0, y0, x1, y1))
            elif filled:
                xs, ys = [x for x, _ in points], [y for _, y in points]
                self._take(filled_edge(min(xs), min(ys), max(xs), max(ys)))

    def _image(self, element: Element) -> None:
        left, top, wide, high = box_of(element.get("Boundary")) or (0, 0, 0, 0)
        if wide * high >= COVERS * self.page[2] * self.page[3]:
            self.picture = True
        x, y = (left - self.page[0]) * POINTS, (top - self.page[1]) * POINTS
        self._take(filled_edge(x, y, x + wide * POINTS, y + high * POINTS))

    def _take(self, edge: Edge | None) -> None:
        if edge is not None and len(self.edges) < MAX_EDGES:
            self.edges.append(edge)


class _Placed:
    """From an object's own coordinates to points on the page."""

    def __init__(self, element: Element, page: Box) -> None:
        left, top, _, _ = box_of(element.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
        self.left, self.top = left - page[0], top - page[1]
        matrix = numbers(element.get("CTM"))
        self.matrix = matrix if len(matrix) == 6 else [1, 0, 0, 1, 0, 0]

    @property
    def height(self) -> float:
        return math.hypot(self.matrix[2], self.matrix[3])

    def point(self, x: float, y: float) -> Point:
        a, b, c, d, e, f = self.matrix
        return (
            (self.left + a * x + c * y + e) * POINTS,
            (self.top + b * x + d * y + f) * POINTS,
        )


def _glyphs(code: Element, placed: _Placed, size: float, wide: float) -> Iterator[Glyph]:
    """The characters of a run, each where the distances to the one before it put it."""
    text = (code.text or "")[:MAX_GLYPHS]
    x, y = number(code.get("X"), 0), number(code.get("Y"), 0)
    across, down = deltas(code.get("DeltaX"), len(text)), deltas(code.get("DeltaY"), len(text))
    for i, character in enumerate(text):
        usual = wide if character >= _WIDE_FROM or character in "“”‘’—…" else wide * NARROW
        step = across[i] if i < len(across) else (0 if down else usual)
        x0, base = placed.point(x, y)
        x1, _ = placed.point(x + (min(usual, step) if step > 0 else usual), y)
        if math.isfinite(x0) and math.isfinite(x1) and math.isfinite(base):
            yield Glyph(character, min(x0, x1), max(x0, x1), base, size)
        x += step
        y += down[i] if i < len(down) else 0


def deltas(text: str | None, most: int) -> list[float]:
    """Distances between characters; “g 3 5” stands for three times 5."""
    found: list[float] = []
    words = iter((text or "").split())
    for word in words:
        if word == "g":
            times, value = int(number(next(words, ""), 0)), number(next(words, ""), 0)
            found.extend([value] * max(0, min(times, most - len(found))))
        else:
            found.append(number(word, 0))
        if len(found) >= most:
            break
    return found


def _outlines(data: str) -> Iterator[list[Point]]:
    """The polygons of a path, closed ones with their first point again; curves break them."""
    points: list[Point] = []
    words = data.split()
    i = 0
    while i < len(words):
        command = words[i]
        i += 1
        if command == "C":
            points.extend(points[:1])
            continue
        count = 2 * _POINTS_OF.get(command, 0) + (7 if command == "A" else 0)
        end = _last_point(words[i : i + count])
        i += count
        if command != "L":
            if len(points) > 1:
                yield points
            points = []
        if end is not None:
            points.append(end)
    if len(points) > 1:
        yield points


def _last_point(words: Sequence[str]) -> Point | None:
    if len(words) < 2:
        return None
    x, y = number(words[-2], math.nan), number(words[-1], math.nan)
    return (x, y) if math.isfinite(x) and math.isfinite(y) else None


def local_name(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def number(text: str | None, otherwise: float) -> float:
    try:
        value = float(text or "")
    except ValueError:
        return otherwise
    return value if math.isfinite(value) and abs(value) < 1e6 else otherwise


def numbers(text: str | None) -> list[float]:
    return [number(word, 0) for word in (text or "").split()[:16]]


def box_of(text: str | None) -> Box | None:
    """Left, top, width and height."""
    found = numbers(text)
    return (found[0], found[1], found[2], found[3]) if len(found) == 4 else None
