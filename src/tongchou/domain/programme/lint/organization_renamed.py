"""An organ under a name that a reform had ended by the date of the notice, or not yet brought.

Caught 国土资源局 in a list of 2024 that was copied from an older one, in the golden notice of
flaws.
"""

from collections.abc import Iterator
from datetime import date

from tongchou.domain.programme.lint.parts import by_printed, numbers
from tongchou.domain.programme.lint.where import at_organization
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Organization
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.organizations import NameValidity, name_validity
from tongchou.domain.shared.text import Text


class OrganizationRenamed(Finding):
    code = "N159"
    severity = Severity.WARNING
    title = Text("单位名称与发文时间不符", "An organization under a name of another time")
    template = Text(
        "“{name}”这一名称在发文日期 {date} {state}（任务 {tasks}）。",
        "On the date of the notice, {date}, the name “{name}” {state} (task {tasks}).",
    )
    remedy = Text("请按现行机构名称填写。", "Use the name the organ has now.")


def check(programme: Programme) -> Iterator[Finding]:
    issued = programme.header.date
    governments = {p.short: p.name for p in programme.participants}
    for printed, places in by_printed(programme).items() if issued else ():
        task, organ = places[0]
        validity = _validity(organ, governments.get(organ.jurisdiction or "", ""))
        state = _state(validity, issued) if validity and issued else None
        if state:
            tasks = numbers(task for task, _ in places)
            where = at_organization(task, organ)
            yield OrganizationRenamed(where, name=printed, date=issued, state=state, tasks=tasks)


def _validity(organ: Organization, government: str) -> NameValidity | None:
    """By the name without its government, as it is printed or written out."""
    names = (organ.name.removeprefix(government), organ.printed, organ.printed[1:])
    return next((found for name in names if (found := name_validity(name))), None)


def _state(validity: NameValidity, issued: date) -> Text | None:
    if validity.until and validity.until < issued:
        zh, en = (
            (f"，现为{validity.now}", f"; it is {validity.now} now") if validity.now else ("", "")
        )
        return Text(f"已停用{zh}", f"was no longer in use{en}")
    if validity.since and issued < validity.since:
        return Text("尚未启用", "was not yet in use")
    return None
