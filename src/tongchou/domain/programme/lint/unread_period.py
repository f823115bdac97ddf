"""A period that is printed and cannot be read.

Caught 条件成熟时 in the golden notice of flaws.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.where import at_cell
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.periods import PeriodKind
from tongchou.domain.shared.text import Text


class UnreadPeriod(Finding):
    code = "N122"
    severity = Severity.WARNING
    title = Text("时限无法识别", "A period that cannot be read")
    template = Text(
        "任务 {number}（{name}）的时限“{period}”无法识别。",
        "The period of task {number} ({name}), “{period}”, cannot be read.",
    )
    remedy = Text("请在确认时填写起止日期。", "Fill in its dates when confirming.")


def check(programme: Programme) -> Iterator[Finding]:
    for task in programme.tasks:
        if task.period.kind is PeriodKind.UNKNOWN and task.period.text:
            names = {"number": task.number, "name": task.name}
            yield UnreadPeriod(at_cell(task, "period"), period=task.period.text, **names)
