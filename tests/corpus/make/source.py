"""The source of one notice: plain lines, and tables whose merged cells are marked.

@format docx                    what is made of it, with options (name=value)
= a centred line                > a line on the right        - a line without indent
# an automatically numbered line; any other line is a paragraph
@landscape                      a landscape section begins
@table header=2 repeat=5        rows follow: two of them the head, printed again every five
序号｜责任单位｜←               ｜ parts cells, ← joins the cell on its left, ↑ the one above,
↑｜牵头⏎单位｜配合单位          ⏎ begins a line in the cell, # alone is an automatic number
@end
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

MARKS = {"= ": "centre", "> ": "right", "- ": "flush", "# ": "numbered"}
LEFT, ABOVE, AUTOMATIC = "←", "↑", "#"


@dataclass(frozen=True)
class Paragraph:
    text: str
    manner: str = "body"


@dataclass(frozen=True)
class Landscape:
    pass


@dataclass
class Cell:
    """A cell at its upper left place; `lines` as people typed them."""

    lines: list[str]
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1

    @property
    def automatic(self) -> bool:
        return self.lines == [AUTOMATIC]


@dataclass
class Table:
    options: dict[str, str]
    rows: list[list[str]] = field(default_factory=list)

    @property
    def width(self) -> int:
        return max(map(len, self.rows))

    @property
    def head(self) -> int:
        return int(self.options.get("header", "1"))

    def printed(self) -> list[list[str]]:
        """The rows as they are printed: the head again after every `repeat` rows."""
        every = int(self.options.get("repeat", "0"))
        if not every:
            return self.rows
        head, body = self.rows[: self.head], self.rows[self.head :]
        parts = [head + body[i : i + every] for i in range(0, len(body), every)]
        return [row for part in parts for row in part]

    def cells(self) -> list[Cell]:
        """Each cell once, in reading order, with what it spans."""
        owners: dict[tuple[int, int], Cell] = {}
        for r, row in enumerate(self.printed()):
            for c, text in enumerate(row):
                owner = owners.get((r, c - 1)) if text == LEFT else owners.get((r - 1, c))
                if text in (LEFT, ABOVE) and owner is not None:
                    owner.row_span = max(owner.row_span, r - owner.row + 1)
                    owner.column_span = max(owner.column_span, c - owner.column + 1)
                    owners[r, c] = owner
                else:
                    owners[r, c] = Cell(text.strip().split("⏎"), r, c)
        return list({id(cell): cell for cell in owners.values()}.values())


@dataclass(frozen=True)
class Source:
    name: str
    format: str
    options: dict[str, str]
    parts: tuple[Paragraph | Table | Landscape, ...]

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [part for part in self.parts if isinstance(part, Paragraph)]

    @property
    def tables(self) -> list[Table]:
        return [part for part in self.parts if isinstance(part, Table)]


def read_source(path: Path) -> Source:
    """Raises ValueError for a file whose first line does not say what is made of it."""
    first, *lines = path.read_text(encoding="utf-8").splitlines()
    command, *options = first.split()
    if command != "@format" or not options:
        raise ValueError(f"{path}: the first line names no format")
    parts: list[Paragraph | Table | Landscape] = []
    table: Table | None = None
    for line in lines:
        if line == "@end":
            table = None
        elif table is not None:
            table.rows.append(line.split("｜"))
        elif line.startswith("@table"):
            table = Table(_options(line.split()[1:]))
            parts.append(table)
        elif line == "@landscape":
            parts.append(Landscape())
        elif line.strip():
            manner = MARKS.get(line[:2])
            parts.append(Paragraph(line[2:], manner) if manner else Paragraph(line))
    return Source(path.parent.name, options[0], _options(options[1:]), tuple(parts))


def _options(words: list[str]) -> dict[str, str]:
    pairs = (word.partition("=") for word in words)
    return {name: value for name, _, value in pairs}
