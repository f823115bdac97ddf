"""Shares of one whole that add up to more than all of it.

Caught 30%、50%、40% of one energy mix in the golden notice of flaws.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from tongchou.domain.programme.lint.figures import Placed, Sentence, sentences_of_tasks, spans_of
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.canonical import decimal_text
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class SharesOverWhole(Finding):
    code = "N140"
    severity = Severity.WARNING
    title = Text("占比之和超过百分之百", "Shares above the whole")
    template = Text(
        "任务 {number}（{name}）：占{whole}的各部分合计 {sum}%。",
        "Task {number} ({name}): the parts of {whole} add up to {sum}%.",
    )
    remedy = Text("请核实各部分占比。", "Check the shares.")


def check(programme: Programme) -> Iterator[Finding]:
    for task, cell, sentence in sentences_of_tasks(programme):
        for whole, parts in _shares(sentence).items():
            total = sum((part.quantity.value for part in parts), Decimal(0))
            if len(parts) > 1 and total > _ALL:
                yield SharesOverWhole(
                    at_span(task, cell, spans_of(parts)),
                    number=task.number,
                    name=task.name,
                    whole=whole or _UNNAMED,
                    sum=decimal_text(total * 100),
                )


def _shares(sentence: Sentence) -> dict[str, list[Placed]]:
    """The shares of each whole; those listed behind 分别 belong to the whole of the first."""
    found: dict[str, list[Placed]] = defaultdict(list)
    whole: str | None = None
    end = 0
    for figure in sentence.figures:
        share = _SHARE.search(figure.before)
        listed = whole is not None and sentence.text[end : figure.start] in _LISTED
        whole = share["whole"] if share else whole if listed else None
        end = figure.end
        if whole is not None and figure.quantity.unit == "1":
            found[whole].append(figure)
    return found


_LISTED = {"、", "，", "和"}
_SHARE = re.compile(
    r"占(?:到)?(?P<whole>[^占，、]*?)的?(?:比重|比例|份额|比)?(?:达到?|为|是|约|超过?|不低于|提高到|提升至|分别)*\Z"
)
_ALL = Decimal("1.005")
_UNNAMED = Text("整体", "the whole")
