"""Text files: paragraphs, tables flattened to one cell a line behind a tab, and tables with
tabs between the columns, as they come out of Excel."""

import re

from tongchou.documents.block_list import BlockList
from tongchou.documents.decoding import decode
from tongchou.documents.readers import Reading
from tongchou.domain.notice.document import Block
from tongchou.domain.shared.text import printable

_LINES = re.compile(r"\r\n|\r|\n")
_TABS = 2
"""So many tabs in a line are columns; a cell behind a tab has one."""
_ROWS = 3
_LINES_OF_A_ROW = 100
_LONGEST_NAME = 40


def read_text(data: bytes, name: str) -> Reading:
    """A line led by a tab opens a cell that runs to the next such line; lines with several tabs
    one after another are the rows of a table; other lines are paragraphs, blank ones are left
    out. Raises GuardError when the bytes are no text."""
    text, findings = decode(data, name)
    return blocks_of(printable(text), name), findings


def blocks_of(text: str, name: str) -> tuple[Block, ...]:
    """Blocks of a decoded text; the blank line that ends the last cell ends the table."""
    return _Reader(_LINES.split(text), name).read()


class _Reader:
    def __init__(self, lines: list[str], name: str) -> None:
        self.lines = lines
        self.found = BlockList(name)
        led = (i for i, line in enumerate(lines) if line.startswith("\t"))
        self.last_led = max(led, default=-1)
        self.cell: list[str] | None = None
        self.flattened: int | None = None

    def read(self) -> tuple[Block, ...]:
        at = 0
        while at < len(self.lines):
            rows, end = _rows_from(self.lines, at)
            if rows:
                self._close()
                self.found.table(rows)
                at = end
            else:
                self._line(at)
                at += 1
        self._close()
        return tuple(self.found.blocks)

    def _line(self, at: int) -> None:
        line = self.lines[at]
        if line.startswith("\t"):
            self._close()
            self.cell = [line[1:]]
        elif self.cell is not None and not (at > self.last_led and not line.strip()):
            self.cell.append(line)
        else:
            self._close()
            self.found.paragraph(line)

    def _close(self) -> None:
        """End the cell that is open; all cells behind tabs make one table."""
        if self.cell is None:
            return
        if self.flattened is None:
            self.flattened = self.found.new_table()
        self.found.cell("\n".join(self.cell), self.flattened)
        self.cell = None


def _rows_from(lines: list[str], at: int) -> tuple[list[list[str]], int]:
    """The rows of the table with tabs that starts at a line, and the line behind it.

    A line with fewer tabs is a row where one with many follows at once: an area's name.
    """
    rows: list[list[str]] = []
    full, end, pending = 0, at, 0
    while at < len(lines) and not (not rows and lines[at].startswith("\t")):
        row, at = _row(lines, at)
        if len(row) > _TABS:
            full, pending, end = full + 1, 0, at
        elif not rows or pending or not row[0].strip() or len(row[0]) > _LONGEST_NAME:
            break
        else:
            pending = 1
        rows.append(row)
    return (rows[: len(rows) - pending], end) if full >= _ROWS else ([], at)


def _row(lines: list[str], at: int) -> tuple[list[str], int]:
    """One row; Excel puts quotes round a cell that holds line ends."""
    cells = lines[at].split("\t")
    end = at + 1
    while len(cells) > 1 and _is_open(cells[-1]) and end < min(len(lines), at + _LINES_OF_A_ROW):
        first, *others = lines[end].split("\t")
        if _is_open(f"{cells[-1]}\n{first}") and others:
            break
        cells[-1:] = [f"{cells[-1]}\n{first}", *others]
        end += 1
    if _is_open(cells[-1]):
        cells, end = lines[at].split("\t"), at + 1
    return [_unquoted(cell) for cell in cells], end


def _is_open(cell: str) -> bool:
    return cell.startswith('"') and cell.count('"') % 2 == 1


def _unquoted(cell: str) -> str:
    quoted = len(cell) > 1 and cell.startswith('"') and cell.endswith('"')
    return cell[1:-1].replace('""', '"') if quoted else cell
