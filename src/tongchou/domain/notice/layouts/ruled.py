"""Tables that kept their rows: merged cells, headings of several rows, headings repeated."""

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
    unit_note,
)
from tongchou.domain.notice.document import Block
from tongchou.domain.notice.grid import Grid, Row
from tongchou.domain.notice.labels import area_number, task_number
from tongchou.domain.notice.lines import Line, joined, whole

DEEPEST_HEADER = 4
_SAMPLES = 12
_NO_TITLE = re.compile(
    r"[（(]?(?:续表?|接上表)[）)]?\s*\d*|附[表件]?\s*\d*|.*(?:单位|时间|日期|填报人|编制人)\s*[:：].*"
    r"|[（(][^（）()]{1,12}[）)]"
)


@dataclass(frozen=True, slots=True)
class _Header:
    headings: list[Line]
    first: int
    depth: int

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.headings]


def ruled_grids(cells: Sequence[Block]) -> list[Grid]:
    """The tables of tasks in one ruled table; a second heading with other columns opens another."""
    rows = rows_of(cells)
    headers = list(_headers(rows))
    grids: list[Grid] = []
    for i, header in enumerate(headers):
        end = headers[i + 1].first if i + 1 < len(headers) else len(rows)
        body = rows[header.first + header.depth : end]
        if grids and _same(header, headers[i - 1]):
            grids[-1].rows.extend(body)
        else:
            above = [line for row in rows[: header.first if i == 0 else 0] for line in row.filled]
            grids.append(_grid(header, body, above))
    return grids


def continuation(cells: Sequence[Block], before: Grid) -> list[Row] | None:
    """The rows of a table without headings that goes on where the one before ended."""
    rows = rows_of(cells)
    width = max((max(row.cells) + 1 for row in rows), default=0)
    number = before.columns.first("number")
    if width != len(before.headings) or number is None or before.rebuilt:
        return None
    last = _last_number(before.rows, number)
    first = next((n for row in rows if (n := _number(row, number)) is not None), None)
    return rows if last is not None and first == last + 1 else None


def rows_of(cells: Sequence[Block]) -> list[Row]:
    """Rows with every cell written into each place it covers; costs the area of the table."""
    starts: dict[int, list[Block]] = {}
    for cell in cells:
        starts.setdefault(cell.row or 0, []).append(cell)
    reaching: dict[int, tuple[Line, int]] = {}
    rows: list[Row] = []
    for r in sorted(starts):
        reaching = {c: (line, last) for c, (line, last) in reaching.items() if last >= r}
        for cell in starts[r]:
            line, column = whole(cell), cell.column or 0
            for c in range(column, column + cell.column_span):
                reaching[c] = (line, r + cell.row_span - 1)
        rows.append(Row({c: reaching[c][0] for c in sorted(reaching)}))
    return rows


def _headers(rows: Sequence[Row]) -> Iterator[_Header]:
    r = 0
    found = False
    while r < len(rows):
        header = _header_at(rows, r, exactly=found)
        if header:
            found = True
            yield header
        r += header.depth if header else 1


def _header_at(rows: Sequence[Row], first: int, *, exactly: bool) -> _Header | None:
    """The headings that begin in this row; further down in a table their words must be exact."""
    known = exact_column if exactly else column_of
    filled = rows[first].filled
    if len(filled) < 2 or not any(known(line.text) for line in filled[:2]):
        return None
    width = max(rows[first].cells) + 1
    headings = [rows[first].line(c) or _blank(rows[first]) for c in range(width)]
    depth = 1
    while depth < DEEPEST_HEADER and first + depth < len(rows):
        lower = _lower_headings(headings, rows[first + depth])
        if lower is None:
            break
        headings, depth = lower, depth + 1
    header = _Header(headings, first, depth)
    return header if is_header(header.texts) else None


def _lower_headings(upper: list[Line], row: Row) -> list[Line] | None:
    """The headings with those of a second row put in (责任单位 over 牵头 and 配合), or None when
    the row holds no headings."""
    if max(row.cells) + 1 > len(upper):
        return None
    lower = [row.line(c) for c in range(len(upper))]
    changed = [
        i for i, line in enumerate(lower) if line and line.text and line.span != upper[i].span
    ]
    if any(_is_data(lower[i]) for i in changed):
        return None
    named = [i for i in changed if column_of(_text(lower[i]))]
    if named and len(named) * 2 >= len(changed):
        return [lower[i] or upper[i] if i in changed else upper[i] for i in range(len(upper))]
    if not changed or not all(_is_shared(upper, i) for i in changed):
        return None
    return [_below(upper[i], lower[i]) if i in changed else upper[i] for i in range(len(upper))]


def _is_shared(headings: Sequence[Line], column: int) -> bool:
    """Whether a heading reaches over several columns, as 责任单位 over the governments."""
    return sum(line.span == headings[column].span for line in headings) > 1


def _below(upper: Line, lower: Line | None) -> Line:
    """A heading with what stands below it, of which only the upper words are known."""
    return joined([upper, lower], "/") if lower else upper


def _is_data(line: Line | None) -> bool:
    text = _text(line)
    numbered = task_number(text) is not None or area_number(text) is not None
    return numbered or len(text) > LONGEST_HEADING


def _text(line: Line | None) -> str:
    return line.text if line else ""


def _blank(row: Row) -> Line:
    return row.lines[0].part(0, 0)


def _same(header: _Header, other: _Header) -> bool:
    shown = [re.sub(r"\s+", "", text) for text in header.texts]
    return shown == [re.sub(r"\s+", "", text) for text in other.texts]


def _grid(header: _Header, body: Sequence[Row], above: Sequence[Line]) -> Grid:
    samples = [
        [line.text for row in body[:_SAMPLES] if (line := row.line(c))]
        for c in range(len(header.headings))
    ]
    units = [unit for line in above if (unit := unit_note(line.text))]
    titles = [line for line in above if not _NO_TITLE.fullmatch(line.text)]
    columns = _with_areas(columns_of(header.texts, samples), body)
    return Grid(
        headings=header.headings,
        columns=columns,
        rows=list(body),
        title=titles[-1] if titles else None,
        unit=units[-1] if units else None,
    )


def _with_areas(columns: Columns, body: Sequence[Row]) -> Columns:
    """Where one name is merged over several numbered rows, it is the area of those tasks."""
    name, number, detail = (
        columns.first("name"),
        columns.first("number"),
        columns.first("scope") if columns.first("scope") is not None else columns.first("target"),
    )
    if name is None or number is None or detail is None or "area" in columns.names:
        return columns
    numbers: dict[object, set[object]] = {}
    above: object = None
    for row in body:
        named, numbered = row.line(name), row.line(number)
        if named and numbered and task_number(numbered.text) is not None:
            above = named.span if named.text else above
            numbers.setdefault(above, set()).add(numbered.span)
    shared = sum(len(found) for found in numbers.values() if len(found) > 1)
    if not shared or shared * 2 < sum(map(len, numbers.values())):
        return columns
    moved = {name: "area", detail: "name"}
    return Columns(tuple((moved.get(c, role), c) for role, c in columns.roles), columns.extra)


def _number(row: Row, column: int) -> int | None:
    return task_number(_text(row.line(column)))


def _last_number(rows: Sequence[Row], column: int) -> int | None:
    return next((n for row in reversed(rows) if (n := _number(row, column)) is not None), None)
