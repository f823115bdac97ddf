"""A project whose place the text does not say, so that each party might report it.

Caught the three reservoirs of task 9 of 万州府办发〔2023〕12号.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import numbers, quoted, with_targets
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.reading.places import Places
from tongchou.domain.programme.target import Target
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.jurisdictions import known_registry
from tongchou.domain.shared.text import Text


class PlaceOfProjectOpen(Finding):
    code = "N130"
    severity = Severity.INFO
    title = Text("项目所在地不明", "Where a project lies is not said")
    template = Text(
        "任务 {tasks} 的项目“{project}”没有写明所在地区，暂列全部责任地区。",
        "Task {tasks} does not say where its project “{project}” lies; all its jurisdictions "
        "are proposed.",
    )
    remedy = Text(
        "请确认由哪个地区填报这个项目。", "Confirm which jurisdiction reports on this project."
    )


def check(programme: Programme) -> Iterator[Finding]:
    named = Places(programme.participants, known_registry()).named_in
    aliases = {project.name: project.names for project in programme.projects}
    seen: set[str] = set()
    for task, targets in with_targets(programme):
        found: dict[str, Target] = {}
        for target in targets:
            name = target.project
            if name and name not in seen and len(target.jurisdictions) > 1:
                seen.add(name)
                if not any(named(alias) for alias in (name, *aliases.get(name, ()))):
                    found[name] = target
        if found:
            where = at_span(task, "target", next(iter(found.values())).spans)
            projects = "”“".join(map(quoted, found))
            yield PlaceOfProjectOpen(where, tasks=numbers([task]), project=projects)
