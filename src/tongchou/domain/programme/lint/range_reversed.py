"""A range whose end is below its start.

Caught 10—5家 in the golden notice of flaws.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class RangeReversed(Finding):
    code = "N154"
    severity = Severity.ERROR
    title = Text("区间前后颠倒", "A range the wrong way round")
    template = Text(
        "任务 {number}（{name}）的“{text}”前大后小。",
        "In task {number} ({name}) “{text}” ends below its start.",
    )
    remedy = Text("请核实两个数和单位。", "Check the two figures and the unit.")


def check(programme: Programme) -> Iterator[Finding]:
    for task in programme.tasks:
        for quantity in task.quantities:
            if quantity.upper is not None and quantity.upper < quantity.value:
                where = at_span(task, str(quantity.field), quantity.spans)
                yield RangeReversed(where, number=task.number, name=task.name, text=quantity.text)
