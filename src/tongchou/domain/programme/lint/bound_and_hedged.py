"""A figure that is a bound and a guess at once: 突破500万吨左右, 约30家以上.

Caught 突破450万吨左右 in the golden notice of flaws.
"""

import re
from collections.abc import Iterator
from functools import cache

from tongchou.domain.programme.lint.figures import sentences_of_tasks
from tongchou.domain.programme.lint.parts import shortened
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.lint.words import any_of
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class BoundAndHedged(Finding):
    code = "N166"
    severity = Severity.INFO
    title = Text("又是界限又是约数", "A bound that is also a guess")
    template = Text(
        "任务 {number}（{name}）的“{text}”既写了下限或上限，又写了约数，达标与否说不清。",
        "In task {number} ({name}) “{text}” is a bound and an approximation: it cannot be judged.",
    )
    remedy = Text("请二者取一。", "Keep one of the two.")


def check(programme: Programme) -> Iterator[Finding]:
    for task, cell, sentence in sentences_of_tasks(programme):
        for figure in sentence.figures:
            words = figure.before + figure.quantity.text + sentence.after(figure)[:_NEAR]
            start = len(figure.before)
            if cell == "target" and _contradictory(words, start, start + figure.end - figure.start):
                yield BoundAndHedged(
                    at_span(task, cell, figure.quantity.spans),
                    number=task.number,
                    name=task.name,
                    text=shortened(sentence.phrase(figure)),
                )


_NEAR = 2


def _contradictory(words: str, start: int, end: int) -> bool:
    """The figure stands in words[start:end]; words on both sides of its number count."""
    before, after = words[max(start - _NEAR * 2, 0) : start], words[start:]
    bound = _tail("bounds_before").search(before) or any_of("bounds_after").search(after)
    hedge = _tail("hedges_before").search(before) or any_of("hedges_after").search(after)
    return bool(bound and hedge) and end > start


@cache
def _tail(name: str) -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(name).pattern})+\\Z")
