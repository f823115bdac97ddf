"""Paragraphs and cells as trimmed lines that know where they stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tongchou.domain.notice.document import Block, Span

HALF_STOP = r"(?<=[\u4e00-\u9fff%％”）)》])\.(?=[\u4e00-\u9fff“《]|\s|$)"
"""A full stop typed half-width: behind a Chinese word, not inside a figure."""
_SENTENCE_END = re.compile(rf"(?:[。！？]+|{HALF_STOP})[”’」』）》]*")


@dataclass(frozen=True, slots=True)
class Line:
    """Words without the blanks around them; `span` covers exactly `text`.

    A line joined from several places keeps its `pieces` with their offsets into `text`; its
    `span` is that of the first piece, and only `part` tells where the other words stand.
    """

    text: str
    span: Span
    pieces: tuple[tuple[int, "Line"], ...] = ()

    def part(self, start: int, end: int) -> "Line":
        """A piece by offsets into `text`, trimmed."""
        start, end = _trim(self.text, start, end)
        if not self.pieces:
            base = self.span.start
            return Line(self.text[start:end], Span(self.span.block, base + start, base + end))
        return self._joined_part(start, end)

    def _joined_part(self, start: int, end: int) -> "Line":
        found: list[tuple[int, Line]] = []
        for at, piece in self.pieces:
            first, last = max(start - at, 0), min(end - at, len(piece.text))
            if first < last:
                base = piece.span.start
                span = Span(piece.span.block, base + first, base + last)
                found.append((max(at - start, 0), Line(piece.text[first:last], span)))
        if not found:
            return Line("", Span(self.span.block, self.span.start, self.span.start))
        if len(found) == 1 and len(found[0][1].text) == end - start:
            return found[0][1]
        return Line(self.text[start:end], found[0][1].span, tuple(found))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def whole(block: Block) -> Line:
    """All of a block's text, trimmed."""
    start, end = _trim(block.text, 0, len(block.text))
    return Line(block.text[start:end], Span(block.index, start, end))


def joined(lines: Sequence[Line], separator: str = "\n") -> Line:
    """Lines from several places as one, the separator between them; a single one stays itself."""
    filled = [line for line in lines if line.text] or list(lines[:1])
    if len(filled) == 1:
        return filled[0]
    pieces: list[tuple[int, Line]] = []
    at = 0
    for line in filled:
        pieces.extend((at + offset, piece) for offset, piece in line.pieces or ((0, line),))
        at += len(line.text) + len(separator)
    return Line(separator.join(line.text for line in filled), filled[0].span, tuple(pieces))


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
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(line.text)), len(line.text)]:
        piece = line.part(start, end)
        if piece.text:
            yield piece
        start = end
