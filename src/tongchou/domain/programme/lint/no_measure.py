"""A target that holds no figure at all.

Caught sixteen of the twenty-five targets of 万州府办发〔2023〕12号.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import with_targets
from tongchou.domain.programme.lint.where import at_cell
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class NoMeasure(Finding):
    code = "N120"
    severity = Severity.WARNING
    title = Text("目标没有量化指标", "A target without a measure")
    template = Text(
        "任务 {number}（{name}）的目标没有数量，只能按阶段衡量。",
        "The target of task {number} ({name}) holds no figure; it can only be measured by stages.",
    )
    remedy = Text(
        "请为阶段填写计划日期和佐证要求，或与责任单位商定数量。",
        "Give its stages planned dates and proof, or agree on a figure with its organizations.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    for task, targets in with_targets(programme):
        if targets and not any(target.quantity or target.checklist for target in targets):
            yield NoMeasure(at_cell(task, "target"), number=task.number, name=task.name)
