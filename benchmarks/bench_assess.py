"""Judging one programme of 25 tasks, and a million answers at once beside reading their columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np

from benchmarks.frame import Figure, Timing, measure, python_loop
from tests.domain.assessment.cases import DA, KAI, PROGRAMME, WAN, answer, inputs, ladder, quantity
from tongchou.domain.assessment.assess import assess
from tongchou.domain.assessment.columns import Answers, Columns, Demand, Rungs, Targets
from tongchou.domain.assessment.inputs import Inputs, RungRow
from tongchou.domain.assessment.run import run_content
from tongchou.domain.assessment.scheme import load_scheme

TASKS = 25
PARTIES = 3
STAGES = 4
MILLION = 1_000_000
GOAL = 0.1
GOAL_PER_MILLION = 3.0


def figures() -> Iterator[Figure]:
    scheme, given = load_scheme(), programme()
    judged = measure(lambda: run_content(given, scheme, PROGRAMME))
    yield Figure("assess and roll up 25 tasks", judged, "a million additions in Python",
                 python_loop(), cpu_goal=GOAL)  # fmt: skip
    columns, day = national(), np.datetime64("2023-09-30", "D")
    once = measure(lambda: read_once(columns), repeat=3)
    taken = measure(lambda: assess(columns, scheme, day), repeat=2)
    yield Figure(f"assess {MILLION:,} answers ({MILLION / taken.cpu / 1e6:.2f} M rows/s)", taken,
                 "reading their columns once", once, cpu_goal=GOAL_PER_MILLION)  # fmt: skip
    rows = len(columns.answers) / MILLION
    yield Figure(
        "the same, for each million", Timing(taken.cpu / rows, taken.wall / rows),
        "reading a million rows", Timing(once.cpu / rows, once.wall / rows),
    )  # fmt: skip


def programme() -> Inputs:
    """Two targets a task, three parties each: a sum and a ladder."""
    targets, answers, stages = [], [], []
    for number in range(1, TASKS + 1):
        task, flow, steps = f"k{number}", f"q{number}", f"l{number}"
        targets += [
            quantity(flow, key=f"{number}.1", task=task),
            ladder(steps, key=f"{number}.2", task=task),
        ]
        stages += [
            RungRow(steps, n, f"节点{n}", date(2023, 3 * n, 28)) for n in range(1, STAGES + 1)
        ]
        for place, where in enumerate((WAN, DA, KAI)):
            answers.append(answer(where, target=flow, value=str(9000 + 700 * number)))
            answers.append(answer(where, target=steps, rung=(number + place) % (STAGES + 1)))
    return inputs(tuple(targets), tuple(answers), tuple(stages))


def national() -> Columns:
    """A million answers of a third of a million targets, every other one a ladder."""
    count = MILLION // PARTIES + 1
    chance = np.random.default_rng(20230329)
    kind = (np.arange(count) % 2).astype(np.int8)
    year = np.datetime64("2023-01-01", "D")
    ladders = np.flatnonzero(kind)
    rung_target = np.repeat(ladders, STAGES).astype(np.intp)
    target = np.repeat(np.arange(count), PARTIES).astype(np.intp)
    figure = np.where(
        kind[target] == 1,
        chance.integers(0, STAGES + 1, len(target)),
        chance.uniform(0, 40_000, len(target)),
    )
    return Columns(
        Targets(
            kind=kind,
            rule=chance.integers(1, 3, count).astype(np.uint8),
            demand=np.full(count, Demand.AT_LEAST, dtype=np.int8),
            annual=np.where(kind == 1, np.nan, 40_000.0),
            curve=np.zeros(count, dtype=np.int8),
            start=np.full(count, year),
            end=np.full(count, np.datetime64("2023-12-31", "D")),
        ),
        Answers(
            target=target,
            figure=figure,
            stated=chance.random(len(target)) > 0.05,
            reporting=np.ones(len(target), dtype=np.bool_),
            lead=np.arange(len(target)) % PARTIES == 0,
        ),
        Rungs(
            target=rung_target,
            number=np.tile(np.arange(1, STAGES + 1), len(ladders)),
            planned=np.tile(year + np.array([80, 170, 260, 350]), len(ladders)),
        ),
    )


def read_once(columns: Columns) -> float:
    """The limit: every input column read once by NumPy."""
    total = 0.0
    for table in (columns.targets, columns.answers, columns.rungs):
        for name in table.__slots__:
            column = getattr(table, name)
            plain = column.view(np.int64) if column.dtype.kind == "M" else column
            total += float(plain.sum())
    return total
