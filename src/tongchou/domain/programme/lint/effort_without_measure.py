"""An effort (力争, 争取) for which neither a figure nor a day is named.

Caught, in 万州府办发〔2023〕12号, a road that is only to be striven for in plans of the province.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import shortened, with_targets
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Effort, Target
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class EffortWithoutMeasure(Finding):
    code = "N156"
    severity = Severity.INFO
    title = Text("努力类目标没有尺度", "An effort without a measure")
    template = Text(
        "任务 {number}（{name}）的“{text}”是努力方向，没有数量和日期。",
        "In task {number} ({name}) “{text}” is an effort without a figure or a day.",
    )
    remedy = Text(
        "请约定做到什么算尽力，例如报送、受理的日期。",
        "Agree on what shows the effort, such as the day it is handed in or accepted.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    for task, targets in with_targets(programme):
        for target in targets:
            if target.effort is Effort.EFFORT and not target.quantity and not _planned(target):
                yield EffortWithoutMeasure(
                    at_span(task, "target", target.spans),
                    number=task.number,
                    name=task.name,
                    text=shortened(target.text),
                )


def _planned(target: Target) -> bool:
    return bool(target.ladder and any(rung.planned for rung in target.ladder.rungs))
