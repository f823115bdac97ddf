"""Words in an organ's place that are not formed like one, or whose government is not clear.

Caught words pasted into the column of organizations, in the golden notice of flaws.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import by_printed, numbers, quoted
from tongchou.domain.programme.lint.where import at_organization
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Organization, Task
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.organizations import is_group, is_organ
from tongchou.domain.shared.text import Text


class UnknownOrganization(Finding):
    code = "N125"
    severity = Severity.WARNING
    title = Text("单位无法识别", "An organization that is not recognized")
    template = Text(
        "“{name}”不像单位名称，或看不出属于哪个地区（任务 {tasks}）。",
        "“{name}” is not formed like an organ's name, or its jurisdiction is not clear "
        "(task {tasks}).",
    )
    remedy = Text("请在确认时选定单位和所属地区。", "Choose the organization and its jurisdiction.")


def check(programme: Programme) -> Iterator[Finding]:
    """Where no government is known, organs without one are said together."""
    homeless: Places = {}
    for printed, places in by_printed(programme).items():
        doubtful = [(task, organ) for task, organ in places if not _clear(organ)]
        if not doubtful or is_group(printed):
            continue
        if is_organ(printed) and not programme.participants:
            homeless[printed] = doubtful
        else:
            yield _said(quoted(printed), doubtful)
    if homeless:
        names = "、".join([*homeless][:_SHOWN]) + ("…" if len(homeless) > _SHOWN else "")
        yield _said(names, [place for places in homeless.values() for place in places])


Places = dict[str, list[tuple[Task, Organization]]]
_SHOWN = 3


def _said(name: str, places: list[tuple[Task, Organization]]) -> UnknownOrganization:
    tasks = numbers(task for task, _ in places)
    return UnknownOrganization(at_organization(*places[0]), name=name, tasks=tasks)


def _clear(organization: Organization) -> bool:
    return organization.jurisdiction is not None and is_organ(organization.printed)
