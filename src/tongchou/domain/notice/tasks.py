"""Where a notice keeps its tasks: every layout is tried, and the one that finds most is taken."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tongchou.domain.notice.entries import Reading
from tongchou.domain.notice.findings import GuessedCells
from tongchou.domain.notice.grid import Grid
from tongchou.domain.notice.layouts.flattened import Found, paragraph_grids
from tongchou.domain.notice.layouts.listed import read_list
from tongchou.domain.notice.layouts.runtogether import run_together_grids
from tongchou.domain.notice.layouts.table import read_tables
from tongchou.domain.notice.letter import Letter
from tongchou.domain.notice.lines import Line, split
from tongchou.domain.notice.tables import holds_indicators
from tongchou.domain.notice.titles import entitled

_FEWEST_LISTED = 3
_FEWEST_IN_LETTER = 5


@dataclass(frozen=True, slots=True)
class Tasks:
    """A reading, the lines it used up, where the first table stands among the lines (None for a
    list) and its title; `unread` counts tables that another layout outweighed."""

    reading: Reading
    used: frozenset[int]
    table_at: int | None = None
    title: Line | None = None
    unread: int = 0


def read_tasks(
    grids: Sequence[Grid], lines: Sequence[Line], letter: Letter, year: int | None
) -> Tasks:
    """Tables of tasks come first; a list counts where there are none, or only indicators."""
    ruled = _in_cells(_with_titles(grids, lines, letter.end), lines)
    if ruled.reading.tasks and not all(map(holds_indicators, grids)):
        return ruled
    candidates = [
        _in_lines(paragraph_grids, lines),
        _in_lines(run_together_grids, lines),
        _listed(lines, letter.end, len(lines), year, 0),
        _listed(lines, letter.body, letter.closing, year, _FEWEST_IN_LETTER),
    ]
    best = max(candidates, key=lambda tasks: tasks.reading.weight)
    if ruled.reading.tasks and len(best.reading.tasks) < _FEWEST_LISTED:
        return ruled
    return replace(best, unread=len(grids))


def _in_cells(grids: Sequence[Grid], lines: Sequence[Line]) -> Tasks:
    if not grids:
        return Tasks(Reading(), frozenset())
    reading = read_tables(grids)
    return Tasks(reading, frozenset(), _place(grids[0].top, lines), grids[0].title)


def _place(block: int, lines: Sequence[Line]) -> int:
    """The first line behind a block."""
    return bisect_left(lines, block, key=lambda line: line.span.block)


def _with_titles(grids: Sequence[Grid], lines: Sequence[Line], start: int) -> list[Grid]:
    result: list[Grid] = []
    for grid in grids:
        end = max(_place(grid.top, lines), start)
        result.append(entitled(grid, lines, start, end))
        start = end
    return result


def _in_lines(find: Callable[[Sequence[Line]], list[Found]], lines: Sequence[Line]) -> Tasks:
    """Tables that a file gave as paragraphs."""
    pieces = [(piece, i) for i, line in enumerate(lines) for piece in _between_bars(line)]
    found = find([piece for piece, _ in pieces])
    if not found:
        return Tasks(Reading(), frozenset())
    places = [(pieces[f.first][1], pieces[f.last - 1][1] + 1) for f in found]
    starts = [0, *(last for _, last in places[:-1])]
    grids = [
        entitled(one.grid, lines, start, first)
        for one, start, (first, _) in zip(found, starts, places, strict=True)
    ]
    reading = read_tables(grids)
    if reading.tasks:
        where = found[0].grid.headings[0].span.position("附件")
        reading.findings.append(GuessedCells(where, count=len(reading.tasks)))
    used = frozenset(i for first, last in places for i in range(first, last))
    return Tasks(reading, used, places[0][0], grids[0].title)


def _between_bars(line: Line) -> list[Line]:
    return list(split(line, "|")) if "|" in line.text else [line]


def _listed(
    lines: Sequence[Line], start: int, end: int, year: int | None, fewest_plain: int
) -> Tasks:
    found = read_list(lines[start:end], year, fewest_plain=fewest_plain)
    return Tasks(found.reading, frozenset(i + start for i in found.used))
