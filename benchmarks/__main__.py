"""`./run bench [-v] [NAME ...]`: every figure beside its limit; non-zero when a goal is missed.

With -v the notes of each figure follow the table.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from benchmarks.frame import (
    Figure,
    Mark,
    aligned,
    measure,
    memory_read,
    milliseconds,
    python_loop,
    report,
)

HERE = Path(__file__).parent


def names() -> list[str]:
    return [path.stem.removeprefix("bench_") for path in sorted(HERE.glob("bench_*.py"))]


def limits() -> str:
    """What this machine can do at all, measured now."""
    loop, memory, call = python_loop(), memory_read(), measure(lambda: None, inner=1000)
    return aligned(
        [
            ("limit of this machine, now", "cpu", "wall"),
            ("a million additions in Python", milliseconds(loop.cpu), milliseconds(loop.wall)),
            ("64 MiB read from memory", milliseconds(memory.cpu), milliseconds(memory.wall)),
            ("an empty Python call", milliseconds(call.cpu), milliseconds(call.wall)),
        ]
    )


def main(wanted: list[str]) -> int:
    known = names()
    talkative = "-v" in wanted
    wanted = [name for name in wanted if name != "-v"]
    if unknown := [name for name in wanted if name not in known]:
        print(f"没有 / no benchmark {', '.join(unknown)}; 有 / there are: {', '.join(known)}")
        return 2
    print(limits(), end="\n\n", flush=True)
    figures: list[Figure | Mark] = []
    for name in wanted or known:
        print(f"· {name} …", file=sys.stderr, flush=True)
        figures.extend(importlib.import_module(f"benchmarks.bench_{name}").figures())
    if figures:
        print(report(figures))
    for figure in figures:
        if talkative and isinstance(figure, Mark) and figure.notes:
            print(f"\n{figure.name}", *figure.notes, sep="\n  ")
    missed = [figure.name for figure in figures if not figure.met]
    print(f"\n{len(figures)} figures, {len(missed)} over their goal")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
