"""The ruled tables of a page: edges joined to lines, lines that cross to cells."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tongchou.documents.guard import MAX_COLUMNS
from tongchou.documents.pages.parts import Edge

TOUCH = 3.0
DRAWN = 0.6
MAX_LINES = 1_500
MAX_BASE_CELLS = 20_000


class Area(NamedTuple):
    """A cell: rows [row, row_end) and columns [column, column_end) of its grid."""

    row: int
    column: int
    row_end: int
    column_end: int


@dataclass(frozen=True, slots=True)
class RuledGrid:
    """The lines of one table and its cells; `open_top` and `open_bottom` say that no line
    is drawn there, as where a row runs on to another page."""

    xs: list[float]
    ys: list[float]
    areas: list[Area]
    open_top: bool
    open_bottom: bool
    index: list[list[int]]

    @property
    def size(self) -> float:
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    def holds(self, x: float, y: float) -> bool:
        return self.xs[0] <= x < self.xs[-1] and self.ys[0] <= y < self.ys[-1]

    def area_at(self, x: float, y: float) -> int:
        """The number of the cell that holds a point inside the grid."""
        return self.index[bisect_right(self.ys, y) - 1][bisect_right(self.xs, x) - 1]


class _Line(NamedTuple):
    """A line along one axis: at `at`, from `start` to `end` of the other axis."""

    at: float
    start: float
    end: float


def find_ruled(edges: Sequence[Edge]) -> list[RuledGrid]:
    """The grids of a page, the smallest first."""
    flat = [_Line(e.y0, e.x0, e.x1) for e in edges if e.x1 - e.x0 >= e.y1 - e.y0]
    upright = [_Line(e.x0, e.y0, e.y1) for e in edges if e.y1 - e.y0 > e.x1 - e.x0]
    rows, columns = _joined(flat), _joined(upright)
    if len(rows) > MAX_LINES or len(columns) > MAX_LINES:
        return []
    grids = [_grid(r, c) for r, c in _crossing(rows, columns)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.size)


def _joined(strokes: Iterable[_Line]) -> list[_Line]:
    """Strokes that run on from one another as single lines, ordered by their place."""
    lines: list[_Line] = []
    group: list[_Line] = []
    for stroke in sorted(strokes):
        if group and stroke.at - group[0].at > TOUCH:
            lines.extend(_runs(group))
            group = []
        group.append(stroke)
    return [*lines, *_runs(group)]


def _runs(group: Iterable[_Line]) -> Iterable[_Line]:
    runs: list[_Line] = []
    for stroke in sorted(group, key=lambda line: line.start):
        if runs and stroke.start <= runs[-1].end + TOUCH:
            runs[-1] = runs[-1]._replace(end=max(runs[-1].end, stroke.end))
        else:
            runs.append(stroke)
    return runs


def _crossing(
    rows: Sequence[_Line], columns: Sequence[_Line]
) -> Iterable[tuple[list[_Line], list[_Line]]]:
    """Rows and columns that hang together by touching one another."""
    parent = list(range(len(rows) + len(columns)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    heights = [row.at for row in rows]
    order = sorted(range(len(rows)), key=heights.__getitem__)
    heights.sort()
    for c, column in enumerate(columns):
        first = bisect_left(heights, column.start - TOUCH)
        last = bisect_right(heights, column.end + TOUCH)
        for r in order[first:last]:
            if rows[r].start - TOUCH <= column.at <= rows[r].end + TOUCH:
                parent[root(len(rows) + c)] = root(r)
    groups: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for i, line in enumerate([*rows, *columns]):
        groups.setdefault(root(i), ([], []))[i >= len(rows)].append(line)
    return groups.values()


def _grid(rows: list[_Line], columns: list[_Line]) -> RuledGrid | None:
    if not rows or not columns:
        return None
    left, right = min(row.start for row in rows), max(row.end for row in rows)
    top, bottom = min(c.start for c in columns), max(c.end for c in columns)
    xs = _places([*(c.at for c in columns), left, right])
    ys = _places([*(r.at for r in rows), top, bottom])
    base = (len(xs) - 1) * (len(ys) - 1)
    if not 0 < base <= MAX_BASE_CELLS or len(xs) > MAX_COLUMNS:
        return None
    index, areas = _areas(xs, ys, rows, columns)
    open_top = not _is_drawn(rows, ys[0], xs[0], xs[-1])
    open_bottom = not _is_drawn(rows, ys[-1], xs[0], xs[-1])
    return RuledGrid(xs, ys, areas, open_top, open_bottom, index)


def _places(values: Iterable[float]) -> list[float]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > TOUCH:
            places.append(value)
    return places


def _is_drawn(lines: Iterable[_Line], at: float, start: float, end: float) -> bool:
    drawn = sum(
        max(0.0, min(line.end, end) - max(line.start, start))
        for line in lines
        if abs(line.at - at) <= TOUCH
    )
    return drawn >= DRAWN * (end - start)


def _areas(
    xs: list[float], ys: list[float], rows: list[_Line], columns: list[_Line]
) -> tuple[list[list[int]], list[Area]]:
    """Base cells without a line between them are one: first along each row, then the runs of
    neighbouring rows that cover the same columns."""
    beside = [[line for line in columns if abs(line.at - x) <= TOUCH] for x in xs]
    above = [[line for line in rows if abs(line.at - y) <= TOUCH] for y in ys]
    areas: list[Area] = []
    index: list[list[int]] = []
    for r, (y0, y1) in enumerate(pairwise(ys)):
        row: list[int] = []
        for start, end in _row_runs(beside, xs, y0, y1):
            upper = index[r - 1][start] if r else -1
            grows = (
                upper >= 0
                and areas[upper][1::2] == (start, end)
                and not _is_drawn(above[r], ys[r], xs[start], xs[end])
            )
            if grows:
                areas[upper] = areas[upper]._replace(row_end=r + 1)
            else:
                upper = len(areas)
                areas.append(Area(r, start, r + 1, end))
            row.extend([upper] * (end - start))
        index.append(row)
    return index, areas


def _row_runs(
    beside: list[list[_Line]], xs: list[float], y0: float, y1: float
) -> Iterable[tuple[int, int]]:
    start = 0
    for c in range(1, len(xs)):
        if c == len(xs) - 1 or _is_drawn(beside[c], xs[c], y0, y1):
            yield start, c
            start = c
