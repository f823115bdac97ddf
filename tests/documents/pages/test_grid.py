"""Lines that cross make cells, with the spans that missing lines leave."""

from __future__ import annotations

import pytest

from tests.documents.reading_pages import frame
from tongchou.documents.pages.grid import Area, find_ruled
from tongchou.documents.pages.parts import Edge, filled_edge, stroke_edge

XS, YS = (0.0, 50.0, 100.0), (0.0, 20.0, 40.0)


def areas(edges: list[Edge]) -> list[Area]:
    (grid,) = find_ruled(edges)
    return grid.areas


def test_a_full_grid() -> None:
    (grid,) = find_ruled(frame(XS, YS))
    assert grid.areas == [Area(0, 0, 1, 1), Area(0, 1, 1, 2), Area(1, 0, 2, 1), Area(1, 1, 2, 2)]
    assert (grid.open_top, grid.open_bottom) == (False, False)
    assert grid.area_at(75, 30) == 3


def test_a_row_without_an_upright_is_one_cell() -> None:
    edges = [e for e in frame(XS, YS) if e.x0 != 50 or e.x1 != 50] + [Edge(50, 20, 50, 40)]
    assert areas(edges) == [Area(0, 0, 1, 2), Area(1, 0, 2, 1), Area(1, 1, 2, 2)]


def test_a_column_without_a_line_between_is_one_cell() -> None:
    edges = [e for e in frame(XS, YS) if e.y0 != 20 or e.y1 != 20] + [Edge(50, 20, 100, 20)]
    assert areas(edges) == [Area(0, 0, 2, 1), Area(0, 1, 1, 2), Area(1, 1, 2, 2)]


def test_pieces_of_a_line_are_one() -> None:
    edges = [Edge(x0, y, x0 + 50, y) for x0 in (0.0, 50.6) for y in (0.0, 20.0, 40.0)] + [
        Edge(x, y0, x, y0 + 19.5) for x in XS for y0 in (0.0, 20.0)
    ]
    assert len(areas(edges)) == 4


def test_double_lines_are_one() -> None:
    doubled = [Edge(e.x0, e.y0 + 1.5, e.x1, e.y1 + 1.5) for e in frame(XS, YS)]
    assert len(areas(frame(XS, YS) + doubled)) == 4


def test_sides_that_are_not_drawn_end_where_the_rows_do() -> None:
    edges = [e for e in frame(XS, YS) if not (e.x0 == e.x1 and e.x0 in {0, 100})]
    assert len(areas(edges)) == 4


@pytest.mark.parametrize(("end", "count"), [(85, 4), (65, 3)])
def test_a_line_that_stops_short_still_divides(end: float, count: int) -> None:
    edges = [e for e in frame(XS, YS) if e.y0 != 20 or e.y1 != 20]
    assert len(areas([*edges, Edge(0, 20, end, 20)])) == count


def test_a_missing_end_is_open() -> None:
    edges = [e for e in frame(XS, YS) if e.y0 != 40 or e.y1 != 40]
    (grid,) = find_ruled(edges)
    assert (grid.open_top, grid.open_bottom) == (False, True)
    assert len(grid.areas) == 4


def test_tables_apart_are_two_and_lines_alone_are_none() -> None:
    below = frame(XS, (100.0, 120.0, 140.0))
    underline = [Edge(5, 15, 30, 15), Edge(0, 200, 400, 200)]
    assert len(find_ruled(frame(XS, YS) + below + underline)) == 2
    assert find_ruled(underline) == []


def test_the_smaller_of_two_comes_first() -> None:
    inner = frame((10.0, 20.0, 40.0), (5.0, 10.0, 15.0))
    sizes = [grid.size for grid in find_ruled(frame(XS, YS) + inner)]
    assert sizes == sorted(sizes)
    assert len(sizes) == 2


def test_drawings_of_very_many_lines_are_no_table() -> None:
    lines = [Edge(0, y * 4.0, 100, y * 4.0) for y in range(2000)]
    assert find_ruled([*lines, *frame(XS, YS)]) == []


@pytest.mark.parametrize(
    ("bar", "edge"),
    [
        ((0, 9.5, 100, 10.5), Edge(0, 10, 100, 10)),
        ((9.5, 100, 10.5, 0), Edge(10, 0, 10, 100)),
        ((0, 0, 100, 20), None),
        ((0, 0, 1, 1), None),
    ],
)
def test_a_thin_bar_is_a_line(bar: tuple[float, ...], edge: Edge | None) -> None:
    assert filled_edge(*bar) == edge


def test_a_slanting_stroke_is_no_edge() -> None:
    assert stroke_edge(10, 5, 0, 5) == Edge(0, 5, 10, 5)
    assert stroke_edge(0, 0, 50, 20) is None
