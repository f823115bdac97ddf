"""Organizations that are not named: 有关部门, 各镇街, 相关企业. Nobody among them will report.

Caught 有关企业 in task 7 of the golden notice.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import by_printed, numbers
from tongchou.domain.programme.lint.where import at_organization
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.organizations import is_group
from tongchou.domain.shared.text import Text


class UnnamedCollective(Finding):
    code = "N126"
    severity = Severity.WARNING
    title = Text("责任单位是泛指", "Unnamed organizations")
    template = Text(
        "“{name}”没有具体到单位（任务 {tasks}）。",
        "“{name}” names no single organization (task {tasks}).",
    )
    remedy = Text("请明确到具体单位。", "Name the organizations one by one.")


def check(programme: Programme) -> Iterator[Finding]:
    for printed, places in by_printed(programme).items():
        if is_group(printed):
            tasks = numbers(task for task, _ in places)
            yield UnnamedCollective(at_organization(*places[0]), name=printed, tasks=tasks)
