"""An area of the annex under which no task stands.

Caught an empty area in the golden notice of flaws.
"""

from collections.abc import Iterator

from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class AreaWithoutTask(Finding):
    code = "N164"
    severity = Severity.WARNING
    title = Text("领域没有任务", "An area without tasks")
    template = Text("领域“{name}”下没有任务。", "No task stands in the area “{name}”.")
    remedy = Text("请核对是否漏读或漏列。", "Check whether a task was left out.")


def check(programme: Programme) -> Iterator[Finding]:
    filled = {task.area for task in programme.tasks}
    for area in programme.areas if programme.tasks else ():
        if area.number not in filled:
            span = next(iter(area.spans), None)
            where = f"领域 {area.number}"
            position = span.position(where) if span else Position(where=where)
            yield AreaWithoutTask(position, name=area.name)
