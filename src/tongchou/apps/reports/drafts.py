"""The draft of a report: what entries say of its lines, and writing what changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any
from uuid import UUID

from django.utils import timezone

from tongchou.domain.report.figure import LONGEST, Figure, read_figure
from tongchou.domain.report.refusals import TooLong
from tongchou.domain.report.statement import Sealed, Statement
from tongchou.domain.shared.findings import Finding, Position
from tongchou.domain.shared.text import printable

from .lines import ReportLine
from .models import Report
from .models import Statement as Row

MOST_WORDS = 2000
LONGEST_UNIT = 32
FIELDS = tuple(field.name for field in fields(Statement) if field.name != "evidence")


@dataclass(frozen=True, slots=True)
class Written:
    """A line and the statement it is to have."""

    line: ReportLine
    stated: Statement

    @property
    def key(self) -> str:
        return self.line.asked.key


def written(lines: Sequence[ReportLine], entries: Iterable[Mapping[str, Any]]) -> list[Written]:
    """The entries beside their lines. Raises ValueError for a target the report does not ask."""
    by_target = {line.asked.target: line for line in lines}
    found = []
    for entry in entries:
        line = by_target.get(UUID(str(entry["target"])))
        if line is None:
            raise ValueError(f"not asked of this report: {entry['target']}")
        found.append(Written(line, statement(line, entry)))
    return found


def statement(line: ReportLine, entry: Mapping[str, Any]) -> Statement:
    """What an entry states. Fields it does not name are blank; "no change" repeats the last

    period where nothing else is typed beside it, and a stage that stands keeps its day.
    """
    given = {name: entry[name] for name in FIELDS if entry.get(name) is not None}
    stated = replace(Statement(unit=line.asked.printed_unit), **given)
    if line.asked.rung(stated.rung) is None:
        stated = replace(stated, rung=None)
    if line.last is not None and stated.rung == line.last.rung and stated.reached_on is None:
        stated = replace(stated, reached_on=line.last.reached_on)
    stated = replace(
        stated,
        value=_clean(stated.value),
        unit=_clean(stated.unit),
        words=_clean(stated.words),
        problems=_clean(stated.problems),
        evidence=line.stated.evidence,
    )
    if stated.no_change and line.last is not None and _nothing_else(stated, line, line.last):
        repeated = line.last.repeated()
        return replace(
            repeated, words=stated.words, problems=stated.problems, evidence=stated.evidence
        )
    return stated


def _clean(text: str) -> str:
    return printable(text).strip()


def _nothing_else(stated: Statement, line: ReportLine, last: Sealed) -> bool:
    """Whether nothing is typed beside "no change", or the same again."""
    figure = read_figure(stated.value, stated.unit, line.asked.unit)
    same_figure = isinstance(figure, Figure) and figure.value == last.value
    same_rung = stated.rung in {None, last.rung}
    return (not stated.value or same_figure) and same_rung


def is_blank(stated: Statement) -> bool:
    """Whether a line states neither a figure nor a stage nor that there is none."""
    return not (stated.value or stated.rung or stated.none_yet or stated.no_change)


def too_long(rows: Iterable[Written]) -> Finding | None:
    """The first text that is too long to keep."""
    for row in rows:
        limits = (
            (row.stated.value, LONGEST),
            (row.stated.unit, LONGEST_UNIT),
            (row.stated.words, MOST_WORDS),
            (row.stated.problems, MOST_WORDS),
        )
        for text, most in limits:
            if len(text) > most:
                return TooLong(Position(where=row.key), length=len(text), most=most)
    return None


def changed(rows: Iterable[Written]) -> list[Written]:
    """Those that differ from what is stored."""
    return [row for row in rows if row.stated != row.line.stated]


def write(report: Report, rows: Iterable[Written]) -> None:
    now = timezone.now()
    made = [
        Row(
            report=report,
            target=row.line.target,
            value=row.stated.value,
            unit=row.stated.unit,
            rung_id=_rung_key(row),
            reached_on=row.stated.reached_on,
            no_change=row.stated.no_change,
            none_yet=row.stated.none_yet,
            words=row.stated.words,
            problems=row.stated.problems,
            saved_at=now,
        )
        for row in rows
    ]
    stored = [*FIELDS, "saved_at"]
    Row.objects.bulk_create(
        made, update_conflicts=True, unique_fields=["report", "target"], update_fields=stored
    )


def _rung_key(row: Written) -> int | None:
    rungs = row.line.target.rungs.all()
    return next((rung.pk for rung in rungs if rung.uuid == row.stated.rung), None)
