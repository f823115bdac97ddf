"""A change that runs against its verb: 由100增加到80, 由20天缩短至30天.

Caught both figures swapped in the golden notice of flaws.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from tongchou.domain.programme.lint.figures import Placed, sentences_of_tasks
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.lint.words import any_of
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class ChangeReversed(Finding):
    code = "N169"
    severity = Severity.WARNING
    title = Text("增减方向与数不符", "A change against its verb")
    template = Text(
        "任务 {number}（{name}）：由“{base}”{verb}“{result}”，方向与数不符。",
        "Task {number} ({name}): from “{base}” {verb} “{result}” runs against the verb.",
    )
    remedy = Text("请核实前后两个数。", "Check the two figures.")


def check(programme: Programme) -> Iterator[Finding]:
    for task, cell, sentence in sentences_of_tasks(programme):
        for base, result in pairwise(sentence.figures):
            verb = _verb(base, sentence.between(base, result))
            if verb is None or base.quantity.unit != result.quantity.unit:
                continue
            rises = bool(any_of("rising").fullmatch(verb))
            change = result.quantity.value - base.quantity.value
            if (change < 0) if rises else (change > 0):
                yield ChangeReversed(
                    at_span(task, cell, base.quantity.spans),
                    number=task.number,
                    name=task.name,
                    base=base.quantity.text,
                    verb=verb,
                    result=result.quantity.text,
                )


def _verb(base: Placed, between: str) -> str | None:
    """The verb between two figures, when the first is what the change starts from."""
    found = any_of("rising").search(between) or any_of("falling").search(between)
    starts = re.search(r"[由从自][^由从自]*\Z", base.before)
    return found.group() if found and starts and len(between) <= _CLOSE else None


_CLOSE = 12
