"""The headings of a table that has no lines, and the columns they stand over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongchou.documents.pages.lines import TextLine
from tongchou.domain.notice.columns import column_of, exact_column, is_header

HEAD_LINES = 4
LOOK_AHEAD = 400
MOST_WORDS = 4_000


@dataclass(slots=True)
class Head:
    """The headings of a table, and its lines [start, end)."""

    start: int
    end: int
    cells: list[list[TextLine]]

    @property
    def texts(self) -> list[str]:
        return ["".join(line.text for line in cell) for cell in self.cells]


def find_head(lines: Sequence[TextLine], start: int) -> Head | None:
    """The first headings of a table of tasks at or below a line.

    Headings of several lines are set apart above and below: of the lines around one that holds
    headings those are taken that make the most headings complete.
    """
    for i in range(start, len(lines)):
        pieces = lines[i].columns
        if len(pieces) > 2 and _likeness([[piece] for piece in pieces]) > 0:
            heads = _around(lines, start, i)
            head = max(heads, key=lambda h: (_likeness(h.cells), h.end - h.start))
            if is_header(head.texts):
                return head
    return None


def _around(lines: Sequence[TextLine], start: int, i: int) -> Iterator[Head]:
    for first in range(i, max(start, i - HEAD_LINES) - 1, -1):
        for end in range(i + 1, min(len(lines), i + 1 + HEAD_LINES) + 1):
            if lines[first].page == lines[end - 1].page:
                yield Head(first, end, _columns(lines[first:end]))


def _columns(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Words one below the other, from left to right; each column's from top to bottom."""
    columns: list[list[TextLine]] = []
    end = float("-inf")
    for piece in sorted((p for line in lines for p in line.columns), key=lambda p: p.x0):
        if piece.x0 < end:
            columns[-1].append(piece)
        else:
            columns.append([piece])
        end = max(end, piece.x1)
    return [sorted(column, key=lambda p: p.base) for column in columns]


def _likeness(cells: Sequence[Sequence[TextLine]]) -> int:
    """How many cells read as headings, less those that do not; one of several lines counts
    only when it is a heading word by word."""
    found = 0
    for cell in cells:
        text = "".join(line.text for line in cell)
        if column_of(text) is None:
            found -= 2
        elif len(cell) == 1 or exact_column(text):
            found += 1
    return found


def borders_of(head: Head, lines: Sequence[TextLine]) -> list[float]:
    """Where one column ends and the next begins: the places that the fewest words cross."""
    words = [piece for line in lines[:LOOK_AHEAD] for piece in line.columns][:MOST_WORDS]
    words += [line for cell in head.cells for line in cell]
    borders: list[float] = []
    for cell, after in zip(head.cells, head.cells[1:], strict=False):
        left, right = _middle(cell), _middle(after)
        ends = sorted({left, right, *(e for w in words for e in (w.x0, w.x1) if left < e < right)})
        gaps = [((a + b) / 2, b - a) for a, b in pairwise(ends)]
        at, _ = min(gaps, key=lambda gap: (sum(w.x0 < gap[0] < w.x1 for w in words), -gap[1]))
        borders.append(at)
    return borders


def _middle(cell: Sequence[TextLine]) -> float:
    return (min(x.x0 for x in cell) + max(x.x1 for x in cell)) / 2
