"""One page as lines of text and pieces of ruled tables, from top to bottom."""

from dataclasses import dataclass, field

from tongchou.documents.pages.grid import RuledGrid, find_ruled
from tongchou.documents.pages.lines import JUSTIFIED, TextLine, lines_of
from tongchou.documents.pages.parts import Glyph, PageParts

MIDDLE = 0.35
"""How far above its base the middle of a glyph lies, in ems."""


@dataclass(slots=True)
class PartCell:
    """A cell of a piece of a table: rows [row, row_end) between the places x0 and x1."""

    row: int
    row_end: int
    x0: float
    x1: float
    lines: list[TextLine]

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)


@dataclass(slots=True)
class TablePart:
    """What one page shows of a table; `xs` are its column borders."""

    page: int
    xs: list[float]
    top: float
    bottom: float
    rows: int
    cells: list[PartCell]
    open_top: bool = False
    open_bottom: bool = False

    @property
    def is_frame(self) -> bool:
        """One column only: a box around words, or a row that spans its table."""
        return len(self.xs) < 3

    @property
    def width(self) -> float:
        return self.xs[-1] - self.xs[0]

    def row_cells(self, row: int) -> list[PartCell]:
        return [cell for cell in self.cells if cell.row == row]


@dataclass(slots=True)
class PageContent:
    number: int
    width: float
    height: float
    items: list[TextLine | TablePart] = field(default_factory=list)
    picture: bool = False

    @property
    def lines(self) -> list[TextLine]:
        return [item for item in self.items if isinstance(item, TextLine)]


def content_of(parts: PageParts) -> PageContent:
    """The content of a page; of grids one inside another the smaller takes its glyphs."""
    grids = find_ruled(parts.edges)
    outside: list[Glyph] = []
    inside: list[dict[int, list[Glyph]]] = [{} for _ in grids]
    for glyph in parts.glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.base - MIDDLE * glyph.size
        place = next((i for i, grid in enumerate(grids) if grid.holds(x, y)), None)
        if place is None:
            outside.append(glyph)
        else:
            inside[place].setdefault(grids[place].area_at(x, y), []).append(glyph)
    items: list[TextLine | TablePart] = []
    for i, (grid, found) in enumerate(zip(grids, inside, strict=True)):
        part = _part(grid, found, parts.number)
        if part.is_frame and any(_encloses(grid, other) for other in grids[:i]):
            outside.extend(glyph for glyphs in found.values() for glyph in glyphs)
        elif found:
            items.append(part)
    items.extend(lines_of(outside, parts.number))
    items.sort(key=top_of)
    return PageContent(parts.number, parts.width, parts.height, items, parts.picture)


def top_of(item: TextLine | TablePart) -> float:
    return item.base - item.size if isinstance(item, TextLine) else item.top


def _part(grid: RuledGrid, found: dict[int, list[Glyph]], page: int) -> TablePart:
    cells = [
        PartCell(
            area.row,
            area.row_end,
            grid.xs[area.column],
            grid.xs[area.column_end],
            lines_of(found.get(i, ()), page, JUSTIFIED),
        )
        for i, area in enumerate(grid.areas)
    ]
    return TablePart(
        page,
        grid.xs,
        grid.ys[0],
        grid.ys[-1],
        len(grid.ys) - 1,
        cells,
        grid.open_top,
        grid.open_bottom,
    )


def _encloses(outer: RuledGrid, inner: RuledGrid) -> bool:
    return outer.holds(inner.xs[0], inner.ys[0])


def loose_lines(part: TablePart) -> list[TextLine]:
    """The words of a frame, which is no table."""
    return sorted((line for cell in part.cells for line in cell.lines), key=lambda x: x.base)
