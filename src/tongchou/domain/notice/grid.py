"""Tables as rows of cells, whether a file kept its rows or flattened them to a stream."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongchou.domain.notice.columns import column_of, is_header
from tongchou.domain.notice.document import Block
from tongchou.domain.notice.lines import Line, whole
from tongchou.domain.shared.numerals import chinese_integer

_AREA_NUMBER = re.compile(r"[（(]?([一二三四五六七八九十]{1,3})[）)]?[、.．]?")
_NUMBER = re.compile(r"[（(]?(\d{1,4})[）)]?[、.．]?")
_EXTRA = 3


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by column; a merged cell stands in every column it covers."""

    cells: dict[int, Block]

    @property
    def blocks(self) -> list[Block]:
        return list(dict.fromkeys(self.cells.values()))

    def line(self, column: int) -> Line | None:
        block = self.cells.get(column)
        return whole(block) if block else None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of tasks: the headings, and the rows below them."""

    headings: list[Line]
    rows: list[Row]

    @property
    def top(self) -> int:
        """The block of the first heading."""
        return self.headings[0].span.block


def area_number(text: str) -> int | None:
    """一 or （一） or 一、 as a number."""
    match = _AREA_NUMBER.fullmatch(text.strip())
    return chinese_integer(match[1]) if match else None


def task_number(text: str) -> int | None:
    """12 or 12. or （12） as a number."""
    match = _NUMBER.fullmatch(text.strip())
    return int(match[1]) if match else None


def find_grids(blocks: Sequence[Block]) -> tuple[list[Grid], list[list[Block]]]:
    """The tables of tasks of a document, and the cells of its other tables."""
    by_table: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind == "cell" and block.table is not None:
            by_table.setdefault(block.table, []).append(block)
    grids, others = [], []
    for cells in by_table.values():
        grid = _ruled(cells) if cells[0].row is not None else _flattened(cells)
        if grid:
            grids.append(grid)
        else:
            others.append(cells)
    return grids, others


def _ruled(cells: Sequence[Block]) -> Grid | None:
    rows = _rows(cells)
    for top, row in enumerate(rows):
        below = rows[top + 1] if top + 1 < len(rows) else None
        headings, used = _headings(row, below)
        if is_header([line.text for line in headings]):
            return Grid(headings, [r for r in rows[top + used :] if not _repeats(r, row)])
    return None


def _rows(cells: Sequence[Block]) -> list[Row]:
    rows: dict[int, dict[int, Block]] = {}
    for cell in cells:
        for r in range(cell.row_span):
            for c in range(cell.column_span):
                rows.setdefault((cell.row or 0) + r, {})[(cell.column or 0) + c] = cell
    return [Row(dict(sorted(rows[r].items()))) for r in sorted(rows)]


def _headings(row: Row, below: Row | None) -> tuple[list[Line], int]:
    """The headings of one row, or of two where a heading stands above others (责任单位 over
    牵头单位 and 配合单位)."""
    width = max(row.cells) + 1
    upper = [row.line(c) or _blank(row) for c in range(width)]
    if below is None:
        return upper, 1
    lower = [below.line(c) or _blank(row) for c in range(width)]
    changed = [i for i in range(width) if lower[i].span.block != upper[i].span.block]
    named = [i for i in changed if column_of(lower[i].text)]
    continued = [i for i in changed if lower[i].text]
    if not named or len(named) < len(continued):
        return upper, 1
    return [lower[i] if i in named else upper[i] for i in range(width)], 2


def _blank(row: Row) -> Line:
    line = whole(row.blocks[0])
    return line.part(0, 0)


def _repeats(row: Row, header: Row) -> bool:
    return [b.text.strip() for b in row.blocks] == [b.text.strip() for b in header.blocks]


def _flattened(cells: Sequence[Block]) -> Grid | None:
    top = _first_heading(cells)
    if top is None:
        return None
    first = next((i for i in range(top, len(cells)) if _starts_row(cells, i)), len(cells))
    headings = [whole(cell) for cell in cells[top:first]]
    if not is_header([line.text for line in headings]):
        return None
    return Grid(headings, list(_stream_rows(cells[first:], len(headings))))


def _first_heading(cells: Sequence[Block]) -> int | None:
    for i, cell in enumerate(cells):
        if column_of(cell.text) and all(column_of(c.text) for c in cells[i : i + 3]):
            return i
    return None


def _starts_row(cells: Sequence[Block], i: int) -> bool:
    return area_number(cells[i].text) is not None or task_number(cells[i].text) is not None


def _stream_rows(cells: Sequence[Block], width: int) -> Iterator[Row]:
    i = 0
    while i < len(cells):
        size = _row_size(cells, i, width)
        row = cells[i : i + size]
        if any(cell.text.strip() for cell in row):
            yield Row(dict(enumerate(row)))
        i += size


def _row_size(cells: Sequence[Block], i: int, width: int) -> int:
    """An area's row has a numeral and a name; a task's row has as many cells as headings,
    unless some were lost or added and the next row plainly starts elsewhere."""
    if area_number(cells[i].text) is not None:
        size = 2
        while size < width and i + size < len(cells) and not cells[i + size].text.strip():
            size += 1
        return size
    here = task_number(cells[i].text)
    sizes = [width, *range(width - 1, 1, -1), *range(width + 1, width + _EXTRA + 1)]
    return next((size for size in sizes if _next_starts(cells, i + size, here)), width)


def _next_starts(cells: Sequence[Block], i: int, here: int | None) -> bool:
    """Whether a row starts at i: an area's, the task's after `here`, or the table ends."""
    if i >= len(cells):
        return i == len(cells)
    number = task_number(cells[i].text)
    after = number is not None and (here is None or number == here + 1)
    return after or area_number(cells[i].text) is not None
