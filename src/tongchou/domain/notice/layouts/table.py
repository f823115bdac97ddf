"""From tables to areas and tasks: area rows, tasks over several rows, notes and sums left out."""

import re
from collections.abc import Iterator, Sequence

from tongchou.domain.notice.columns import ORGANIZATION_COLUMNS, label, unit_in
from tongchou.domain.notice.entries import AreaEntry, NewList, Reading, TaskEntry
from tongchou.domain.notice.findings import (
    KeptInRemark,
    MissingColumn,
    NamesElsewhere,
    RaggedRow,
    TargetsElsewhere,
)
from tongchou.domain.notice.grid import Grid, Row
from tongchou.domain.notice.labels import area_number, label_of, task_number
from tongchou.domain.notice.lines import Line, joined
from tongchou.domain.notice.naming import LONGEST_NAME, leading_phrase

_NOTE = re.compile(
    r"(?:备\s*注|注|说\s*明|填表说明|填报说明|填表人|填报人|填报单位|填报时间|制表|审核|联系人|联系电话|"
    r"(?:计量)?单位)\s*[：:\d]"
)
_SUM = re.compile(r"(?:合|总|小|共)计.{0,12}")
_FIRM = "。；;"
_FIGURE = re.compile(r"[\d.,，%％—\-/]+")
_WIDE = 2
_COLUMN_DEPTH = 3


def read_tables(grids: Sequence[Grid]) -> Reading:
    """Read the tables of tasks of one notice in their order."""
    reading = Reading()
    for grid in grids:
        reading.entries.append(NewList(grid.title))
        _TableReader(grid, reading).read()
    said = {(finding.code, finding.text): finding for finding in reversed(reading.findings)}
    reading.findings[:] = reversed(said.values())
    return reading


class _TableReader:
    def __init__(self, grid: Grid, reading: Reading) -> None:
        self.grid = grid
        self.reading = reading
        self.columns = grid.columns
        self.area_depth = 1
        self.area_text = ""
        self._describe()

    def read(self) -> None:
        pending: list[Row] = []
        for row in self.grid.rows:
            filled = row.filled
            if not filled or self._is_note(filled):
                continue
            area = self._area(row, filled)
            if pending and (area or not self._continues(row, pending[-1])):
                self._task(pending)
                pending = []
            if area:
                self.reading.entries.append(area)
            else:
                pending.append(row)
        if pending:
            self._task(pending)

    def _describe(self) -> None:
        """Headings, units, and what the columns lack."""
        headings, reading = self.grid.headings, self.reading
        where = headings[0].span.position("表头")
        for role, column in self.columns.roles:
            reading.headings.setdefault(role, headings[column])
            unit = unit_in(headings[column].text)
            if unit is None and self.grid.unit and role in {"investment", "total_investment"}:
                unit = self.grid.unit
            if unit:
                reading.units.setdefault(role, unit)
        names = self.columns.names
        if "name" not in names:
            role = self._content()
            heading = headings[self.columns.all_of(role)[0]].text
            reading.findings.append(NamesElsewhere(where, column=heading))
        if "target" not in names and "quarter" not in names:
            role = "scope" if "scope" in names else "name"
            heading = headings[self.columns.all_of(role)[0]].text
            reading.findings.append(TargetsElsewhere(where, column=heading))
        if not names & set(ORGANIZATION_COLUMNS):
            reading.findings.append(MissingColumn(where, column=label("organizations")))
        if self.columns.extra:
            shown = "、".join(headings[c].text for c in self.columns.extra)
            reading.findings.append(KeptInRemark(where, columns=shown))

    def _content(self) -> str:
        """The column that says what is done where none gives names."""
        return next(r for r in ("name", "scope", "target") if r in self.columns.names)

    def _is_note(self, filled: Sequence[Line]) -> bool:
        first = filled[0].text
        return (len(filled) <= _WIDE and bool(_NOTE.match(first))) or any(
            _SUM.fullmatch(re.sub(r"\s+", "", line.text)) for line in filled[:2]
        )

    def _area(self, row: Row, filled: Sequence[Line]) -> AreaEntry | None:
        """The area a row opens; None for a row of a task.

        A merged cell is repeated in each place it covers where a format knows no merging.
        """
        repeated = len(filled) > _WIDE and len({line.text for line in filled}) == 1
        if repeated:
            filled = filled[:1]
        if len(filled) == 2:
            number = area_number(filled[0].text)
            if number is not None:
                if len(row.cells) > 2 and self._is_task_cell(row, filled[1]):
                    return None
                depth = 2 if filled[0].text.startswith(("（", "(")) else 1
                return AreaEntry(self._deep(depth), number, filled[1])
        line = filled[0]
        if not all(_FIGURE.fullmatch(other.text) for other in filled[1:]):
            return None
        marked = label_of(line.text)
        if marked and marked.depth <= 2 and marked.end < len(line.text):
            name = line.part(marked.end, len(line.text))
            return AreaEntry(self._deep(marked.depth), marked.number, name)
        wide = repeated or row.width_of(line) > _WIDE
        if len(filled) > 1 or not wide or line.text[-1] in _FIRM:
            return None
        return AreaEntry(self.area_depth, None, line)

    def _deep(self, depth: int) -> int:
        self.area_depth = depth
        return depth

    def _is_task_cell(self, row: Row, line: Line) -> bool:
        """A second cell that stands under the organizations makes the row a task's."""
        organs = [c for role in ORGANIZATION_COLUMNS for c in self.columns.all_of(role)]
        return row.width_of(line) == 1 and any(row.line(c) is line for c in organs)

    def _continues(self, row: Row, last: Row) -> bool:
        """Whether a row belongs to the task above: its number and name are merged with those of
        that row, or are empty."""
        number, name = self.columns.first("number"), self.columns.first("name")
        keys = [c for c in (number, name) if c is not None]
        if not keys:
            return False
        same = [_same(row.line(c), last.line(c)) for c in keys]
        empty = [not (line := row.line(c)) or not line.text for c in keys]
        if number is not None and same[0] and not empty[0]:
            return True
        return all(s or e for s, e in zip(same, empty, strict=True))

    def _task(self, rows: Sequence[Row]) -> None:
        roles = dict.fromkeys(role for role, _ in self.columns.roles)
        cells = {role: line for role in roles if (line := self._cell(role, rows))}
        self._column_area(cells)
        organizations = tuple(
            (role, cells.pop(role)) for role in ORGANIZATION_COLUMNS if role in cells
        )
        self._quarters(cells, rows)
        self._extras(cells, rows)
        if not self._name(cells, rows[0]):
            return
        self._ragged(rows, cells["name"])
        _counted(cells)
        self._unit(cells)
        number = self._number(cells)
        self.reading.entries.append(TaskEntry(number, cells, organizations))

    def _cell(self, role: str, rows: Sequence[Row]) -> Line | None:
        found = {
            line.span: self._of_government(role, column, line)
            for column in self.columns.all_of(role)
            for row in rows
            if (line := row.line(column)) is not None
        }
        lines = list(found.values())
        if role in {"number", "name", "area", "unit"}:
            return next((line for line in lines if line.text), lines[0] if lines else None)
        if role == "period" and len(lines) == len(self.columns.all_of(role)) == _WIDE:
            return joined(lines, "—") if all(line.text for line in lines) else joined(lines)
        return joined(lines) if lines else None

    def _of_government(self, role: str, column: int, line: Line) -> Line:
        """Organizations in a column of one government (单位 over 甲市) stand behind its name."""
        heading = self.grid.headings[column]
        if role not in ORGANIZATION_COLUMNS or len(heading.pieces) < _WIDE or not line.text:
            return line
        return joined([heading.pieces[-1][1], line], "：")

    def _column_area(self, cells: dict[str, Line]) -> None:
        """An area given in a column of its own, merged or repeated down its tasks."""
        area = cells.pop("area", None)
        if area and area.text and area.text != self.area_text:
            self.area_text = area.text
            marked = label_of(area.text)
            number, start = (marked.number, marked.end) if marked else (None, 0)
            name = area.part(start, len(area.text))
            self.reading.entries.append(AreaEntry(_COLUMN_DEPTH, number, name))

    def _quarters(self, cells: dict[str, Line], rows: Sequence[Row]) -> None:
        """What is planned for each quarter stands behind its heading, in the scope."""
        cells.pop("quarter", None)
        lines = list(self._headed(self.columns.all_of("quarter"), rows))
        if lines:
            role = "scope" if "target" in cells else "target"
            cells[role] = joined([cells[role], *lines] if role in cells else lines)

    def _extras(self, cells: dict[str, Line], rows: Sequence[Row]) -> None:
        cells.pop("state", None)
        columns = [*self.columns.extra, *self.columns.all_of("state")]
        lines = list(self._headed(columns, rows))
        if lines:
            cells["remark"] = joined([*([cells["remark"]] if "remark" in cells else []), *lines])

    def _headed(self, columns: Sequence[int], rows: Sequence[Row]) -> Iterator[Line]:
        for column in columns:
            found = {line.span: line for row in rows if (line := row.line(column))}
            lines = [line for line in found.values() if line.text]
            if lines:
                yield from (self.grid.headings[column], *lines)

    def _name(self, cells: dict[str, Line], row: Row) -> bool:
        """Complete name and target from each other; False for a row that says nothing."""
        sources = [cells[r] for r in ("name", "scope", "target") if r in cells and cells[r].text]
        if not sources:
            return False
        if "target" not in self.columns.names and "target" not in cells:
            cells["target"] = cells.pop("scope") if "scope" in cells else sources[0]
        if not ("name" in cells and cells["name"].text):
            cells["name"] = leading_phrase(sources[0])
        elif cells.get("target") == cells["name"] and len(cells["name"].text) > LONGEST_NAME:
            cells["name"] = leading_phrase(cells["name"])
        return bool(row.cells)

    def _number(self, cells: dict[str, Line]) -> int | None:
        """The printed number, also where it stands at the head of the name."""
        printed = cells.get("number")
        if printed and printed.text:
            number = task_number(printed.text)
            return number if number is not None else area_number(printed.text)
        marked = label_of(cells["name"].text)
        if marked is None or marked.end >= len(cells["name"].text):
            return None
        name = cells["name"]
        cells["number"] = name.part(0, marked.end)
        cells["name"] = name.part(marked.end, len(name.text))
        return marked.number

    def _unit(self, cells: dict[str, Line]) -> None:
        """The unit of the target: of the row's own column, else in the target's heading."""
        if cells.get("unit") and cells["unit"].text:
            return
        cells.pop("unit", None)
        column = self.columns.first("target")
        heading = self.grid.headings[column] if column is not None else None
        unit = unit_in(heading.text) if heading else None
        if heading and unit:
            at = heading.text.rindex(unit)
            cells["unit"] = heading.part(at, at + len(unit))

    def _ragged(self, rows: Sequence[Row], name: Line) -> None:
        width, found = len(self.grid.headings), len(rows[0].cells)
        if len(rows) == 1 and not self.grid.guessed and not width - 1 <= found <= width:
            position = name.span.position("附件")
            params = {"name": name.text, "expected": width, "found": found}
            self.reading.findings.append(RaggedRow(position, **params))


def _counted(cells: dict[str, Line]) -> None:
    """Content, 数量 and 单位 in columns of their own are one promise: 新打机井 45 眼."""
    amount, content = cells.pop("amount", None), cells.get("target")
    if amount and amount.text and content and content.text:
        unit = cells.pop("unit", None)
        cells["target"] = joined([content, amount, *([unit] if unit else [])], "")


def _same(line: Line | None, above: Line | None) -> bool:
    return line is not None and above is not None and line.span == above.span
