"""A task that nobody would report on; one finding where no task has an organization.

Caught a row of the golden notice of flaws whose cells of organizations were lost in pasting.
"""

from collections.abc import Iterator

from tongchou.domain.notice.findings import NobodyNamed
from tongchou.domain.programme.lint.parts import numbers
from tongchou.domain.programme.lint.where import at_organizations, at_tasks
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class NoOrganization(Finding):
    code = "N127"
    severity = Severity.ERROR
    title = Text("没有责任单位", "A task without organizations")
    template = Text(
        "任务 {tasks} 没有责任单位，无人填报。",
        "Task {tasks} has no organization: nobody would report.",
    )
    remedy = Text("请补充责任单位。", "Add the organizations responsible.")


def check(programme: Programme) -> Iterator[Finding]:
    """Nothing where the reading has said of the whole notice that it names nobody."""
    without = [task for task in programme.tasks if not task.organizations]
    if NobodyNamed.code in {finding.code for finding in programme.findings}:
        return
    if len(without) == len(programme.tasks) > 1:
        yield NoOrganization(at_tasks(without, "responsible"), tasks=numbers(without))
        return
    for task in without:
        yield NoOrganization(at_organizations(task), tasks=task.number)
