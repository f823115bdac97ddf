"""A period that does not touch the years the programme is for.

Caught 2023年底 in the golden notice of flaws for 2024, left over from the year before.
"""

from collections.abc import Iterator
from datetime import date

from tongchou.domain.programme.lint.parts import spelled, years_of
from tongchou.domain.programme.lint.where import at_cell
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class PeriodOutside(Finding):
    code = "N133"
    severity = Severity.WARNING
    title = Text(
        "时限不在方案年度内",
        "A period outside the programme",
    )
    template = Text(
        "任务 {number}（{name}）的时限“{period}”不在方案年度（{years}）内。",
        "The period of task {number} ({name}), “{period}”, lies outside the years of the "
        "programme ({years}).",
    )
    remedy = Text(
        "请核对年份；往年事项请改列或删去。",
        "Check the year; move or drop what belongs to another year.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    years = years_of(programme)
    for task in programme.tasks if years else ():
        start, end = task.period.start, task.period.end
        if years and (_before(end, years[0]) or _behind(start, years[1])):
            names = {"number": task.number, "name": task.name, "period": task.period.text}
            yield PeriodOutside(at_cell(task, "period"), years=spelled(years), **names)


def _before(end: date | None, first: int) -> bool:
    return end is not None and end.year < first


def _behind(start: date | None, last: int) -> bool:
    return start is not None and start.year > last
