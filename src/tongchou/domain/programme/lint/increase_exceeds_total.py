"""An increase above the total it is a part of: what was there before would be below zero.

Made for 新增15亿方，总量达到145亿方 of 万州府办发〔2023〕12号, whose base of 130 is sound;
caught the opposite in the golden notice of flaws.
"""

from collections.abc import Iterator
from itertools import pairwise

from tongchou.domain.programme.lint.figures import RATES, Placed, sentences_of_tasks
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.lint.words import pattern
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class IncreaseExceedsTotal(Finding):
    code = "N138"
    severity = Severity.WARNING
    title = Text("新增超过总量", "An increase above its total")
    template = Text(
        "任务 {number}（{name}）：新增“{increase}”大于总量“{total}”，原有基数成了负数。",
        "Task {number} ({name}): the increase “{increase}” is above the total “{total}”, "
        "which leaves a base below zero.",
    )
    remedy = Text("请核实两个数及其单位。", "Check both figures and their units.")


def check(programme: Programme) -> Iterator[Finding]:
    for task, cell, sentence in sentences_of_tasks(programme):
        for pair in pairwise(sentence.figures):
            for increase, total in (pair, pair[::-1]):
                first, second = increase.quantity, total.quantity
                if _belong(increase, total) and first.value > second.value:
                    yield IncreaseExceedsTotal(
                        at_span(task, cell, first.spans),
                        number=task.number,
                        name=task.name,
                        increase=first.text,
                        total=second.text,
                    )


def _belong(increase: Placed, total: Placed) -> bool:
    """An increase beside the total of the same thing; 累计新增 is no such total."""
    grows, whole = pattern("increase"), pattern("totals")
    unit = increase.quantity.unit
    return (
        bool(grows.search(increase.before) and whole.search(total.before))
        and not grows.search(total.before)
        and unit == total.quantity.unit
        and unit not in RATES
    )
