"""Parts that do not make the sum printed beside them.

Caught 10亿元，其中6亿元、5亿元 in the golden notice of flaws.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from tongchou.domain.programme.lint.figures import RATES, Placed, Sentence, sentences_of_tasks
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.lint.words import any_of
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.quantities import Comparator, format_quantity
from tongchou.domain.shared.text import Text


class PartsDoNotSum(Finding):
    code = "N141"
    severity = Severity.WARNING
    title = Text("分项与合计不符", "Parts that do not make their sum")
    template = Text(
        "任务 {number}（{name}）：分项合计为“{parts}”，而总数写“{total}”。",
        "Task {number} ({name}): the parts make “{parts}”, but the total is “{total}”.",
    )
    remedy = Text("请核实总数和各分项。", "Check the total and its parts.")


def check(programme: Programme) -> Iterator[Finding]:
    for task, cell, sentence in sentences_of_tasks(programme):
        for total, parts in (*_behind(sentence), *_before(sentence)):
            found = sum((part.quantity.value for part in parts), Decimal(0))
            stated = total.quantity
            whole = _names_each(parts, task) or any_of("sums").search(total.before)
            if found > stated.value or (whole and found != stated.value):
                yield PartsDoNotSum(
                    at_span(task, cell, stated.spans),
                    number=task.number,
                    name=task.name,
                    parts=format_quantity(found, stated.unit, stated.printed_unit),
                    total=stated.text,
                )


def _behind(sentence: Sentence) -> Iterator[tuple[Placed, list[Placed]]]:
    """The first total with the parts that 其中 opens."""
    for total, first in pairwise(sentence.figures):
        if "其中" in sentence.between(total, first) and _exact(total):
            later = [f for f in sentence.figures if f.start >= first.start]
            parts = [f for f in later if _exact(f) and f.quantity.unit == total.quantity.unit]
            if parts == later:
                yield total, parts
            return


def _before(sentence: Sentence) -> Iterator[tuple[Placed, list[Placed]]]:
    """Parts and the 合计 behind them."""
    last = sentence.figures[-1]
    parts = [f for f in sentence.figures[:-1] if f.quantity.unit == last.quantity.unit]
    plainly = all(_exact(part) and "其中" not in part.before for part in parts)
    if any_of("sums").search(last.before) and _exact(last) and len(parts) > 1 and plainly:
        yield last, parts


def _exact(figure: Placed) -> bool:
    return figure.quantity.comparator is Comparator.EQUAL and figure.quantity.unit not in RATES


def _names_each(parts: list[Placed], task: Task) -> bool:
    """Each government of the task has its own part."""
    named = {short for short in task.jurisdictions for part in parts if short in part.before}
    return len(parts) == len(named) == len(task.jurisdictions) > 1
