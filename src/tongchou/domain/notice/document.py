"""A file as blocks in reading order; every later reading points back into them."""

from dataclasses import dataclass
from typing import Literal

from tongchou.domain.shared.findings import Finding, Position, has_errors

BlockKind = Literal["paragraph", "cell"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a table cell; `text` is verbatim, lines of a cell joined by a newline.

    A cell of a flattened table (one cell a line in a text file) has `table` but no `row`
    and `column`; the outline rebuilds the rows.
    """

    index: int
    kind: BlockKind
    text: str
    table: int | None = None
    row: int | None = None
    column: int | None = None
    row_span: int = 1
    column_span: int = 1
    style: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points [start, end) of one block's text."""

    block: int
    start: int
    end: int

    def to_json(self) -> list[int]:
        return [self.block, self.start, self.end]

    @classmethod
    def from_json(cls, data: list[int]) -> "Span":
        block, start, end = data
        return cls(block, start, end)

    def position(self, where: str = "") -> Position:
        return Position(self.block, self.start, self.end, where)


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader made of one file. With an error finding it has no blocks."""

    name: str
    format: str
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def readable(self) -> bool:
        return not has_errors(self.findings)

    def text_of(self, span: Span) -> str:
        return self.blocks[span.block].text[span.start : span.end]
