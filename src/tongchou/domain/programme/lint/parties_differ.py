"""A name that speaks of fewer governments than its target: 万达开 above, 万达开云 below.

Caught 组建万达开职业教育联盟 of 万州府办发〔2023〕12号, whose target founds one of four places.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import numbers
from tongchou.domain.programme.lint.where import at_tasks
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.reading.places import Places
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.jurisdictions import known_registry
from tongchou.domain.shared.text import Text


class PartiesDiffer(Finding):
    code = "N170"
    severity = Severity.INFO
    title = Text("名称与目标所列地区不同", "Name and target name different governments")
    template = Text(
        "任务 {tasks} 的名称与目标所列地区不同。",
        "The name and the target of task {tasks} name different governments.",
    )
    remedy = Text("请明确参加的地区。", "Say which governments take part.")


def check(programme: Programme) -> Iterator[Finding]:
    named = Places(programme.participants, known_registry()).named_in
    found = []
    for task in programme.tasks:
        first, second = set(named(task.name)), set(named(task.target))
        if len(first) > 1 and first < second:
            found.append(task)
    if found:
        yield PartiesDiffer(at_tasks(found, "target"), tasks=numbers(found))
