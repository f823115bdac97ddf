"""A rate that ends at the whole and is promised above it.

Caught 污水处理率达到120% in the golden notice of flaws; growth and gross rates may pass 100%.
"""

import re
from collections.abc import Iterator

from tongchou.domain.programme.lint.figures import sentences_of_tasks, thing
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.lint.words import any_of
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import QuantityRole
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class ShareOverAll(Finding):
    code = "N155"
    severity = Severity.WARNING
    title = Text("比率超过百分之百", "A rate above the whole")
    template = Text(
        "任务 {number}（{name}）的“{thing}”写为“{text}”，超过百分之百。",
        "In task {number} ({name}) “{thing}” is “{text}”, above a hundred per cent.",
    )
    remedy = Text("请核实数字。", "Check the figure.")


def check(programme: Programme) -> Iterator[Finding]:
    for task, cell, sentence in sentences_of_tasks(programme):
        for figure in sentence.figures:
            quantity = figure.quantity
            capped = _ENDS.search(thing(figure)) or quantity.role is QuantityRole.PROGRESS
            if capped and quantity.unit == "1" and (quantity.upper or quantity.value) > 1:
                yield ShareOverAll(
                    at_span(task, cell, quantity.spans),
                    number=task.number,
                    name=task.name,
                    thing=thing(figure),
                    text=quantity.text,
                )


_ENDS = re.compile(f"(?:{any_of('kept_to_the_whole').pattern})\\Z")
