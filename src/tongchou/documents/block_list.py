"""The blocks of a file as a reader finds them."""

from collections.abc import Sequence

from tongchou.documents.guard import MAX_BLOCKS, GuardError, too_much
from tongchou.domain.notice.document import Block


class BlockList:
    """Numbers blocks as they come and takes no more than the limit: every method that adds
    raises GuardError for one too many."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.blocks: list[Block] = []
        self.tables = 0

    def paragraph(self, text: str, style: str = "") -> None:
        """Blank ones are left out."""
        if not text.strip():
            return
        self._take(Block(len(self.blocks), "paragraph", text, style=style))

    def cell(
        self,
        text: str,
        table: int,
        row: int | None = None,
        column: int | None = None,
        spans: tuple[int, int] = (1, 1),
    ) -> None:
        """`spans` are rows and columns."""
        self._take(Block(len(self.blocks), "cell", text, table, row, column, *spans))

    def new_table(self) -> int:
        """The number of one more table."""
        self.tables += 1
        return self.tables - 1

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """A table without merged cells; short rows are filled with empty cells."""
        number, width = self.new_table(), max(map(len, rows))
        for r, row in enumerate(rows):
            for c in range(width):
                self.cell(row[c] if c < len(row) else "", number, r, c)

    def _take(self, block: Block) -> None:
        if len(self.blocks) >= MAX_BLOCKS:
            raise GuardError(too_much(self.name))
        self.blocks.append(block)
