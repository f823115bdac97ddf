"""Percentages of parts of one work without the weights that would make them one figure.

Caught 土地拆迁80%、路基10%、桥梁5%、隧道5% of 万州府办发〔2023〕12号.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import QuantityRole
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class PercentWithoutWeights(Finding):
    code = "N142"
    severity = Severity.WARNING
    title = Text("分部位进度没有权重", "Percentages of parts without weights")
    template = Text(
        "任务 {number}（{name}）按部位写了 {count} 个百分比，没有权重，合不成总进度。",
        "Task {number} ({name}) gives {count} percentages by part without weights: they make "
        "no whole.",
    )
    remedy = Text(
        "请确定各部位权重，或约定按部位分别评。",
        "Agree on weights, or that each part is judged by itself.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    for task in programme.tasks:
        parts = [q for q in task.quantities if q.role is QuantityRole.PROGRESS]
        if len(parts) > 1 and "权重" not in task.target:
            yield PercentWithoutWeights(
                at_span(task, "target", parts[0].spans),
                number=task.number,
                name=task.name,
                count=len(parts),
            )
