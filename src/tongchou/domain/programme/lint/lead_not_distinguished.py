"""Organizations in one column: who leads and who assists is not said.

Caught the column 责任单位 of 万州府办发〔2023〕12号; one finding for the whole notice.
"""

from collections.abc import Iterator

from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Role
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class LeadNotDistinguished(Finding):
    code = "N123"
    severity = Severity.WARNING
    title = Text("没有区分牵头单位", "Leads are not distinguished")
    template = Text(
        "附件的责任单位没有区分牵头和配合（共 {count} 项任务）。",
        "The annex does not tell leads and assistants apart ({count} tasks).",
    )
    remedy = Text(
        "请逐项确认各地区的填报单位；系统暂取各地区排在最前的单位。",
        "Confirm who answers for each jurisdiction; the first one printed for it is proposed.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    roles = {organization.role for task in programme.tasks for organization in task.organizations}
    if Role.RESPONSIBLE in roles and Role.LEAD not in roles:
        yield LeadNotDistinguished(Position(where="责任单位"), count=len(programme.tasks))
