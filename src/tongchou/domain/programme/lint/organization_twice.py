"""One organization twice on a task, often as lead and as assistant.

Caught a lead that assists itself in the golden notice of flaws.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.where import at_organization
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.organizations import is_group
from tongchou.domain.shared.text import Text


class OrganizationTwice(Finding):
    code = "N151"
    severity = Severity.WARNING
    title = Text("同一任务里单位重复", "An organization twice on a task")
    template = Text(
        "任务 {number}（{name}）里“{organization}”列了两次。",
        "Task {number} ({name}) lists “{organization}” twice.",
    )
    remedy = Text("请只保留一次，并明确是牵头还是配合。", "Keep it once, as lead or as assistant.")


def check(programme: Programme) -> Iterator[Finding]:
    for task in programme.tasks:
        seen: set[str] = set()
        for organ in task.organizations:
            if organ.name in seen and not is_group(organ.printed):
                yield OrganizationTwice(
                    at_organization(task, organ),
                    number=task.number,
                    name=task.name,
                    organization=organ.printed,
                )
            seen.add(organ.name)
