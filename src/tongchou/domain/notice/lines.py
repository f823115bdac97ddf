"""Paragraphs as trimmed lines that know where they stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tongchou.domain.notice.document import Block, Span

_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’」』）》]*|[^。！？]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """Words without the blanks around them; `span` covers exactly `text`."""

    text: str
    span: Span

    def part(self, start: int, end: int) -> "Line":
        """A piece by offsets into `text`, trimmed."""
        return trimmed(self.text, self.span.block, self.span.start, start, end)


def trimmed(text: str, block: int, base: int, start: int, end: int) -> Line:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Line(text[start:end], Span(block, base + start, base + end))


def whole(block: Block) -> Line:
    """All of a block's text, trimmed."""
    return trimmed(block.text, block.index, 0, 0, len(block.text))


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """The lines of blocks that hold words, in order."""
    for block in blocks:
        yield from split(whole(block), "\n")


def split(line: Line, separators: str) -> Iterator[Line]:
    """Pieces between any of the separators, trimmed, none of them empty."""
    for match in re.finditer(f"[^{re.escape(separators)}]+", line.text):
        piece = line.part(match.start(), match.end())
        if piece.text:
            yield piece


def sentences(line: Line) -> Iterator[Line]:
    """Sentences with their closing marks."""
    for match in _SENTENCE.finditer(line.text):
        piece = line.part(match.start(), match.end())
        if piece.text:
            yield piece
