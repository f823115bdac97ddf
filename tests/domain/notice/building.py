"""Blocks for the tests of this stage: ruled tables, streams of cells, plain lines."""

from __future__ import annotations

from tongchou.domain.notice.annex import Annex, annex_of
from tongchou.domain.notice.document import Block, Document
from tongchou.domain.notice.layouts.table import read_tables
from tongchou.domain.notice.lines import Line, lines_of
from tongchou.domain.notice.outline import Outline, outline_of
from tongchou.domain.notice.tables import find_grids

Cell = str | tuple[str, int, int]


def stream(*rows: list[str]) -> list[Block]:
    """Cells without rows, one after the other."""
    cells = [cell for row in rows for cell in row]
    return [Block(i, "cell", cell, table=0) for i, cell in enumerate(cells)]


def ruled(*rows: list[Cell] | list[str], table: int = 0, first: int = 0) -> list[Block]:
    """Cells as texts, or as (text, row span, column span)."""
    blocks: list[Block] = []
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            text, down, across = cell if isinstance(cell, tuple) else (cell, 1, 1)
            while (r, c) in taken:
                c += 1
            index = first + len(blocks)
            blocks.append(Block(index, "cell", text, table, r, c, down, across))
            taken |= {(r + i, c + j) for i in range(down) for j in range(across)}
    return blocks


def annex(blocks: list[Block]) -> Annex:
    return annex_of(read_tables(find_grids(blocks)[0]))


def paragraphs(text: str, first: int = 0) -> list[Block]:
    """One paragraph a line; blank lines are none."""
    lines = [line for line in text.split("\n") if line.strip()]
    return [Block(first + i, "paragraph", line) for i, line in enumerate(lines)]


def lines(text: str) -> list[Line]:
    return list(lines_of(paragraphs(text)))


def outline(text: str) -> Outline:
    """The outline of a text, with every span held against its block."""
    document = Document("a", "txt", tuple(paragraphs(text)))
    found = outline_of(document)
    assert_places(found, document)
    return found


def assert_places(found: Outline, document: Document) -> None:
    """Every word of every cell stands where its span says."""
    for task in found.annex.tasks:
        for line in [*task.cells.values(), *(line for _, line in task.organizations)]:
            for at, piece in line.pieces or ((0, line),):
                assert document.text_of(piece.span) == piece.text
                assert line.text[at : at + len(piece.text)] == piece.text


def rows_of(found: Annex) -> list[tuple[int, str, str, str]]:
    """Number, name, period and target of each task."""
    return [
        (task.number, *(_text(task.cells.get(role)) for role in ("name", "period", "target")))
        for task in found.tasks
    ]


def organs_of(found: Annex) -> list[list[tuple[str, str]]]:
    return [[(role, line.text) for role, line in task.organizations] for task in found.tasks]


def codes(found: Annex | Outline) -> list[str]:
    return [finding.code for finding in found.findings]


def _text(line: Line | None) -> str:
    return line.text if line else ""
