"""Tables as rows of cells, whether a file kept its rows or they were rebuilt."""

from dataclasses import dataclass
from functools import cached_property

from tongchou.domain.notice.columns import Columns
from tongchou.domain.notice.lines import Line


@dataclass(frozen=True)
class Row:
    """The cells of one row by column; a merged cell stands in every column it covers, and in
    every row."""

    cells: dict[int, Line]

    @cached_property
    def lines(self) -> list[Line]:
        """The cells, each once, in the order of the columns."""
        return list({line.span: line for line in self.cells.values()}.values())

    @property
    def filled(self) -> list[Line]:
        return [line for line in self.lines if line.text]

    @property
    def blocks(self) -> list[int]:
        """The blocks its words stand in, in the order of the columns."""
        pieces = [p for line in self.lines for _, p in line.pieces or ((0, line),)]
        return list(dict.fromkeys(piece.span.block for piece in pieces))

    def line(self, column: int) -> Line | None:
        return self.cells.get(column)

    def width_of(self, line: Line) -> int:
        """Over how many columns a cell reaches."""
        return sum(other.span == line.span for other in self.cells.values())


@dataclass(frozen=True)
class Grid:
    """A table of tasks: its headings, what each column holds, and the rows below.

    `title` is the line above the headings inside the table; `unit` a unit stated for the whole
    table (单位：万元); `rebuilt` that the rows were lost in the file, `guessed` that where one cell
    ends and the next begins was found by what stands in them.
    """

    headings: list[Line]
    columns: Columns
    rows: list[Row]
    title: Line | None = None
    unit: str | None = None
    rebuilt: bool = False
    guessed: bool = False

    @property
    def top(self) -> int:
        """The block of the first heading."""
        return min(line.span.block for line in self.headings)

    @property
    def bottom(self) -> int:
        """The last block of the table."""
        last = self.rows[-1].blocks if self.rows else []
        return max([*last, *(line.span.block for line in self.headings)])
