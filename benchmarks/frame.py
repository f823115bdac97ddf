"""How a figure is taken and shown.

A benchmark is a file `bench_<name>.py` with a function `figures()` that yields `Figure`s.
CPU time and ratios are held to goals; wall time is only reported, since machines are shared.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of one run: of this process's CPU, and on the clock."""

    cpu: float
    wall: float


@dataclass(frozen=True, slots=True)
class Figure:
    """What took how long, beside what, and what it may take.

    `peer` is what was measured in the same run to compare with. The goals are upper bounds:
    `cpu_goal` in seconds of CPU, `ratio_goal` in multiples of the peer's CPU.
    """

    name: str
    timing: Timing
    peer_name: str
    peer: Timing
    cpu_goal: float | None = None
    ratio_goal: float | None = None

    @property
    def ratio(self) -> float:
        return self.timing.cpu / self.peer.cpu if self.peer.cpu else float("inf")

    @property
    def goal(self) -> str:
        goals = []
        if self.cpu_goal is not None:
            goals.append(f"≤ {milliseconds(self.cpu_goal)}")
        if self.ratio_goal is not None:
            goals.append(f"≤ {self.ratio_goal:g}×")
        return ", ".join(goals) or "—"

    @property
    def met(self) -> bool:
        within_cpu = self.cpu_goal is None or self.timing.cpu <= self.cpu_goal
        return within_cpu and (self.ratio_goal is None or self.ratio <= self.ratio_goal)


def measure(run: Callable[[], object], *, repeat: int = 5, inner: int = 1) -> Timing:
    """The best of `repeat` runs, after one that warms up; `inner` calls make one run."""
    run()
    best = Timing(float("inf"), float("inf"))
    for _ in range(repeat):
        cpu, wall = time.process_time(), time.perf_counter()
        for _ in range(inner):
            run()
        taken = Timing((time.process_time() - cpu) / inner, (time.perf_counter() - wall) / inner)
        best = min(best, taken, key=lambda timing: timing.cpu)
    return best


def python_loop() -> Timing:
    """A million additions in plain Python: what the interpreter itself costs here."""
    return measure(lambda: sum(number + 1 for number in range(1_000_000)), repeat=3)


def memory_read(megabytes: int = 64) -> Timing:
    """One pass over an array too large for the caches: what reading memory costs here."""
    import numpy

    column = numpy.ones(megabytes * 2**20 // 8)
    return measure(lambda: float(column.sum()), repeat=3)


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.3g} ms" if seconds < 1 else f"{seconds:.3g} s"


def width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def aligned(rows: Iterable[tuple[str, ...]]) -> str:
    """Columns as wide as their widest cell; a Chinese character takes two places."""
    lines = [list(row) for row in rows]
    widths = [max(width(line[column]) for line in lines) for column in range(len(lines[0]))]
    padded = (
        "  ".join(
            cell + " " * (size - width(cell)) for cell, size in zip(line, widths, strict=True)
        )
        for line in lines
    )
    return "\n".join(line.rstrip() for line in padded)


def report(figures: Iterable[Figure]) -> str:
    head = ("figure", "cpu", "goal", "", "beside it in the same run", "cpu", "ratio", "wall")
    rows = [
        (
            figure.name,
            milliseconds(figure.timing.cpu),
            figure.goal,
            "✓" if figure.met else "✗",
            figure.peer_name,
            milliseconds(figure.peer.cpu),
            f"{figure.ratio:.2f}×",
            milliseconds(figure.timing.wall),
        )
        for figure in figures
    ]
    return aligned([head, *rows])
