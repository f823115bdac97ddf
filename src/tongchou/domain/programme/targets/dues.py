"""By which day a promise is to be kept: as its own words say, else as its task's period does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tongchou.domain.programme.targets.ladders import Dated
from tongchou.domain.shared.periods import Period, PeriodKind, find_periods

_HARD = {PeriodKind.DEADLINE, PeriodKind.RANGE}


@dataclass(frozen=True, slots=True)
class Slice:
    """The part of a task's period in the programme's year; `hard` unless the period is soft."""

    start: date
    end: date
    hard: bool
    latest: date

    @classmethod
    def of(cls, period: Period, year: int | None) -> "Slice | None":
        """None without a year, or where the period lies outside it."""
        if year is None:
            return None
        start, end = date(year, 1, 1), date(year, 12, 31)
        hard = period.kind in _HARD and period.end is not None
        latest = end
        if hard and period.end:
            start, latest = max(start, period.start or start), max(end, period.end)
            end = min(end, period.end)
        return cls(start, end, hard, latest) if start <= end else None


def named_day(text: str, year: int | None) -> date | None:
    """The last day of the first deadline a text names."""
    return next((period.end for _, _, period in _hard_periods(text, year)), None)


def dated_parts(text: str, year: int | None, latest: date | None) -> list[Dated]:
    """A promise cut at the days it names: 6月底前开工，年底前投用 has two parts, each with its day.

    A part whose day is behind `latest` is another year's promise and left out.
    """
    found = list(_hard_periods(text, year))
    if not found:
        return [(text, None)]
    starts = [start for start, _, _ in found]
    parts: list[Dated] = []
    head = text[: starts[0]]
    for (_, end, period), until in zip(found, [*starts[1:], len(text)], strict=True):
        if latest is None or (period.end is not None and period.end <= latest):
            parts.append((head + text[end:until], period.end))
        head = ""
    return parts


def _hard_periods(text: str, year: int | None) -> Iterator[tuple[int, int, Period]]:
    for start, end, period in find_periods(text, year):
        if period.kind in _HARD and period.end:
            yield start, end, period
