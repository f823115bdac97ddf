"""The words of the cells of a table, their wrapped lines joined."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tongchou.documents.pages.lines import TextLine
from tongchou.documents.pages.wrapping import (
    begins_organ,
    ends_organ,
    ends_sentence,
    has_room,
    is_new_item,
    is_spaced,
    joined,
    normal_pitch,
)
from tongchou.domain.notice.columns import ORGANIZATION_COLUMNS, column_of

MAX_PADDING = 12.0
NEAR = 1.5
CENTRED = 0.6
PREFIX = 2
KNOWN = 2
_UNFINISHED = "，、（(《“‘"
_GOES_ON = "、，,；;：:。（(“‘《—-~～及和与等"


@dataclass(frozen=True, slots=True)
class Placed:
    """A line in a cell, and how far it stays from the cell's two sides."""

    line: TextLine
    left: float
    right: float


@dataclass(slots=True)
class Cell:
    """A cell of a whole table, between the places x0 and x1 of its first page."""

    row: int
    row_end: int
    x0: float
    x1: float
    lines: list[Placed] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(placed.line.text for placed in self.lines)


def write_texts(cells: Sequence[Cell], heads: Sequence[Cell]) -> list[str]:
    """The text of each cell; a newline stands where a new paragraph begins. `heads` are the
    cells that head the columns."""
    texts = _Texts(cells, heads)
    return [texts.of(cell) for cell in cells]


class _Texts:
    """What the lines of a whole table tell about a single one.

    A line that leaves room for the start of the next ends its paragraph. One that leaves none
    may still do so by chance: in a column of organizations a whole name at its end tells, in
    another column of names, where lines end without a stop, that the next line begins as others
    do. `breaks` counts, by column, the sure ends of paragraphs without and with a stop.
    """

    def __init__(self, cells: Sequence[Cell], heads: Sequence[Cell]) -> None:
        self.organs = [
            (head.x0, head.x1) for head in heads if column_of(head.text) in ORGANIZATION_COLUMNS
        ]
        lines = [placed for cell in cells for placed in cell.lines]
        self.padding = max(0.0, min((p.left for p in lines), default=0.0))
        self.padding = min(self.padding, MAX_PADDING)
        self.pitch = normal_pitch(
            (a.line, b.line) for cell in cells for a, b in pairwise(cell.lines)
        )
        self.usual = _usual_rest(cells, self.padding)
        self.starts: Counter[tuple[float, str]] = Counter()
        self.breaks: dict[float, list[int]] = {cell.x0: [0, 0] for cell in cells}
        for cell in cells:
            self._learn(cell)

    def of(self, cell: Cell) -> str:
        paragraphs: list[list[str]] = []
        for i, placed in enumerate(cell.lines):
            if i and not self._breaks(cell, cell.lines[i - 1], placed):
                paragraphs[-1].append(placed.line.text)
            else:
                paragraphs.append([placed.line.text])
        return "\n".join(map(joined, paragraphs))

    def _learn(self, cell: Cell) -> None:
        column = cell.x0
        for i, placed in enumerate(cell.lines):
            if i == 0:
                self.starts[column, placed.line.text[:PREFIX]] += 1
            elif self._surely_breaks(cell, cell.lines[i - 1], placed):
                self.starts[column, placed.line.text[:PREFIX]] += 1
                self.breaks[column][ends_sentence(cell.lines[i - 1].line.text)] += 1

    def _breaks(self, cell: Cell, before: Placed, after: Placed) -> bool:
        if self._surely_breaks(cell, before, after):
            return True
        if before.line.text[-1] in _GOES_ON:
            return False
        starts = self.starts[cell.x0, after.line.text[:PREFIX]]
        if any(x0 - NEAR <= cell.x0 and cell.x1 <= x1 + NEAR for x0, x1 in self.organs):
            return ends_organ(before.line.text, bool(starts)) and (
                starts > 0 or begins_organ(after.line.text)
            )
        listed, told = self.breaks[cell.x0]
        return listed >= KNOWN and told <= listed and starts >= KNOWN

    def _surely_breaks(self, cell: Cell, before: Placed, after: Placed) -> bool:
        a, b = before.line, after.line
        if is_spaced(a, b, self.pitch) or is_new_item(a, b):
            return True
        if a.text[-1] in _UNFINISHED:
            return False
        usual = self.usual.get(cell.x1)
        if usual is not None and before.right <= usual + 1:
            return False
        return has_room(a, b, _rest(before, self.padding))


def _rest(placed: Placed, padding: float) -> float:
    """The room that a line left; of a centred one on both sides."""
    left, right = placed.left - padding, placed.right - padding
    em = placed.line.size
    if left > em / 2 and abs(left - right) < CENTRED * em:
        return left + right
    return right


def _usual_rest(cells: Iterable[Cell], padding: float) -> dict[float, float]:
    """For columns of long texts: how far from the side most of their full lines end."""
    rests: dict[float, list[tuple[float, float]]] = {}
    for cell in cells:
        for placed in cell.lines[:-1]:
            rests.setdefault(cell.x1, []).append((placed.right, placed.line.size))
    usual: dict[float, float] = {}
    for column, found in rests.items():
        common, count = Counter(round(right) for right, _ in found).most_common(1)[0]
        near = sum(abs(right - common) <= NEAR for right, _ in found)
        em = found[0][1]
        if count > 2 and near * 2 >= len(found) and common <= padding + 1.2 * em:
            usual[column] = common
    return usual
