"""A government that signed and has no organization on any task.

Caught a signatory left out of every task in the golden notice of flaws.
"""

from collections.abc import Iterator

from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class ParticipantWithoutTask(Finding):
    code = "N150"
    severity = Severity.WARNING
    title = Text("签署方没有任务", "A signatory without tasks")
    template = Text(
        "{name}签署了通知，但没有一项任务有它的单位。",
        "{name} signed the notice, but no task has an organization of it.",
    )
    remedy = Text(
        "请补充其责任单位，或说明它不承担任务。",
        "Add its organizations, or say that it has no part.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    """Silent where an organization's government is not clear: it may be the missing one."""
    busy = {organ.jurisdiction for task in programme.tasks for organ in task.organizations}
    for participant in programme.participants if busy and None not in busy else ():
        if participant.signed and participant.short not in busy:
            yield ParticipantWithoutTask(Position(where="责任单位"), name=participant.name)
