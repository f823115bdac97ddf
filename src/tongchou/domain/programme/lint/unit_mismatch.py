"""A unit that cannot count the thing before it: 投资3万亩, 造林5公里.

Caught 仓储面积3公里 in the golden notice of flaws.
"""

from collections.abc import Iterator
from functools import cache

from tongchou.domain.programme.lint.figures import sentences_of_tasks, thing
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.lint.words import table
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.quantities import units
from tongchou.domain.shared.text import Text


class UnitMismatch(Finding):
    code = "N144"
    severity = Severity.WARNING
    title = Text("单位与事项不符", "A unit that does not fit")
    template = Text(
        "任务 {number}（{name}）：“{thing}”不能用“{unit}”计量（原文“{text}”）。",
        "Task {number} ({name}): “{thing}” is not counted in “{unit}” (printed “{text}”).",
    )
    remedy = Text("请核实单位。", "Check the unit.")


def check(programme: Programme) -> Iterator[Finding]:
    for task, cell, sentence in sentences_of_tasks(programme):
        for figure in sentence.figures:
            quantity = figure.quantity
            entry = units().get(quantity.printed_unit)
            named = _measured(thing(figure))
            if entry and named and entry.dimension in _known() - set(named[1]):
                yield UnitMismatch(
                    at_span(task, cell, quantity.spans),
                    number=task.number,
                    name=task.name,
                    thing=named[0],
                    unit=quantity.printed_unit,
                    text=quantity.text,
                )


def _measured(words: str) -> tuple[str, tuple[str, ...]] | None:
    """The longest thing of the table that the words end with, and its dimensions."""
    found = [(name, dims) for name, dims in _things().items() if words.endswith(name)]
    return max(found, key=lambda item: len(item[0]), default=None)


@cache
def _things() -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(entry["dimensions"])
        for entry in table()["measured"]
        for name in entry["things"]
    }


@cache
def _known() -> frozenset[str]:
    """Dimensions the table speaks of but for plain counts, which fit most things."""
    return frozenset(d for dims in _things().values() for d in dims) - {"items"}
