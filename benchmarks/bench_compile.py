"""The compiler: how much it reads right, what it costs, each figure beside its peer."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import compile_cost, compile_gold, compile_quantities
from benchmarks.frame import Figure, Mark


def figures() -> Iterator[Figure | Mark]:
    yield from compile_gold.figures()
    yield from compile_quantities.figures()
    yield from compile_cost.figures()
