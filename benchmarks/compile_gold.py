"""How much of the corpus, and of the real notice in four formats, is read right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import tongchou
from benchmarks.frame import Mark
from benchmarks.real_notice import FORMATS, made, real_gold, real_text
from tests.corpus.comparing import compare
from tests.corpus.scoring import Comparison, Score, gold_of, notices

GOAL = 0.95
SHOWN = 6


def figures() -> Iterator[Mark]:
    yield from corpus()
    yield from real()


def corpus() -> Iterator[Mark]:
    """F1 of each field over all notices, then over all fields; the worst notices as its notes."""
    totals: dict[str, Score] = defaultdict(Score)
    notes: dict[str, list[str]] = defaultdict(list)
    whole: dict[str, Score] = {}
    for path in notices():
        comparison = compare(gold_of(path), tongchou.compile(path).to_json())
        whole[path.parent.name] = Score()
        for name, score in comparison.scores.items():
            totals[name] += score
            whole[path.parent.name] += score
        for name, note in _misses(comparison):
            notes[name].append(f"{path.parent.name}: {note}")
    for name, score in sorted(totals.items()):
        about = f"corpus, {name}: P {score.precision:.3f} R {score.recall:.3f} F1"
        yield Mark(about, score.f1, notes=tuple(notes[name]))
    every = Score()
    for score in whole.values():
        every += score
    worst = sorted(whole, key=lambda name: whole[name].f1)[:SHOWN]
    yield Mark(
        f"corpus, every field of {len(whole)} notices: F1",
        every.f1,
        least=GOAL,
        notes=tuple(f"{name} {whole[name].f1:.3f}" for name in worst),
    )


def real() -> Iterator[Mark]:
    """Every field of every task of the real notice, where it lies beside the project."""
    text = real_text()
    if text is None:
        return
    gold = real_gold(text)
    for kind in FORMATS:
        read: dict[str, Any] = tongchou.compile(made(text, kind), f"notice.{kind}").to_json()
        comparison = compare(gold, read)
        score = Score()
        for part in comparison.scores.values():
            score += part
        notes = tuple(f"{name}: {note}" for name, note in _misses(comparison))
        yield Mark(f"the real notice as .{kind}, every field: F1", score.f1, least=1, notes=notes)


def _misses(comparison: Comparison) -> Iterator[tuple[str, str]]:
    for name, missing, extra in comparison.misses():
        yield name, f"missing {missing[:SHOWN]} extra {extra[:SHOWN]}"
