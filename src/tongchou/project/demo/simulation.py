"""What the demo's organizations report: plausible figures and stages from a fixed seed.

The figures are invented. Flows and stocks grow from month to month at a pace of their own,
ladders climb with a delay of their own; the same seed gives the same year every time.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

SEED = 20230329
PACES = (
    (0.36, 1.03, 1.15),
    (0.66, 0.99, 1.04),
    (0.86, 0.72, 0.95),
    (0.94, 0.52, 0.68),
    (1.00, 0.28, 0.45),
)
"""Share of the targets up to here, and the bounds of their pace against the plan."""
DELAYS = ((0.55, -12, 0), (0.72, 2, 7), (0.87, 9, 28), (1.00, 40, 90))
"""The same for ladders: days behind the planned date."""
STOCK_BASE = Decimal("0.9")
"""Share of a stock that is there when the year begins (130 of 145)."""
FAST, SLOW, VERY_SLOW = Decimal("1.02"), Decimal("0.97"), Decimal("0.7")
PROBLEMS = (
    "（演示）汛期施工窗口缩短，拟增加作业面赶上计划。",
    "（演示）用地手续尚在办理，后续工序顺延。",
    "（演示）资金到位晚于计划，已与财政部门衔接。",
    "（演示）跨区域事项较多，拟提请联合办公室会商。",
)


@dataclass(frozen=True, slots=True)
class Stage:
    key: str
    name: str
    planned: date | None


@dataclass(frozen=True, slots=True)
class Promise:
    """One target as one of its answering organizations sees it; `subject` opens what is said.

    `number` is the printed figure in `unit` (6.93, 万亩), None for a ladder; `parties` are all the
    jurisdictions that answer, in order; where the figures are summed each states its share.
    """

    key: str
    subject: str
    number: Decimal | None
    unit: str
    measure: str
    summed: bool
    steps: bool
    stages: tuple[Stage, ...]
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """What is entered for one target in one report. `value` and `stage` are blank when absent."""

    value: str = ""
    unit: str = ""
    stage: str = ""
    reached_on: date | None = None
    words: str = ""
    problems: str = ""
    late: bool = False


def state(promise: Promise, jurisdiction: str, as_of: date) -> Stated:
    """What the jurisdiction's organization states of a promise as of a month's end."""
    if promise.number is None:
        return _climb(promise, jurisdiction, as_of)
    return _count(promise, jurisdiction, as_of)


def _random(*parts: object) -> random.Random:
    return random.Random(":".join(str(part) for part in (SEED, *parts)))


def _drawn(chance: random.Random, table: tuple[tuple[float, float, float], ...]) -> float:
    place = chance.random()
    _, low, high = next(row for row in table if place <= row[0])
    return chance.uniform(low, high)


def share(promise: Promise, jurisdiction: str) -> Decimal:
    """The jurisdiction's part of a summed figure; the parts make one exactly."""
    if not promise.summed or len(promise.parties) < 2:
        return Decimal(1)
    chance = _random("share", promise.key)
    weights = [Decimal(chance.randint(2, 6)) for _ in promise.parties]
    own = promise.parties.index(jurisdiction)
    parts = [(weight / sum(weights)).quantize(Decimal("0.01")) for weight in weights]
    parts[-1] = 1 - sum(parts[:-1], Decimal(0))
    return parts[own]


def _count(promise: Promise, jurisdiction: str, as_of: date) -> Stated:
    whole = (promise.number or Decimal(0)) * share(promise, jurisdiction)
    pace = Decimal(str(round(_drawn(_random("pace", promise.key, jurisdiction), PACES), 3)))
    done = max(_progress(promise, jurisdiction, month) for month in range(1, as_of.month + 1))
    actual = min(done * pace, Decimal("1.05"))
    figure = _rounded(_level(promise, whole, actual), promise)
    planned = Decimal(as_of.month) / 12
    ratio = actual / planned if planned else Decimal(1)
    late = not promise.steps and ratio < SLOW
    part = (figure / whole * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP) if whole else 0
    words = (
        f"（演示）{promise.subject}截至{as_of.month}月底累计{figure}{promise.unit}，"
        f"为本地全年的{part}%，{_pace_word(promise, ratio)}。"
    )
    return Stated(
        value=str(figure),
        unit=promise.unit,
        words=words,
        problems=_problem(promise, jurisdiction, as_of) if late else "",
        late=late,
    )


def _progress(promise: Promise, jurisdiction: str, month: int) -> Decimal:
    """The share of the year's work done at a month's end, before the pace is applied."""
    chance = _random("month", promise.key, jurisdiction, month)
    if promise.steps:
        begins = _random("begins", promise.key, jurisdiction).randint(3, 8)
        return Decimal(max(0, month - begins)) / Decimal(12 - begins)
    return Decimal(month) / 12 * Decimal(str(round(chance.uniform(0.97, 1.03), 3)))


def _level(promise: Promise, whole: Decimal, actual: Decimal) -> Decimal:
    if promise.measure == "stock":
        return whole * (STOCK_BASE + (1 - STOCK_BASE) * actual)
    return whole * actual


def _rounded(figure: Decimal, promise: Promise) -> Decimal:
    """As many decimals as people would write: none for a count, three figures else."""
    number = promise.number or Decimal(1)
    if promise.measure == "count":
        return figure.quantize(Decimal(1), rounding="ROUND_FLOOR")
    places = max(0, 2 - number.adjusted()) if number < 1000 else 0
    return figure.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _pace_word(promise: Promise, ratio: Decimal) -> str:
    if promise.steps:
        return "按年底完成安排推进"
    if ratio >= FAST:
        return "快于计划"
    if ratio >= SLOW:
        return "与计划相当"
    return "略慢于计划" if ratio >= VERY_SLOW else "明显慢于计划"


def _problem(promise: Promise, jurisdiction: str, as_of: date) -> str:
    return _random("problem", promise.key, jurisdiction, as_of.month).choice(PROBLEMS)


def _climb(promise: Promise, jurisdiction: str, as_of: date) -> Stated:
    """The highest stage reached by the date; none before the first."""
    delay = round(_drawn(_random("delay", promise.key, jurisdiction), DELAYS))
    reached: tuple[Stage, date] | None = None
    waiting: Stage | None = None
    for stage in promise.stages:
        if stage.planned is None:
            break
        day = stage.planned + timedelta(days=delay)
        if day > as_of:
            waiting = stage
            break
        reached = (stage, day)
    late = waiting is not None and waiting.planned is not None and waiting.planned <= as_of
    return Stated(
        stage=reached[0].key if reached else "",
        reached_on=reached[1] if reached else None,
        words=_stage_words(promise, reached[0] if reached else None, waiting),
        problems=_problem(promise, jurisdiction, as_of) if late else "",
        late=late,
    )


def _stage_words(promise: Promise, reached: Stage | None, waiting: Stage | None) -> str:
    said = f"（演示）{promise.subject}"
    said += f"“{reached.name}”已经完成" if reached else "尚在准备"
    return f"{said}，正在办理“{waiting.name}”。" if waiting else f"{said}。"
