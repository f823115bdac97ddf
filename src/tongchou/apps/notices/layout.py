"""A document laid out for a page: headings, paragraphs, and tables with their rows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from tongchou.domain.notice.document import Block, Document, Span
from tongchou.domain.notice.grid import Grid
from tongchou.domain.notice.tables import find_grids

from .queries import Piece, pieces

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_HEADING = re.compile(rf"(?:{_NUMERAL}、|第{_NUMERAL}[章节部分])\S.{{0,38}}")
Look = Literal["title", "heading", "text"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    block: int
    pieces: tuple[Piece, ...]
    look: Look
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Cell:
    block: int
    pieces: tuple[Piece, ...]
    row_span: int = 1
    column_span: int = 1
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[tuple[Cell, ...], ...]
    kind: str = "table"


Part = Paragraph | Table


def lay_out(
    document: Document, lit: Sequence[Span] = (), titles: Iterable[int] = ()
) -> tuple[Part, ...]:
    """The parts of a document in reading order, `lit` spans marked; `titles` are block numbers.

    A table that lost its rows (one cell a line) gets those that the compiler rebuilds.
    """
    marks: dict[int, list[Span]] = {}
    for span in lit:
        marks.setdefault(span.block, []).append(span)
    return tuple(_Layout(document, marks, frozenset(titles)).parts())


class _Layout:
    def __init__(
        self, document: Document, marks: Mapping[int, list[Span]], titles: frozenset[int]
    ) -> None:
        self.blocks = document.blocks
        self.marks = marks
        self.titles = titles
        self.grids = {grid.headings[0].span.block: grid for grid in find_grids(document.blocks)[0]}

    def parts(self) -> Iterator[Part]:
        i = 0
        while i < len(self.blocks):
            run = self._table_run(i)
            if run:
                yield from self._table(run)
                i += len(run)
                continue
            if self.blocks[i].text.strip():
                yield self._paragraph(self.blocks[i])
            i += 1

    def _table_run(self, i: int) -> list[Block]:
        run = []
        for block in self.blocks[i:]:
            if block.kind != "cell" or block.table != self.blocks[i].table:
                break
            run.append(block)
        return run

    def _table(self, run: list[Block]) -> Iterator[Part]:
        if run[0].row is not None:
            yield Table(tuple(self._ruled_rows(run)))
            return
        grid = next((self.grids[b.index] for b in run if b.index in self.grids), None)
        inside = _grid_blocks(grid) if grid else set()
        for block in run:
            if grid and block.index == grid.headings[0].span.block:
                yield Table(tuple(self._grid_rows(grid)))
            elif block.index not in inside and block.text.strip():
                yield self._paragraph(block)

    def _ruled_rows(self, run: list[Block]) -> Iterator[tuple[Cell, ...]]:
        rows: dict[int, list[Block]] = {}
        for block in run:
            rows.setdefault(block.row or 0, []).append(block)
        headings = {line.span.block for grid in self.grids.values() for line in grid.headings}
        for row in rows.values():
            yield tuple(self._cell(block, heading=block.index in headings) for block in row)

    def _grid_rows(self, grid: Grid) -> Iterator[tuple[Cell, ...]]:
        yield tuple(self._cell(self.blocks[h.span.block], heading=True) for h in grid.headings)
        width = len(grid.headings)
        for row in grid.rows:
            cells = [self._cell(self.blocks[index]) for index in row.blocks]
            missing = width - len(cells)
            if missing > 0:
                last = cells[-1]
                cells[-1] = Cell(last.block, last.pieces, column_span=1 + missing)
            yield tuple(cells)

    def _cell(self, block: Block, *, heading: bool = False) -> Cell:
        shown = self._pieces(block)
        return Cell(block.index, shown, block.row_span, block.column_span, heading)

    def _paragraph(self, block: Block) -> Paragraph:
        text = block.text.strip()
        look: Look = "text"
        if block.index in self.titles:
            look = "title"
        elif _HEADING.fullmatch(text):
            look = "heading"
        return Paragraph(block.index, self._pieces(block), look)

    def _pieces(self, block: Block) -> tuple[Piece, ...]:
        return pieces(block.text, {"lit": self.marks.get(block.index, [])})


def _grid_blocks(grid: Grid) -> set[int]:
    rows = {index for row in grid.rows for index in row.blocks}
    return rows | {heading.span.block for heading in grid.headings}
