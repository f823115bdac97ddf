"""A table that runs over several pages, joined from what each page shows of it."""

import re
from collections.abc import Sequence

from tongchou.documents.pages.cells import Cell, Placed, write_texts
from tongchou.documents.pages.content import PartCell, TablePart
from tongchou.documents.pages.wrapping import ends_sentence
from tongchou.domain.notice.columns import column_of
from tongchou.domain.notice.document import Block
from tongchou.domain.notice.labels import area_number

SAME_PLACE = 4.0
SAME_WIDTH = 6.0
NEXT_TO = 6.0
HEADER_ROWS = 4
_BLANK = re.compile(r"\s+")


class WholeTable:
    """Rows and cells of one table; `take` adds the part on the next page."""

    def __init__(self) -> None:
        self.cells: list[Cell] = []
        self.rows = 0
        self.heads: list[Cell] = []
        self.bottom: list[Cell] = []
        self.xs: list[float] = []
        self.last: TablePart | None = None

    def fits(self, part: TablePart) -> bool:
        """Whether a part that follows directly can be the table's continuation."""
        if self.last is None or abs(part.width - self._width) > SAME_WIDTH:
            return False
        if part.page == self.last.page and part.top - self.last.bottom > NEXT_TO:
            return False
        few, many = sorted((self._shifted(part), self.xs), key=len)
        return len(few) == len(many) or all(_has(many, x) for x in few)

    @property
    def _width(self) -> float:
        return self.xs[-1] - self.xs[0]

    def _shifted(self, part: TablePart) -> list[float]:
        return [x - self._shift(part) for x in part.xs]

    def _shift(self, part: TablePart) -> float:
        return part.xs[0] - self.xs[0] if self.xs else 0.0

    def take(self, part: TablePart) -> None:
        repeated = self._repeated_rows(part)
        cells = [self._moved(cell, part) for cell in part.cells if cell.row >= repeated]
        first = self.rows - repeated
        if cells and self._runs_on([cell for cell in cells if cell.row == repeated]):
            first -= 1
        added = [cell for cell in cells if self._add(cell, first)]
        lowest = [*self.bottom, *added]
        self.cells.extend(added)
        self.rows = max((cell.row_end for cell in lowest), default=0)
        self.bottom = [cell for cell in lowest if cell.row_end == self.rows]
        self.heads.extend(cell for cell in added if cell.row < HEADER_ROWS)
        self.xs = sorted([*self.xs, *(x for x in self._shifted(part) if not _has(self.xs, x))])
        self.last = part

    def _moved(self, cell: PartCell, part: TablePart) -> Cell:
        shift = self._shift(part)
        placed = [Placed(x, x.x0 - cell.x0, cell.x1 - x.x1) for x in cell.lines]
        return Cell(cell.row, cell.row_end, cell.x0 - shift, cell.x1 - shift, placed)

    def _repeated_rows(self, part: TablePart) -> int:
        """How many rows at the top of a part repeat the head of the table."""
        for row in range(min(self.rows, part.rows, HEADER_ROWS)):
            own = [_bare(c.text) for c in self.heads if c.row == row]
            if own != [_bare(c.text) for c in part.row_cells(row)] or not any(own):
                return row
        return min(self.rows, part.rows, HEADER_ROWS)

    def _runs_on(self, top: Sequence[Cell]) -> bool:
        """Whether the first row of a part is the rest of the last row before it.

        Its key (number, or name) is then empty, or stands here and was missing there.
        """
        if not all(any(_is_same_column(cell, upper) for upper in self.bottom) for cell in top):
            return False
        key = self._key()
        above, below = _at(self.bottom, key), _at(top, key)
        if above is None or below is None or _is_area(self.bottom):
            return False
        if not any(cell.text for cell in top):
            return True
        if above.text and below.text:
            return False
        if not below.text:
            merged = above.row_end - above.row > 1 or below.row_end - below.row > 1
            return not merged or _breaks_off(self.bottom)
        return sum(bool(cell.text) for cell in self.bottom) > 1

    def _key(self) -> float:
        """The middle of the column that tells one row from the next."""
        for role in ("number", "name"):
            for cell in self.heads:
                if column_of(cell.text) == role:
                    return (cell.x0 + cell.x1) / 2
        return (self.xs[0] + self.xs[1]) / 2

    def _add(self, cell: Cell, first: int) -> bool:
        """Put a cell below `first` rows; False when it is the rest of one that stands there."""
        cell.row += first
        cell.row_end += first
        upper = next((above for above in self.bottom if _is_same_column(above, cell)), None)
        if upper is None or cell.row > self.rows:
            return True
        merged = upper.row_end - upper.row > 1 or cell.row_end - cell.row > 1
        if cell.row == self.rows and (cell.text or not merged):
            return True
        upper.lines.extend(cell.lines)
        upper.row_end = max(upper.row_end, cell.row_end)
        return False

    def blocks(self, first: int, table: int) -> list[Block]:
        """The cells in reading order, numbered from `first`."""
        self.cells.sort(key=lambda cell: (cell.row, cell.x0))
        found: list[Block] = []
        for cell, text in zip(self.cells, write_texts(self.cells, self.heads), strict=True):
            left, right = _index(self.xs, cell.x0), _index(self.xs, cell.x1)
            spans = cell.row_end - cell.row, max(right - left, 1)
            index = first + len(found)
            found.append(Block(index, "cell", text, table, cell.row, left, *spans))
        return found


def _has(xs: Sequence[float], x: float) -> bool:
    return any(abs(x - other) <= SAME_PLACE for other in xs)


def _index(xs: Sequence[float], x: float) -> int:
    return min(range(len(xs)), key=lambda i: abs(xs[i] - x))


def _at(cells: Sequence[Cell], x: float) -> Cell | None:
    return next((cell for cell in cells if cell.x0 <= x < cell.x1), None)


def _is_same_column(a: Cell, b: Cell) -> bool:
    return abs(a.x0 - b.x0) <= SAME_PLACE and abs(a.x1 - b.x1) <= SAME_PLACE


def _is_area(row: Sequence[Cell]) -> bool:
    """A row that only names an area: nothing of it runs on."""
    filled = [cell for cell in row if cell.text]
    return len(filled) == 1 or (len(filled) == 2 and area_number(filled[0].text) is not None)


def _breaks_off(row: Sequence[Cell]) -> bool:
    """Whether some text of the row stops in the middle of a sentence."""
    return any(cell.text and len(cell.lines) > 1 and not ends_sentence(cell.text) for cell in row)


def _bare(text: str) -> str:
    return _BLANK.sub("", text)
