"""A target cell in pieces: one for each figure, and what is left for the ladder."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongchou.domain.notice.document import Span
from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.reading.vocabulary import any_of, vocabulary
from tongchou.domain.programme.target import Quantity
from tongchou.domain.programme.targets.cutting import (
    FRAGMENTS,
    ITEMS,
    SENTENCES,
    between,
    cut,
    offset_in,
    spans_of,
)
from tongchou.domain.programme.targets.phrases import unmarked
from tongchou.domain.programme.targets.wording import is_date_alone

_LONGEST_BEFORE = 400
_IN_BRACKETS = re.compile("^([^（(]+)[（(]([^（）()]+)[）)]$")


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
    for sentence in map(unmarked, cut(cell, SENTENCES)):
        fragments = [f for part in cut(sentence, FRAGMENTS) for f in _opened(part, quantities)]
        pieces = [piece for fragment in fragments for piece in _items(fragment, quantities)]
        result.extend(_joined(sentence, pieces, quantities))
    return result


def _opened(part: Line, quantities: Sequence[Quantity]) -> Iterator[Line]:
    """A total and, of its own, the list of its parts that stands in brackets behind it."""
    found = _IN_BRACKETS.match(part.text)
    if found:
        total, parts = part.part(0, found.end(1)), part.part(*found.span(2))
        if _inside(total, quantities) and len(_inside(parts, quantities)) > 1:
            yield total
            yield from cut(parts, FRAGMENTS)
            return
    yield part


def _items(part: Line, quantities: Sequence[Quantity]) -> list[Line]:
    if len(_inside(part, quantities)) < 2:
        return [part]
    pieces: list[Line] = []
    pending: Line | None = None
    for piece in cut(part, ITEMS):
        whole = between(part, pending, piece) if pending else piece
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
            pending = between(sentence, pending, piece) if pending else piece
            continue
        if pending:
            yield _segment(sentence, pending, ())
            pending = None
        yield _segment(sentence, piece, inside)
    if pending:
        yield _segment(sentence, pending, ())


def _segment(sentence: Line, line: Line, quantities: tuple[Quantity, ...]) -> Segment:
    start = offset_in(sentence, line)
    before = sentence.text[max(start - _LONGEST_BEFORE, 0) : start]
    return Segment(line, quantities, before)


def says_something(segment: Segment) -> bool:
    """Whether a piece without figures is a promise, not a scrap between two figures."""
    words = segment.line.text
    if words in vocabulary()["scraps"] or is_date_alone(words):
        return False
    return sum(c.isalpha() for c in words) > 1


def _inside(line: Line, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    places = spans_of(line)
    return tuple(q for q in quantities if all(stands_in(span, places) for span in q.spans))


def stands_in(inner: Span, places: Sequence[Span]) -> bool:
    return any(
        place.block == inner.block and place.start <= inner.start and inner.end <= place.end
        for place in places
    )
