"""Tables that lost their rows: one cell a line, with empty cells (behind tabs) or without."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongchou.domain.notice.columns import (
    LONGEST_HEADING,
    Columns,
    column_of,
    columns_of,
    exact_column,
    is_header,
)
from tongchou.domain.notice.document import Block
from tongchou.domain.notice.grid import Grid, Row
from tongchou.domain.notice.labels import area_number, label_of, task_number
from tongchou.domain.notice.layouts.alignment import aligned
from tongchou.domain.notice.layouts.likeness import organ_share
from tongchou.domain.notice.lines import Line, joined, whole

_EXTRA = 3
_FEWEST_HEADINGS = 3
_MOST_HEADINGS = 24
_HEADING_LINES = 3
_NOTE = re.compile(r"(?:备注|注|说明|附件|抄送)\s*[：:\d]")


def stream_grid(cells: Sequence[Block]) -> Grid | None:
    """A table kept as a stream of cells, empty ones among them."""
    top = _first_heading(cells)
    if top is None:
        return None
    starts = (i for i in range(top, len(cells)) if _starts_row(cells[i].text))
    first = next(starts, len(cells))
    headings = [whole(cell) for cell in cells[top:first]]
    texts = [line.text for line in headings]
    if not is_header(texts) or len(texts) > _MOST_HEADINGS:
        return None
    columns = columns_of(texts)
    rows = list(_stream_rows([whole(cell) for cell in cells[first:]], texts))
    return Grid(headings, columns, rows, rebuilt=True)


def _first_heading(cells: Sequence[Block]) -> int | None:
    for i, cell in enumerate(cells):
        if column_of(cell.text) and all(column_of(c.text) for c in cells[i : i + 3]):
            return i
    return None


def _starts_row(text: str) -> bool:
    return area_number(text) is not None or task_number(text) is not None


def _stream_rows(cells: Sequence[Line], headings: Sequence[str]) -> Iterator[Row]:
    width, i = len(headings), 0
    while i < len(cells):
        if [cell.text for cell in cells[i : i + width]] == list(headings):
            i += width
            continue
        size = _row_size(cells, i, width)
        row = cells[i : i + size]
        if any(cell.text for cell in row):
            yield Row(dict(enumerate(row)))
        i += size


def _row_size(cells: Sequence[Line], i: int, width: int) -> int:
    """An area's row has a numeral and a name; a task's row has as many cells as headings,
    unless some were lost or added and the next row plainly starts elsewhere."""
    if area_number(cells[i].text) is not None:
        size = 2
        while size < width and i + size < len(cells) and not cells[i + size].text:
            size += 1
        return size
    here = task_number(cells[i].text)
    sizes = [width, *range(width - 1, 1, -1), *range(width + 1, width + _EXTRA + 1)]
    return next((size for size in sizes if _next_starts(cells, i + size, here)), width)


def _next_starts(cells: Sequence[Line], i: int, here: int | None) -> bool:
    """Whether a row starts at i: an area's, the task's after `here`, or the table ends."""
    if i >= len(cells):
        return i == len(cells)
    number = task_number(cells[i].text)
    after = number is not None and (here is None or number == here + 1)
    return after or area_number(cells[i].text) is not None


@dataclass(frozen=True, slots=True)
class Found:
    """A table found among paragraphs: lines [first, last) of the text."""

    grid: Grid
    first: int
    last: int


def paragraph_grids(lines: Sequence[Line]) -> list[Found]:
    """Tables of which every cell became a paragraph and the empty cells were lost."""
    heads = list(_heads(lines))
    found: list[Found] = []
    for n, (first, last, headings) in enumerate(heads):
        end = heads[n + 1][0] if n + 1 < len(heads) else len(lines)
        same = found and _texts(found[-1].grid.headings) == _texts(headings)
        columns = columns_of(_texts(headings))
        start = found[-1].grid.rows if same else []
        rows, stop = _paragraph_rows(lines, (last, end), columns, len(headings), _highest(start))
        if same:
            found[-1].grid.rows.extend(rows)
            found[-1] = Found(found[-1].grid, found[-1].first, stop)
        elif rows:
            grid = Grid(headings, columns, rows, rebuilt=True, guessed=True)
            found.append(Found(grid, first, stop))
    return found


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def _highest(rows: Sequence[Row]) -> int:
    numbers = [task_number(line.text) for row in rows for line in row.lines[:1]]
    return max((number for number in numbers if number is not None), default=0)


def _heads(lines: Sequence[Line]) -> Iterator[tuple[int, int, list[Line]]]:
    i = 0
    while i < len(lines):
        headings, end = _headings(lines, i)
        texts = _texts(headings)
        if len(headings) >= _FEWEST_HEADINGS and is_header(texts) and exact_column(texts[0]):
            yield i, end, headings
            i = end
        else:
            i += 1


def _headings(lines: Sequence[Line], start: int) -> tuple[list[Line], int]:
    """The run of headings that starts here; one may be broken into lines (建设 / 时限)."""
    headings: list[Line] = []
    i = start
    while i < len(lines) and len(headings) < _MOST_HEADINGS:
        size = _heading_size(lines, i)
        if not size:
            break
        headings.append(joined(lines[i : i + size], ""))
        i += size
    return headings, i


def _heading_size(lines: Sequence[Line], i: int) -> int:
    """Over how many lines the heading at i reaches; 0 where none stands."""
    for size in range(min(_HEADING_LINES, len(lines) - i), 1, -1):
        parts = lines[i : i + size]
        words = "".join(line.text for line in parts)
        apart = all(exact_column(line.text) for line in parts)
        if len(words) <= LONGEST_HEADING and not apart and exact_column(words):
            return size
    return 1 if column_of(lines[i].text) and len(lines[i].text) <= LONGEST_HEADING else 0


def _paragraph_rows(
    lines: Sequence[Line], bounds: tuple[int, int], columns: Columns, width: int, number: int
) -> tuple[list[Row], int]:
    """Rows begin at the next number or at an area; returns them and where the table ends."""
    first, end = bounds
    starts = _starts(lines, first, end, number)
    rows: list[Row] = []
    for n, start in enumerate(starts):
        stop = starts[n + 1] if n + 1 < len(starts) else _last_line(lines, start, end)
        opening = lines[start]
        if _opens_area(opening.text):
            rows.append(_area_row(lines[start:stop], width))
            continue
        parts = [*_numbered(opening), *lines[start + 1 : stop]]
        rows.append(Row(aligned(parts, columns, width)))
    return rows, (_last_line(lines, starts[-1], end) if starts else first)


def _starts(lines: Sequence[Line], first: int, end: int, number: int) -> list[int]:
    found: list[int] = []
    after_area = True
    for i in range(first, end):
        text = lines[i].text
        if _opens_area(text) and i + 1 < end:
            found.append(i)
            after_area = True
            continue
        here = _number_of(text)
        if here is None:
            continue
        next_one = not found or here == number + 1 or (after_area and here == 1)
        if next_one or (here > number and _may_gap(text, lines[i - 1].text, after_area)):
            found.append(i)
            number, after_area = here, False
    return found


def _may_gap(text: str, before: str, after_area: bool) -> bool:
    """Whether a number out of step opens a row: alone on its line, behind an area or organs."""
    return task_number(text) is not None and (after_area or organ_share(before) > 0.5)


def _number_of(text: str) -> int | None:
    number = task_number(text)
    if number is not None:
        return number
    marked = label_of(text)
    return marked.number if marked and marked.depth == 3 else None


def _numbered(line: Line) -> list[Line]:
    """The number and what stands behind it on the same line."""
    marked = label_of(line.text)
    if task_number(line.text) is not None or marked is None:
        return [line]
    rest = line.part(marked.end, len(line.text))
    return [line.part(0, marked.end), rest] if rest.text else [line]


def _opens_area(text: str) -> bool:
    marked = label_of(text + " ")
    if area_number(text) is not None:
        return True
    return bool(marked and marked.depth <= 2 and len(text) <= 40 and text[-1] not in "。；")


def _area_row(lines: Sequence[Line], width: int) -> Row:
    """An area's number and name, or both on one line, over all columns."""
    if len(lines) > 1 and area_number(lines[0].text) is not None:
        return Row({0: lines[0], 1: joined(lines[1:], "")})
    return Row(dict.fromkeys(range(max(width, 3)), lines[0]))


def _last_line(lines: Sequence[Line], start: int, end: int) -> int:
    """Where the last row stops: before notes, and before a blank-led text that cannot be cells."""
    for i in range(start + 1, end):
        if _NOTE.match(lines[i].text):
            return i
    return end
