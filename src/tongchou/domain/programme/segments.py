"""A target cell in pieces: one for each figure, and what is left for the ladder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.target import Quantity
from tongchou.domain.programme.vocabulary import any_of, vocabulary

_OPEN, _CLOSE = "“‘（(《【", "”’）)》】"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a cell with the figures in it; `before` are the words of its sentence that
    stand earlier, from which it may take its subject."""

    line: Line
    quantities: tuple[Quantity, ...]
    before: str


def segments_of(cell: Line, quantities: Sequence[Quantity]) -> list[Segment]:
    """Pieces in printed order: sentences, then fragments between commas; a list of figures is
    cut between its items. Neighbouring fragments without figures stay one piece."""
    result: list[Segment] = []
    for sentence in _cut(cell, "。；;！？!?\n"):
        pieces = [piece for part in _cut(sentence, "，,") for piece in _items(part, quantities)]
        result.extend(_joined(sentence, pieces, quantities))
    return result


def _items(part: Line, quantities: Sequence[Quantity]) -> list[Line]:
    if len(_inside(part, quantities)) < 2:
        return [part]
    pieces: list[Line] = []
    pending: Line | None = None
    for piece in _cut(part, "、"):
        whole = _join(part, pending, piece) if pending else piece
        pending = None
        if _inside(piece, quantities) or any_of("verbs").match(piece.text):
            pieces.append(whole)
        else:
            pending = whole
    return [*pieces, pending] if pending else pieces


def _joined(
    sentence: Line, pieces: Sequence[Line], quantities: Sequence[Quantity]
) -> Iterator[Segment]:
    pending: Line | None = None
    for piece in pieces:
        inside = _inside(piece, quantities)
        if not inside:
            pending = _join(sentence, pending, piece) if pending else piece
            continue
        if pending:
            yield _segment(sentence, pending, ())
            pending = None
        yield _segment(sentence, piece, inside)
    if pending:
        yield _segment(sentence, pending, ())


def _segment(sentence: Line, line: Line, quantities: tuple[Quantity, ...]) -> Segment:
    before = sentence.text[: line.span.start - sentence.span.start]
    return Segment(line, quantities, before)


def says_something(segment: Segment) -> bool:
    """Whether a piece without figures is a promise, not a scrap between two figures."""
    words = segment.line.text
    return words not in vocabulary()["scraps"] and sum(c.isalpha() for c in words) > 1


def _inside(line: Line, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    return tuple(
        quantity
        for quantity in quantities
        if all(line.span.start <= s.start and s.end <= line.span.end for s in quantity.spans)
    )


def _join(outer: Line, first: Line, last: Line) -> Line:
    base = outer.span.start
    return outer.part(first.span.start - base, last.span.end - base)


def _cut(line: Line, marks: str) -> Iterator[Line]:
    """Pieces between marks that stand outside quotes and brackets."""
    depth = start = 0
    for i, c in enumerate(line.text):
        depth = max(depth + (c in _OPEN) - (c in _CLOSE), 0)
        if c in marks and depth == 0 and not _in_number(line.text, i):
            yield from _nonempty(line.part(start, i))
            start = i + 1
    yield from _nonempty(line.part(start, len(line.text)))


def _in_number(text: str, i: int) -> bool:
    return text[i] == "," and text[i - 1 : i].isdigit() and text[i + 1 : i + 2].isdigit()


def _nonempty(line: Line) -> Iterator[Line]:
    if line.text:
        yield line
