"""A target that names a later day than the task it stands in.

Caught 12月底 in the target of a task whose period ends in September, in the notice of flaws.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import deadlines_in
from tongchou.domain.programme.lint.where import at_cell
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.periods import PeriodKind
from tongchou.domain.shared.text import Text


class DueAfterPeriod(Finding):
    code = "N165"
    severity = Severity.WARNING
    title = Text(
        "目标时间晚于任务时限",
        "A target later than its task",
    )
    template = Text(
        "任务 {number}（{name}）的目标写“{day}”，而任务时限是“{period}”。",
        "The target of task {number} ({name}) says “{day}”, but the task ends “{period}”.",
    )
    remedy = Text(
        "请统一目标时间与任务时限。",
        "Make the target and the period of the task agree.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    for task in programme.tasks:
        end = task.period.end
        if end is None or task.period.kind not in _HARD:
            continue
        late = [p for p in deadlines_in(task.target, end.year) if p.end and p.end > end]
        if late:
            names = {"number": task.number, "name": task.name, "period": task.period.text}
            yield DueAfterPeriod(at_cell(task, "target"), day=late[0].text, **names)


_HARD = {PeriodKind.DEADLINE, PeriodKind.RANGE}
