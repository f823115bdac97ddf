"""Several leads of one government on a task: who reports is not said. One finding for the notice.

Caught two leads of one city in a task of the golden notice of flaws.
"""

from collections import Counter
from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import numbers
from tongchou.domain.programme.lint.where import at_tasks
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Role, Task
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class SeveralLeads(Finding):
    code = "N152"
    severity = Severity.INFO
    title = Text("同一地区有几个牵头单位", "Several leads of one government")
    template = Text(
        "任务 {tasks} 的同一地区有不止一个牵头单位。",
        "Task {tasks} has more than one lead of the same government.",
    )
    remedy = Text(
        "请确认由哪一个填报；系统暂取排在最前的。",
        "Confirm which of them reports; the first is proposed.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    found = [task for task in programme.tasks if _most_leads(task) > 1]
    if found:
        yield SeveralLeads(at_tasks(found, "lead"), tasks=numbers(found))


def _most_leads(task: Task) -> int:
    leads = Counter(o.jurisdiction for o in task.organizations if o.role is Role.LEAD)
    return max(leads.values(), default=0)
