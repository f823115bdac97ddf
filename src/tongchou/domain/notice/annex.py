"""The annex of a notice: its areas and task rows, whatever the order of the columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongchou.domain.notice.columns import ORGANIZATION_COLUMNS, column_of, label
from tongchou.domain.notice.findings import (
    DuplicateNumber,
    MissingColumn,
    MissingNumber,
    NumberGap,
    RaggedRow,
    TargetsElsewhere,
)
from tongchou.domain.notice.grid import Grid, Row, area_number, task_number
from tongchou.domain.notice.lines import Line, whole
from tongchou.domain.shared.findings import Finding

_MERGED_AREA = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}(?:[）)][、.．]?|[、.．\s]))\s*(\S.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class AreaRow:
    number: int
    name: Line


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One row: `cells` by role (name, period, scope, target, remark, number),
    `organizations` as (role, cell), lead first."""

    number: int
    area: int | None
    cells: dict[str, Line]
    organizations: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Annex:
    headings: dict[str, Line]
    areas: tuple[AreaRow, ...]
    tasks: tuple[TaskRow, ...]
    findings: tuple[Finding, ...]


def read_annex(grids: Sequence[Grid]) -> Annex:
    """Join the tables of tasks of one notice; a later table continues the one before."""
    reader = _Reader()
    for grid in grids:
        reader.read(grid)
    return Annex(reader.headings, tuple(reader.areas), tuple(reader.tasks), tuple(reader.findings))


class _Reader:
    def __init__(self) -> None:
        self.headings: dict[str, Line] = {}
        self.areas: list[AreaRow] = []
        self.tasks: list[TaskRow] = []
        self.findings: list[Finding] = []
        self.last_number: int | None = None
        self.used: set[int] = set()

    def read(self, grid: Grid) -> None:
        columns = _columns(grid.headings)
        for role, column in columns.items():
            self.headings.setdefault(role, grid.headings[column])
        self._check_columns(grid, columns)
        for row in grid.rows:
            area = _area_of(row)
            if area:
                self.areas.append(AreaRow(area[0] or len(self.areas) + 1, area[1]))
            else:
                self._task(row, columns, len(grid.headings))

    def _check_columns(self, grid: Grid, columns: dict[str, int]) -> None:
        where = grid.headings[0].span.position("表头")
        if "name" not in columns:
            self.findings.append(MissingColumn(where, column=label("name")))
        if "target" not in columns and "name" in columns:
            instead = "scope" if "scope" in columns else "name"
            columns["target"] = columns.pop(instead) if instead == "scope" else columns[instead]
            heading = grid.headings[columns["target"]].text
            self.findings.append(TargetsElsewhere(where, column=heading))
        if not any(role in columns for role in ORGANIZATION_COLUMNS):
            self.findings.append(MissingColumn(where, column=label("organizations")))

    def _task(self, row: Row, columns: dict[str, int], width: int) -> None:
        cells = {role: line for role, c in columns.items() if (line := row.line(c)) is not None}
        name = cells.get("name")
        if name is None or not any(line.text for line in cells.values()):
            return
        if not width - 1 <= len(row.cells) <= width:
            position = name.span.position("附件")
            found = len(row.cells)
            self.findings.append(RaggedRow(position, name=name.text, expected=width, found=found))
        self._column_area(cells)
        organizations = tuple((role, cells[role]) for role in ORGANIZATION_COLUMNS if role in cells)
        self.tasks.append(
            TaskRow(
                number=self._number(cells, name),
                area=self.areas[-1].number if self.areas else None,
                cells={r: x for r, x in cells.items() if r not in {*ORGANIZATION_COLUMNS, "area"}},
                organizations=organizations,
            )
        )

    def _column_area(self, cells: dict[str, Line]) -> None:
        """An area given in a column of its own, merged or repeated down its tasks."""
        area = cells.get("area")
        if area and area.text and not (self.areas and self.areas[-1].name.text == area.text):
            self.areas.append(AreaRow(len(self.areas) + 1, area))

    def _number(self, cells: dict[str, Line], name: Line) -> int:
        printed = task_number(cells["number"].text) if "number" in cells else None
        given = printed if printed not in self.used else None
        if given is None:
            given = max(self.used, default=0) + 1
        position = name.span.position("附件")
        if printed is None:
            self.findings.append(MissingNumber(position, name=name.text, given=given))
        elif printed in self.used:
            finding = DuplicateNumber(position, number=printed, name=name.text, given=given)
            self.findings.append(finding)
        elif self.last_number is not None and printed != self.last_number + 1:
            self.findings.append(NumberGap(position, before=self.last_number, after=printed))
        self.last_number = printed if printed is not None else self.last_number
        self.used.add(given)
        return given


def _columns(headings: Sequence[Line]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for i, heading in enumerate(headings):
        role = column_of(heading.text)
        if role and role not in columns:
            columns[role] = i
    return columns


def _area_of(row: Row) -> tuple[int | None, Line] | None:
    """The number and name of an area's row; None for a row of a task."""
    filled = [block for block in row.blocks if block.text.strip()]
    lines = [whole(block) for block in filled]
    if len(lines) == 1:
        match = _MERGED_AREA.fullmatch(lines[0].text)
        if match:
            number = area_number(lines[0].text[: match.start(1)])
            return number, lines[0].part(match.start(1), match.end(1))
        return (None, lines[0]) if filled[0].column_span > 2 else None
    if len(lines) == 2:
        number = area_number(lines[0].text)
        return (number, lines[1]) if number is not None else None
    return None
