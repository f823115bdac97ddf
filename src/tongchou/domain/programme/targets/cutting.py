"""Cutting a text at its marks, but never inside quotes, brackets or a number."""

import re
from collections.abc import Iterator
from functools import cache

from tongchou.domain.notice.document import Span
from tongchou.domain.notice.lines import Line

SENTENCES, FRAGMENTS, ITEMS = "。；;！？!?\n", "，,", "、"
_OPEN, _CLOSE = "“‘（(《【〔[", "”’）)》】〕]"


@cache
def _signs(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(marks + _OPEN + _CLOSE)}]")


def cut(line: Line, marks: str) -> Iterator[Line]:
    """The pieces between any of the marks, trimmed, none of them empty."""
    if not any(mark in line.text for mark in marks):
        yield from _nonempty(line)
        return
    depth = start = 0
    for match in _signs(marks).finditer(line.text):
        sign, at = match.group(), match.start()
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(depth - 1, 0)
        elif (depth == 0 or sign == "\n") and not _in_number(line.text, at):
            depth = 0
            yield from _nonempty(line.part(start, at))
            start = at + 1
    yield from _nonempty(line.part(start, len(line.text)))


def between(outer: Line, first: Line, last: Line) -> Line:
    """The part of `outer` from the start of `first` to the end of `last`."""
    return outer.part(offset_in(outer, first), offset_in(outer, last) + len(last.text))


def offset_in(outer: Line, inner: Line) -> int:
    """Where a part of `outer` begins in its text, also when `outer` is joined from places."""
    at = inner.span
    for offset, piece in outer.pieces:
        if piece.span.block == at.block and piece.span.start <= at.start <= piece.span.end:
            return offset + at.start - piece.span.start
    return at.start - outer.span.start


def spans_of(line: Line) -> tuple[Span, ...]:
    """The places of a line's words, in order."""
    return tuple(piece.span for _, piece in line.pieces) or (line.span,)


def _in_number(text: str, i: int) -> bool:
    return text[i] == "," and text[i - 1 : i].isdigit() and text[i + 1 : i + 2].isdigit()


def _nonempty(line: Line) -> Iterator[Line]:
    if line.text:
        yield line
