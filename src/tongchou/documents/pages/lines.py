"""Glyphs as lines of text: what stands on one baseline, in order, with its blanks."""

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tongchou.documents.pages.parts import Glyph
from tongchou.domain.shared.text import printable

SAME_LINE = 0.4
TWICE = 0.15
BLANK = 0.2
WIDE_BLANK = 1.5
JUSTIFIED = float("inf")
"""In a narrow column a line that is drawn out to both sides has gaps of any width."""
PIECE = 0.5
_WORD = re.compile(r"[A-Za-z0-9.,%‰+\-–—~～/:·°℃]")
_OPENERS = "（([〔【《〈「『〖｛"
_CLOSERS = "）)]〕】》〉」』〗｝，。、；：？！,.;:?!％%…"
_QUOTES = "“”‘’\"'"
_WESTERN = re.compile("[!-~\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line; `unit` is the width of its first part that no line end may divide, `pieces`
    are its parts between gaps (none where there is only one), `blank_at` is where the last
    blank before it is printed."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    unit: float
    page: int
    pieces: tuple["TextLine", ...] = ()
    blank_at: float = -math.inf

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def columns(self) -> tuple["TextLine", ...]:
        return self.pieces or (self,)


def is_western(text: str) -> bool:
    """Whether it begins with a letter, figure or mark of the Latin script."""
    return _WESTERN.match(text) is not None


def lines_of(glyphs: Iterable[Glyph], page: int, far: float = WIDE_BLANK) -> list[TextLine]:
    """The lines from top to bottom; blank ones are left out, a glyph printed twice counts once.

    A gap between Chinese characters wider than `far` ems is a blank even if none is printed.
    """
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.base, g.x0)):
        if rows and glyph.base - rows[-1][0].base <= SAME_LINE * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    lines = (_line(_single(sorted(row, key=lambda g: g.x0)), page, far) for row in rows)
    return [line for line in lines if line is not None]


def _single(row: Sequence[Glyph]) -> list[Glyph]:
    """Fake bold prints a glyph two or three times, a hair apart."""
    kept: list[Glyph] = []
    for glyph in row:
        near = (g for g in kept[-3:] if glyph.x0 - g.x0 < TWICE * glyph.size)
        if not any(g.text == glyph.text for g in near):
            kept.append(glyph)
    return kept


def _line(row: Sequence[Glyph], page: int, far: float) -> TextLine | None:
    runs: list[list[Glyph]] = []
    end = 0.0
    for glyph in row:
        if glyph.text.isspace():
            continue
        if not runs or glyph.x0 - end > PIECE * glyph.size:
            runs.append([])
        runs[-1].append(glyph)
        end = max(end, glyph.x1) if len(runs[-1]) > 1 else glyph.x1
    blanks = [glyph.x0 for glyph in row if glyph.text.isspace()]
    pieces = [piece for run in runs if (piece := _piece(run, blanks, page)) is not None]
    return in_one(pieces, far) if pieces else None


def in_one(pieces: Sequence[TextLine], far: float) -> TextLine:
    """Parts of one line, from left to right, as a line; `far` as for `lines_of`."""
    if len(pieces) == 1:
        return pieces[0]
    text = pieces[0].text
    for before, after in pairwise(pieces):
        apart = after.x0 - before.x1 > far * after.size or after.blank_at > before.x0
        western = is_western(before.text[-1]) and is_western(after.text[0])
        text += " " + after.text if apart or western else after.text
    return replace(
        pieces[0],
        text=text,
        x1=max(piece.x1 for piece in pieces),
        size=max(piece.size for piece in pieces),
        pieces=tuple(pieces),
    )


def _piece(run: Sequence[Glyph], blanks: Sequence[float], page: int) -> TextLine | None:
    words = [run[0].text]
    for before, after in pairwise(run):
        if _is_apart(before, after, blanks):
            words.append(" ")
        words.append(after.text)
    text = printable("".join(words)).strip()
    if not text:
        return None
    size = sorted(glyph.size for glyph in run)[len(run) // 2]
    x1 = max(glyph.x1 for glyph in run)
    earlier = bisect_right(blanks, run[0].x0)
    blank_at = blanks[earlier - 1] if earlier else -math.inf
    unit = _unit(run)
    return TextLine(text, run[0].x0, x1, run[0].base, size, unit, page, (), blank_at)


def _is_apart(before: Glyph, after: Glyph, blanks: Sequence[float]) -> bool:
    gap = after.x0 - before.x1
    if gap < BLANK * after.size:
        return False
    if is_western(before.text) and is_western(after.text):
        return True
    return bisect_right(blanks, before.x0) < bisect_left(blanks, after.x0)


def _unit(run: Sequence[Glyph]) -> float:
    """How much room the start of a line needs: a character, a word or a number, with the
    brackets and stops that may not be divided from it; quotation marks hold on both sides."""
    i, last = 0, len(run) - 1
    while i < last and _hold(run[i].text, run[i + 1].text):
        i += 1
    return run[i].x1 - run[0].x0


def _hold(before: str, after: str) -> bool:
    """Whether no line ends between two characters."""
    if before in _OPENERS or after in _CLOSERS or before in _QUOTES or after in _QUOTES:
        return True
    return bool(_WORD.match(before) and _WORD.match(after))
