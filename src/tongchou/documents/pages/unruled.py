"""Tables without lines: columns by their headings and gaps, rows by their numbers."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from tongchou.documents.pages.cells import Cell, Placed, write_texts
from tongchou.documents.pages.heads import Head, borders_of
from tongchou.documents.pages.lines import JUSTIFIED, TextLine, in_one
from tongchou.documents.pages.wrapping import WIDER, normal_pitch
from tongchou.domain.notice.columns import columns_of
from tongchou.domain.notice.document import Block
from tongchou.domain.notice.labels import area_number, task_number

CROSSES = 0.5
MOST_PIECES = 2
HANGING = ("，", "。", "、", "；", "：", "）", "》", "”")
AREA, TASK, OTHER = "area", "task", ""
_AREA = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．\s].{1,40}[^。；，、]")


@dataclass(slots=True)
class _Row:
    """The words of a row by column; an area's row holds its number and its name."""

    cells: dict[int, list[TextLine]] = field(default_factory=dict)
    is_area: bool = False


class UnruledTable:
    """The table below some headings; `end` is the first of the lines that follows it."""

    def __init__(self, head: Head, lines: Sequence[TextLine]) -> None:
        columns = columns_of(head.texts)
        self.head = head
        self.borders = borders_of(head, lines[head.end :])
        self.number = columns.first("number")
        self.key = columns.first("name") or 0 if self.number is None else self.number
        self.end = next(
            (i for i in range(head.end, len(lines)) if self._is_prose(lines[i])), len(lines)
        )
        headings = {line.text for cell in head.cells for line in cell}
        below = lines[head.end : self.end]
        self.rows = self._rows(
            [line for line in below if any(x.text not in headings for x in line.columns)]
        )

    def _column(self, piece: TextLine) -> int:
        middle = (piece.x0 + piece.x1) / 2
        return sum(border <= middle for border in self.borders)

    def _is_prose(self, line: TextLine) -> bool:
        """Words that run on across the columns and name no area: the table has ended."""
        if len(line.columns) > MOST_PIECES or self._is_area(line):
            return False
        by = CROSSES * line.size
        return any(
            piece.x0 + by < border < piece.x1 - by
            for piece in line.columns
            for border in self.borders
        )

    def _is_area(self, line: TextLine) -> bool:
        """A number such as 一 and a name, or both in one."""
        first, *others = line.columns
        if area_number(first.text) is not None:
            return self._column(first) == 0 and len(others) > 0
        return not others and _AREA.fullmatch(first.text) is not None

    def _is_numbered(self, line: TextLine) -> bool:
        return any(
            self._column(piece) == self.key
            and (self.number is None or task_number(piece.text) is not None)
            for piece in line.columns
        )

    def _rows(self, lines: Sequence[TextLine]) -> list[_Row]:
        rows: list[_Row] = []
        for group in self._groups(lines):
            row = _Row(is_area=self._is_area(group[0]))
            if row.is_area:
                pieces = group[0].columns
                row.cells = dict(enumerate([piece] for piece in pieces[:2]))
            else:
                for line in group:
                    for column, words in groupby(line.columns, self._column):
                        row.cells.setdefault(column, []).append(in_one(list(words), JUSTIFIED))
            rows.append(row)
        return rows

    def _groups(self, lines: Sequence[TextLine]) -> Iterator[Sequence[TextLine]]:
        """The lines of each row: areas stand alone; rows begin with their number, unless the
        first row shows that numbers stand in the middle of theirs."""
        marks = [
            AREA if self._is_area(line) else TASK if self._is_numbered(line) else OTHER
            for line in lines
        ]
        first = next((mark for mark in marks if mark != AREA), OTHER)
        starts = {i for i, mark in enumerate(marks) if mark == TASK}
        if self.number is None or first != TASK:
            starts = self._gap_starts(lines, marks) or starts
        group: list[TextLine] = []
        for i, line in enumerate(lines):
            if group and (i in starts or AREA in {marks[i], marks[i - 1]}):
                yield group
                group = []
            group.append(line)
        if group:
            yield group

    def _gap_starts(self, lines: Sequence[TextLine], marks: Sequence[str]) -> set[int] | None:
        """Where rows begin when wider gaps, or the end of a page, divide them: the widest
        measure that leaves one number in each row. None when no measure does."""
        gaps = [
            round(b.base - a.base, 1) if a.page == b.page else math.inf for a, b in pairwise(lines)
        ]
        if self.number is None:
            least = WIDER * normal_pitch(pairwise(lines))
            return {i + 1 for i, gap in enumerate(gaps) if gap > least * lines[i].size}
        for measure in sorted(set(gaps), reverse=True):
            starts = {i + 1 for i, gap in enumerate(gaps) if gap >= measure}
            if _one_number_each(marks, starts):
                return starts
        return None

    def blocks(self, first: int, table: int) -> list[Block]:
        """The headings and the rows below them as cells, numbered from `first`."""
        sides = self._sides()
        width = len(self.head.cells)
        placed: list[tuple[Cell, int, int]] = []
        rows = [_Row(dict(enumerate(self.head.cells))), *self.rows]
        for r, row in enumerate(rows):
            last = max(row.cells)
            for c in range(last + 1 if row.is_area else width):
                found = row.cells.get(c, [])
                left, right = sides[c]
                lines = [Placed(line, line.x0 - left, right - line.x1) for line in found]
                span = width - c if row.is_area and c == last else 1
                placed.append((Cell(r, r + 1, left, right, lines), c, span))
        cells = [cell for cell, _, _ in placed]
        texts = write_texts(cells, cells[:width])
        return [
            Block(first + i, "cell", text, table, cell.row, column, 1, span)
            for i, ((cell, column, span), text) in enumerate(zip(placed, texts, strict=True))
        ]

    def _sides(self) -> list[tuple[float, float]]:
        """How far the words of each column reach, without the stops that hang over its side."""
        sides: list[tuple[float, float]] = []
        for c, heading in enumerate(self.head.cells):
            words = [x for row in self.rows if not row.is_area for x in row.cells.get(c, [])]
            words = words or heading
            ends = (x.x1 - x.size * x.text.endswith(HANGING) for x in words)
            sides.append((min(x.x0 for x in words), max(ends)))
        return sides


def _one_number_each(marks: Sequence[str], starts: set[int]) -> bool:
    count = 0
    for i, mark in enumerate(marks):
        if i in starts or mark == AREA:
            count = 0
        count += mark == TASK
        if count > 1:
            return False
    return True
