"""The names of reporting periods, and the dates proposed for the next one."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tongchou.domain.programme.target import Cadence
from tongchou.domain.shared.periods import month_end
from tongchou.domain.shared.text import Text

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
OPENS_ON = 20
DUE_ON = 5
CLOSES_ON = 10
DAYS_TO_ANSWER = 10
DAYS_OF_GRACE = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of one period, all inclusive."""

    start: date
    end: date
    opens: date
    due: date
    closes: date


def period_name(kind: str, end: date) -> Text:
    """基线（2023年3月31日） for a baseline, 2023年4月 for a month."""
    month = MONTHS[end.month - 1]
    if kind == "baseline":
        return Text(
            f"基线（{end.year}年{end.month}月{end.day}日）",
            f"Baseline ({end.day} {month} {end.year})",
        )
    return Text(f"{end.year}年{end.month}月", f"{month} {end.year}")


CADENCES = {Cadence.MONTH: 1, Cadence.QUARTER: 3, Cadence.HALF_YEAR: 6, Cadence.YEAR: 12}
"""How many months each is long; its last month asks for it."""


def asked_for(kind: str, end: date) -> tuple[Cadence, ...]:
    """The cadences whose targets a period asks for: a month those that end with it; a baseline,

    where everybody stands, all.
    """
    if kind != "month":
        return tuple(CADENCES)
    return tuple(cadence for cadence, months in CADENCES.items() if end.month % months == 0)


def next_month(after: date) -> Calendar:
    """The month after a date: open from its 20th, due on the 5th, closed after the 10th."""
    start = month_end(after) + timedelta(days=1)
    end = month_end(start)
    following = end + timedelta(days=1)
    return Calendar(
        start=start,
        end=end,
        opens=start.replace(day=OPENS_ON),
        due=following.replace(day=DUE_ON),
        closes=following.replace(day=CLOSES_ON),
    )


def proposed(after: date, on: date) -> Calendar:
    """The month after a date; one that would be closed already is taken from today on."""
    calendar = next_month(after)
    if on <= calendar.closes:
        return calendar
    due = on + timedelta(days=DAYS_TO_ANSWER)
    return replace(calendar, opens=on, due=due, closes=due + timedelta(days=DAYS_OF_GRACE))


def first_proposed(start: date, end: date, on: date) -> Calendar:
    """The last whole month of a programme by a day; before there is one, its first."""
    by = min(on, end + timedelta(days=1)).replace(day=1) - timedelta(days=1)
    before = by.replace(day=1) - timedelta(days=1)
    return proposed(max(before, start - timedelta(days=1)), on)
