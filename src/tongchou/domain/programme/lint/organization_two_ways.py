"""One organ under a long and a short name: 发展改革委 and 发改委 of the same government.

Caught 发展改革委 beside 发改委 in the golden notice of flaws.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from tongchou.domain.programme.lint.parts import numbers
from tongchou.domain.programme.lint.where import at_organization
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Organization, Task
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.organizations import is_group
from tongchou.domain.shared.text import Text


class OrganizationTwoWays(Finding):
    code = "N145"
    severity = Severity.INFO
    title = Text("同一单位有两种写法", "An organization written two ways")
    template = Text(
        "{jurisdiction}的“{one}”与“{other}”可能是同一单位（任务 {first}；任务 {second}）。",
        "“{one}” and “{other}” of {jurisdiction} may be one organization (task {first}; task "
        "{second}).",
    )
    remedy = Text(
        "请统一名称；确是两个单位的不必改。", "Use one name; leave it where they are two."
    )


def check(programme: Programme) -> Iterator[Finding]:
    for names in _alike(programme).values():
        for one, other in _pairs(names):
            task, organ = names[other][0]
            yield OrganizationTwoWays(
                at_organization(task, organ),
                jurisdiction=organ.jurisdiction,
                one=one,
                other=other,
                first=numbers(task for task, _ in names[one]),
                second=numbers(task for task, _ in names[other]),
            )


Names = dict[str, list[tuple[Task, Organization]]]
_MOST = 40


def _alike(programme: Programme) -> dict[tuple[object, ...], Names]:
    """Names by government, function, kind and last character: only these can be one organ."""
    found: dict[tuple[object, ...], Names] = defaultdict(lambda: defaultdict(list))
    for task in programme.tasks:
        for organ in task.organizations:
            if organ.jurisdiction and not is_group(organ.printed):
                key = (organ.jurisdiction, organ.function, organ.kind, organ.name[-1:])
                found[key][organ.name].append((task, organ))
    return found


def _pairs(names: Names) -> Iterator[tuple[str, str]]:
    for one, other in combinations(list(names)[:_MOST], 2):
        together = {task.number for task, _ in names[one]} & {t.number for t, _ in names[other]}
        short, long = sorted((one, other), key=len)
        if not together and len(short) < len(long) and _abbreviates(short, long):
            yield one, other


def _abbreviates(short: str, long: str) -> bool:
    """Every character of the short name stands in the long one, in order."""
    rest = iter(long)
    return all(character in rest for character in short)
