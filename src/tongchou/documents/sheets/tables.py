"""Rows of a sheet as blocks: the title above a table and the notes below it are paragraphs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tongchou.documents.block_list import BlockList
from tongchou.documents.guard import MAX_COLUMNS, GuardError, suspicious
from tongchou.domain.notice.columns import column_of
from tongchou.domain.notice.document import Block

Place = tuple[int, int]
_HEADINGS = 2
"""So many known headings in one row make it the head of a table."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's texts by row and column, and of merged cells the first with its (rows, columns)."""

    name: str
    rows: Sequence[Sequence[str]]
    merged: Mapping[Place, Place] = field(default_factory=dict)


def blocks_of_sheets(sheets: Sequence[Sheet], name: str) -> tuple[Block, ...]:
    """All sheets in order; where several hold words, each behind its name. Raises GuardError."""
    filled = [sheet for sheet in sheets if any(map(any, sheet.rows))]
    writer = _Writer(name)
    for sheet in filled:
        if len(filled) > 1:
            writer.found.paragraph(sheet.name)
        writer.sheet(sheet)
    return tuple(writer.found.blocks)


class _Writer:
    def __init__(self, name: str) -> None:
        self.name = name
        self.found = BlockList(name)

    def sheet(self, sheet: Sheet) -> None:
        for first, last in _tables(sheet):
            top = _top(sheet, first, last)
            bottom = _bottom(sheet, top, last)
            for r in range(first, top):
                self._paragraphs(sheet.rows[r])
            if _width(sheet.rows[top:bottom]) < 2:
                bottom = top
            else:
                self._table(sheet, top, bottom)
            for r in range(bottom, last):
                self._paragraphs(sheet.rows[r])

    def _paragraphs(self, row: Sequence[str]) -> None:
        for text in row:
            self.found.paragraph(text)

    def _table(self, sheet: Sheet, top: int, bottom: int) -> None:
        rows = sheet.rows[top:bottom]
        left = min(_first(row) for row in rows if any(row))
        right = max(_last(row) for row in rows)
        if right - left > MAX_COLUMNS:
            raise GuardError(suspicious(self.name, "表格列数过多", "too many columns"))
        covered: set[Place] = set()
        number, kept = self.found.new_table(), 0
        for r in range(top, bottom):
            if not any(sheet.rows[r]) and not any((r, c) in covered for c in range(left, right)):
                continue
            for c in range(left, right):
                if (r, c) not in covered:
                    spans = _spans(sheet, (r, c), (bottom, right))
                    covered.update((r + i, c + j) for i in range(spans[0]) for j in range(spans[1]))
                    text = sheet.rows[r][c] if c < len(sheet.rows[r]) else ""
                    self.found.cell(text, number, kept, c - left, spans)
            kept += 1


def _tables(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Ranges of rows that hold one table each: a blank row with a new head below it parts them."""
    first = 0
    for r in range(1, len(sheet.rows)):
        if not any(sheet.rows[r - 1]) and any(sheet.rows[r]) and _begins(sheet, r):
            yield first, r
            first = r
    yield first, len(sheet.rows)


def _begins(sheet: Sheet, r: int) -> bool:
    """Whether a head stands here, or below titles of one cell each."""
    for row in sheet.rows[r : r + 4]:
        if _is_head(row):
            return True
        if sum(map(bool, row)) != 1:
            return False
    return False


def _is_head(row: Sequence[str]) -> bool:
    return sum(column_of(text) is not None for text in row if text) >= _HEADINGS


def _top(sheet: Sheet, first: int, last: int) -> int:
    """The first row of the table: its head, else the first row of several cells."""
    rows = range(first, last)
    head = next((r for r in rows if _is_head(sheet.rows[r])), None)
    if head is None:
        return next((r for r in rows if sum(map(bool, sheet.rows[r])) > 1), last)
    return head


def _bottom(sheet: Sheet, top: int, last: int) -> int:
    """Behind the last row of several cells; single ones below it are notes."""
    filled = (r for r in range(last - 1, top - 1, -1) if sum(map(bool, sheet.rows[r])) > 1)
    end = next(filled, top - 1) + 1
    tall = (r + span[0] for (r, _), span in sheet.merged.items() if top <= r < end)
    return min(last, max(end, *tall, 0))


def _spans(sheet: Sheet, place: Place, end: Place) -> Place:
    rows, columns = sheet.merged.get(place, (1, 1))
    return max(min(rows, end[0] - place[0]), 1), max(min(columns, end[1] - place[1]), 1)


def _width(rows: Sequence[Sequence[str]]) -> int:
    filled = {c for row in rows for c, text in enumerate(row) if text}
    return len(filled)


def _first(row: Sequence[str]) -> int:
    return next(c for c, text in enumerate(row) if text)


def _last(row: Sequence[str]) -> int:
    return max((c + 1 for c, text in enumerate(row) if text), default=0)
