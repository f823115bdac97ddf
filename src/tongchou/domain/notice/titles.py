"""The lines above a table that name it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tongchou.domain.notice.columns import unit_note
from tongchou.domain.notice.grid import Grid
from tongchou.domain.notice.letter import is_annex_line
from tongchou.domain.notice.lines import Line, joined

SENTENCE_END = "。；：！？"
MOST_LINES = 4
_SEARCHED = 8
_WHOLE = re.compile(r".{8,}(?:表|清单|台账|一览|任务书)(?:[（(].{1,20}[）)])?$")
_SHORT = 8
_NO_TITLE = re.compile(r".*(?:单位|时间|日期|填报人|编制人)\s*[:：].*|[（(][^（）()]{1,12}[）)]")


def title_above(lines: Sequence[Line], start: int, end: int) -> tuple[list[Line], int]:
    """The title in the lines just above `end`, and the first line that belongs to it."""
    first = end
    for i in range(end - 1, max(start, end - _SEARCHED) - 1, -1):
        if is_annex_line(lines[i].text):
            return _title(lines[i + 1 : end]), i
    while first > max(start, end - MOST_LINES) and lines[first - 1].text[-1] not in SENTENCE_END:
        first -= 1
    return _title(lines[first:end]), first


def once(lines: Sequence[Line]) -> list[Line]:
    """Without the lines that web pages print twice."""
    return list({line.text: line for line in reversed(lines)}.values())[::-1]


def entitled(grid: Grid, lines: Sequence[Line], start: int, end: int) -> Grid:
    """The table with the title and the unit that stand in the lines above it."""
    title = title_above(lines, start, end)[0]
    near = lines[max(start, end - MOST_LINES) : end]
    units = [unit for line in near if (unit := unit_note(line.text))]
    return replace(
        grid,
        title=grid.title or (joined(title, "") if title else None),
        unit=grid.unit or (units[-1] if units else None),
    )


def _title(lines: Sequence[Line]) -> list[Line]:
    """Of a sheet's name and the title below it, the title; a line that states a unit, a date or
    who filled it in is none."""
    named = once([line for line in lines if not _NO_TITLE.fullmatch(line.text)])
    if len(named) == 2 and _WHOLE.fullmatch(named[1].text) and len(named[0].text) < _SHORT:
        return named[1:]
    return named
