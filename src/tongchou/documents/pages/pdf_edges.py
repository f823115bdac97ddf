"""The straight strokes of a PDF page, and whether a picture covers it."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tongchou.documents.pages.parts import MAX_EDGES, Edge, filled_edge, stroke_edge
from tongchou.documents.pages.pdf_place import Place

COVERS = 0.5
MAX_DEPTH = 8
MAX_OBJECTS = 100_000
MAX_SEGMENTS = 5_000

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Drawing:
    """Reads the objects of one page; forms are followed, within limits."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.edges: list[Edge] = []
        self.picture = False
        self._left = MAX_OBJECTS

    def read(self, page: Any) -> None:
        from pypdfium2 import raw

        for i in range(raw.FPDFPage_CountObjects(page)):
            self._object(raw.FPDFPage_GetObject(page, i), IDENTITY, 0)

    def _object(self, part: Any, outer: Matrix, depth: int) -> None:
        from pypdfium2 import raw

        self._left -= 1
        if self._left < 0 or len(self.edges) >= MAX_EDGES:
            return
        kind = raw.FPDFPageObj_GetType(part)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            self._path(part, _within(_matrix(part), outer))
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self._image(_within(_matrix(part), outer))
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            inner = _within(_matrix(part), outer)
            for i in range(raw.FPDFFormObj_CountObjects(part)):
                self._object(raw.FPDFFormObj_GetObject(part, i), inner, depth + 1)

    def _image(self, matrix: Matrix) -> None:
        """A thin picture is a line; one over half of the page makes the page a picture."""
        x0, y0 = self._placed(matrix, (0, 0))
        x1, y1 = self._placed(matrix, (1, 1))
        area = abs(x1 - x0) * abs(y1 - y0)
        if area >= COVERS * self.place.width * self.place.height:
            self.picture = True
        self._take(filled_edge(x0, y0, x1, y1))

    def _path(self, part: Any, matrix: Matrix) -> None:
        filled, stroked = _draw_mode(part)
        for points in _outlines(part):
            placed = [self._placed(matrix, point) for point in points]
            if stroked:
                for (x0, y0), (x1, y1) in pairwise(placed):
                    self._take(stroke_edge(x0, y0, x1, y1))
            elif filled:
                xs, ys = [x for x, _ in placed], [y for _, y in placed]
                self._take(filled_edge(min(xs), min(ys), max(xs), max(ys)))

    def _placed(self, matrix: Matrix, point: Point) -> Point:
        a, b, c, d, e, f = matrix
        x, y = point
        return self.place.point(a * x + c * y + e, b * x + d * y + f)

    def _take(self, edge: Edge | None) -> None:
        if edge is not None and len(self.edges) < MAX_EDGES:
            self.edges.append(edge)


def _matrix(part: Any) -> Matrix:
    from pypdfium2 import raw

    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(part, found):
        return IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _within(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def _draw_mode(part: Any) -> tuple[bool, bool]:
    """Whether a path is filled, and whether its outline is drawn."""
    from pypdfium2 import raw

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(part, fill, stroke):
        return False, False
    return fill.value != raw.FPDF_FILLMODE_NONE, bool(stroke.value)


def _outlines(part: Any) -> Iterator[list[Point]]:
    """The polygons of a path, closed ones with their first point again; curves break them."""
    from pypdfium2 import raw

    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    for i in range(min(raw.FPDFPath_CountSegments(part), MAX_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(part, i)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) != raw.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points
            points = []
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment) and len(points) > 2:
            points.append(points[0])
    if len(points) > 1:
        yield points
