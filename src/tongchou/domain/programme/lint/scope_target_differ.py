"""A target that is larger than the whole its task describes.

Caught 6个 in the target beside 4个 in the scope, in the golden notice of flaws; a target
below the whole may be its slice.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.bounds import differing
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class ScopeTargetDiffer(Finding):
    code = "N137"
    severity = Severity.WARNING
    title = Text("目标超过主要内容的数", "A target above its scope")
    template = Text(
        "任务 {number}（{name}）的主要内容写“{subject}{scope}”，目标写“{target}”。",
        "The scope of task {number} ({name}) says “{subject}{scope}”, its target “{target}”.",
    )
    remedy = Text("请核实以哪个数为准。", "Find out which of the two holds.")


def check(programme: Programme) -> Iterator[Finding]:
    for task in programme.tasks:
        for target, scope in differing(task):
            if target.value > scope.value:
                yield ScopeTargetDiffer(
                    at_span(task, "target", target.spans),
                    subject=scope.subject,
                    scope=scope.text,
                    target=target.text,
                    number=task.number,
                    name=task.name,
                )
