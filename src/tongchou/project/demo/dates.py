"""The demo's year: its business date and the dates of its reporting periods."""

from datetime import date, timedelta

from tongchou.domain.report.period import Calendar, next_month

BUSINESS_DATE = date(2023, 10, 20)
CONFIRMED_ON = date(2023, 4, 3)
BASELINE = Calendar(
    start=date(2023, 1, 1),
    end=date(2023, 3, 31),
    opens=CONFIRMED_ON,
    due=date(2023, 4, 12),
    closes=date(2023, 4, 18),
)
"""The notice is of 29 March, so the first reports state where everyone stood at its month's end."""


def calendars() -> list[Calendar]:
    """The baseline, then every month whose reports are open by the business date."""
    made = [BASELINE]
    while (following := next_month(made[-1].end)).opens <= BUSINESS_DATE:
        made.append(following)
    return made


def days_between(first: date, last: date) -> list[date]:
    """Every day from the first to the last, both counted."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
