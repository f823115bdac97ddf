"""A government that the text binds and that has no organization on the task.

Caught 云阳 in ten tasks of 万州府办发〔2023〕12号: four places promise, three have organs;
and 达州 in the name of task 4.
"""

from collections.abc import Iterator

from tongchou.domain.notice.document import Span
from tongchou.domain.programme.lint.parts import with_targets
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.reading.places import Places
from tongchou.domain.programme.target import Target
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.jurisdictions import known_registry
from tongchou.domain.shared.text import Text

Named = dict[str, tuple[str, tuple[Span, ...]]]


class AbsentJurisdiction(Finding):
    code = "N124"
    severity = Severity.WARNING
    title = Text("文中提到的地区没有责任单位", "A jurisdiction named without an organization")
    template = Text(
        "任务 {number}（{name}）的{cell}涉及{jurisdiction}，但责任单位中没有{jurisdiction}的单位。",
        "The {cell} of task {number} ({name}) concerns {jurisdiction}, "
        "which has no organization among those responsible.",
    )
    remedy = Text(
        "请商定由谁填报：邀请该地区填报，或由某一方代报并注明来源。",
        "Agree on who reports: invite that jurisdiction, or let a party report for it with the "
        "source named.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    """Silent where a task has an organization whose government is not clear: it may be that one."""
    places = Places(programme.participants, known_registry())
    for task, targets in with_targets(programme):
        if not task.organizations or any(o.jurisdiction is None for o in task.organizations):
            continue
        for short, (cell, spans) in _named(task, targets, places).items():
            if short not in task.jurisdictions:
                yield AbsentJurisdiction(
                    at_span(task, cell, spans),
                    jurisdiction=short,
                    cell=_CELLS[cell],
                    number=task.number,
                    name=task.name,
                )


_CELLS = {
    "target": Text("目标", "target"),
    "name": Text("名称", "name"),
    "scope": Text("主要内容", "scope"),
}


def _named(task: Task, targets: tuple[Target, ...], places: Places) -> Named:
    """Each government that is bound by a target or named beside it, and where first."""
    found: Named = {}
    for target in targets:
        for short in target.jurisdictions:
            found.setdefault(short, ("target", target.spans))
    for cell, text in (("name", task.name), ("scope", task.scope)):
        for short in places.named_in(text):
            found.setdefault(short, (cell, ()))
    return found
