"""Something due before the notice was issued, within the years it is for.

Caught 3月底前 in the golden notice of flaws, which was signed in April.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import deadlines_in, years_of
from tongchou.domain.programme.lint.where import at_cell
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.periods import PeriodKind
from tongchou.domain.shared.text import Text


class DueBeforeNotice(Finding):
    code = "N135"
    severity = Severity.WARNING
    title = Text(
        "时限早于发文日期",
        "Due before the notice",
    )
    template = Text(
        "任务 {number}（{name}）要求“{period}”，早于发文日期 {date}。",
        "Task {number} ({name}) is due “{period}”, before the date of the notice, {date}.",
    )
    remedy = Text(
        "请核实是否已完成：已完成的注明，未完成的改时限。",
        "Find out whether it is done: if so say it, else give it a new deadline.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    issued, years = programme.header.date, years_of(programme)
    for task in programme.tasks if issued else ():
        names = {"number": task.number, "name": task.name, "date": issued}
        end = task.period.end if task.period.kind in _HARD else None
        if end and years and end.year < years[0]:
            continue
        if end and issued and end < issued:
            yield DueBeforeNotice(at_cell(task, "period"), period=task.period.text, **names)
            continue
        named = deadlines_in(task.target, programme.year)
        past = [day for day in named if day.end and issued and day.end < issued]
        if past:
            yield DueBeforeNotice(at_cell(task, "target"), period=past[0].text, **names)


_HARD = {PeriodKind.DEADLINE, PeriodKind.RANGE}
