"""How a figure is taken and shown.

A benchmark is a file `bench_<name>.py` with a function `figures()` that yields `Figure`s and
`Mark`s. CPU time, ratios and marks are held to goals; wall time is only reported, since machines
are shared.
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

    @property
    def row(self) -> tuple[str, ...]:
        return (
            self.name,
            milliseconds(self.timing.cpu),
            self.goal,
            "✓" if self.met else "✗",
            self.peer_name,
            milliseconds(self.peer.cpu),
            f"{self.ratio:.2f}×",
            milliseconds(self.timing.wall),
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure that is no time: a share of right answers, a ratio, an amount of memory.

    `least` and `most` are its goals, `peer` the same figure of what stands beside it; `unit` is
    written behind both. `notes` are shown on request only.
    """

    name: str
    value: float
    least: float | None = None
    most: float | None = None
    unit: str = ""
    peer_name: str = ""
    peer: float | None = None
    notes: tuple[str, ...] = ()

    @property
    def met(self) -> bool:
        above = self.least is None or self.value >= self.least
        return above and (self.most is None or self.value <= self.most)

    @property
    def row(self) -> tuple[str, ...]:
        goals = [f"≥ {self.least:g}{self.unit}"] if self.least is not None else []
        goals += [f"≤ {self.most:g}{self.unit}"] if self.most is not None else []
        return (
            self.name,
            f"{self.value:.4g}{self.unit}",
            ", ".join(goals) or "—",
            "✓" if self.met else "✗",
            self.peer_name,
            "" if self.peer is None else f"{self.peer:.4g}{self.unit}",
            "",
            "",
        )


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


def report(figures: Iterable[Figure | Mark]) -> str:
    head = ("figure", "measured", "goal", "", "beside it in the same run", "peer", "ratio", "wall")
    return aligned([head, *(figure.row for figure in figures)])
