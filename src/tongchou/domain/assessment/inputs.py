"""What one run reads, as rows with names; sealed as columns, so that the run can be replayed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import numpy as np

from tongchou.domain.assessment.columns import (
    DEMANDS,
    KINDS,
    Answers,
    Columns,
    Demand,
    Rungs,
    Targets,
    rule_for,
)
from tongchou.domain.programme.plan import CODES as CURVE_CODES
from tongchou.domain.programme.plan import STEP, day_column
from tongchou.domain.programme.target import Combine, Curve, TargetKind


@dataclass(frozen=True, slots=True)
class AreaRow:
    uuid: str
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    uuid: str
    number: int
    name: str
    area: str


@dataclass(frozen=True, slots=True)
class ProjectRow:
    uuid: str
    task: str
    name: str


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A jurisdiction of the programme."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target of the plan in force; figures are decimal text in the base `unit`."""

    uuid: str
    key: str
    task: str
    project: str | None
    kind: str
    combine: str
    text: str
    comparator: str = ""
    annual: str | None = None
    unit: str = ""
    printed_unit: str = ""
    curve: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class RungRow:
    target: str
    number: int
    name: str
    planned: date | None = None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """The last approved statement of a jurisdiction on a target, if there is one.

    `rung` is the number of the stage reached, 0 when it is said that none is. `figure_as_of` is
    the end of the period the statement is from, `submission` the sealed one it stands in.
    """

    target: str
    jurisdiction: str
    organization: str | None
    lead: bool = False
    value: str | None = None
    rung: int | None = None
    figure_as_of: date | None = None
    submission: str | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything a run's verdicts depend on, besides the scheme. Rows lie in the plan's order."""

    as_of: date
    areas: tuple[AreaRow, ...]
    tasks: tuple[TaskRow, ...]
    projects: tuple[ProjectRow, ...]
    parties: tuple[PartyRow, ...]
    targets: tuple[TargetRow, ...]
    rungs: tuple[RungRow, ...]
    answers: tuple[AnswerRow, ...]

    def to_json(self) -> dict[str, Any]:
        """Column by column, dates in ISO form."""
        tables = {name: _to_columns(kind, getattr(self, name)) for name, kind in TABLES.items()}
        return {"as_of": self.as_of.isoformat(), **tables}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Inputs":
        tables: dict[str, Any] = {
            name: tuple(_from_columns(kind, data[name])) for name, kind in TABLES.items()
        }
        return cls(as_of=date.fromisoformat(data["as_of"]), **tables)

    def columns(self) -> Columns:
        """The numbers alone. Raises KeyError where a row names a target that is not there."""
        place = {row.uuid: number for number, row in enumerate(self.targets)}
        kinds = {row.uuid: row.kind for row in self.targets}
        answers = self.answers
        figures = [_figure(row, kinds[row.target]) for row in answers]
        return Columns(
            targets=_target_columns(self.targets),
            answers=Answers(
                target=np.array([place[row.target] for row in answers], dtype=np.intp),
                figure=np.array([np.nan if f is None else f for f in figures], dtype=np.float64),
                stated=np.array([f is not None for f in figures], dtype=np.bool_),
                reporting=np.array([row.organization is not None for row in answers], np.bool_),
                lead=np.array([row.lead for row in answers], dtype=np.bool_),
            ),
            rungs=Rungs(
                target=np.array([place[row.target] for row in self.rungs], dtype=np.intp),
                number=np.array([row.number for row in self.rungs], dtype=np.int64),
                planned=day_column([row.planned for row in self.rungs]),
            ),
        )


Row = TypeVar("Row")

TABLES: dict[str, type] = {
    "areas": AreaRow,
    "tasks": TaskRow,
    "projects": ProjectRow,
    "parties": PartyRow,
    "targets": TargetRow,
    "rungs": RungRow,
    "answers": AnswerRow,
}
DAYS = {"start", "end", "planned", "figure_as_of"}


def _figure(row: AnswerRow, kind: str) -> float | None:
    if kind == TargetKind.QUANTITY:
        return None if row.value is None else float(Decimal(row.value))
    return None if row.rung is None else float(row.rung)


def _target_columns(rows: Sequence[TargetRow]) -> Targets:
    kinds = [TargetKind(row.kind) for row in rows]
    return Targets(
        kind=np.array([KINDS.index(kind) for kind in kinds], dtype=np.int8),
        rule=np.array(
            [rule_for(kind, Combine(row.combine)) for kind, row in zip(kinds, rows, strict=True)],
            dtype=np.uint8,
        ),
        demand=np.array(
            [DEMANDS.get(row.comparator, Demand.AT_LEAST) for row in rows], dtype=np.int8
        ),
        annual=np.array(
            [np.nan if row.annual is None else float(Decimal(row.annual)) for row in rows],
            dtype=np.float64,
        ),
        curve=np.array(
            [CURVE_CODES[Curve(row.curve)] if row.curve else STEP for row in rows], dtype=np.int8
        ),
        start=day_column([row.start for row in rows]),
        end=day_column([row.end for row in rows]),
    )


def _to_columns(kind: type, rows: Sequence[Any]) -> dict[str, list[Any]]:
    return {
        column.name: [_plain(getattr(row, column.name)) for row in rows] for column in fields(kind)
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _from_columns(kind: type[Row], columns: Mapping[str, list[Any]]) -> list[Row]:
    names = list(columns)
    return [
        kind(**{name: _parsed(name, value) for name, value in zip(names, values, strict=True)})
        for values in zip(*columns.values(), strict=True)
    ]


def _parsed(name: str, value: Any) -> Any:
    return date.fromisoformat(value) if name in DAYS and value is not None else value
