"""The figures of the corpus's cells: ours beside recognizers-text on the same texts.

A figure is found when its digits with their unit, and the exact value, are those of the gold:
`12.6万亩` and 126000. Of recognizers-text the models for money, dimensions and percentages are
asked together; a unit it names in English counts as the printed one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from benchmarks.frame import Figure, Mark, measure
from tests.corpus.comparing import plain
from tests.corpus.scoring import Score, gold_of, notices
from tongchou.domain.notice.document import Span
from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.reading.figures import scan
from tongchou.domain.programme.target import QuantityField
from tongchou.domain.shared.numerals import parse_number

MAGNITUDES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
FASTER = 20.0
IN_WORDS = ""
"""Stands for a share without a numeral or a unit, such as 过半: only its value is compared."""
Found = Counter[tuple[str, Decimal]]


def figures() -> Iterator[Figure | Mark]:
    texts = list(cells())
    theirs = recognizers()
    marks = []
    for find in (ours, theirs):
        score = Score()
        missed: list[str] = []
        for text, wanted in texts:
            found = find(text)
            right = (wanted & found).total()
            score += Score(right, found.total(), wanted.total())
            missed += [f"{word} in {text[:40]}" for word, _ in wanted - found]
            missed += [f"not {word} in {text[:40]}" for word, _ in found - wanted]
        marks.append((score.f1, tuple(missed)))
    (own, notes), (other, _) = marks
    count = sum(wanted.total() for _, wanted in texts)
    yield Mark(f"{count} figures of {len(texts)} cells: F1", own, least=other,
               peer_name="recognizers-text", peer=other, notes=notes)  # fmt: skip
    mine = measure(lambda: [ours(text) for text, _ in texts], repeat=3)
    peer = measure(lambda: [theirs(text) for text, _ in texts], repeat=1)
    yield Figure("finding them", mine, "recognizers-text", peer, ratio_goal=1 / FASTER)


def cells() -> Iterator[tuple[str, Found]]:
    """Each cell with the figures its gold prints; cells with doubtful ones are left out."""
    for path in notices():
        for task in gold_of(path)["tasks"]:
            for name in ("scope", "target"):
                printed = [q for q in task["quantities"] if q.get("field") == name and "text" in q]
                if task.get(name) and not task.get("unscored"):
                    yield task[name], Counter(map(wanted_figure, printed))


def wanted_figure(quantity: dict[str, Any]) -> tuple[str, Decimal]:
    words = plain(quantity["text"])
    try:
        return words, counted(parse_number(quantity["number"]), quantity["number"], words)
    except ValueError:
        return IN_WORDS, Decimal(quantity["value"])


def counted(printed: Decimal, number: str, words: str) -> Decimal:
    """The value in the printed unit without its magnitude, a percentage as it is written."""
    return printed * MAGNITUDES.get(words[len(number) :].lstrip("余多")[:1], Decimal(1))


def ours(text: str) -> Found:
    line = Line(text, Span(0, 0, len(text)))
    found: Found = Counter()
    for quantity in scan(line, QuantityField.TARGET):
        before, unit, _ = quantity.text.rpartition(quantity.printed_unit)
        words = plain(before + unit)
        if words:
            number = parse_number(quantity.number)
            found[words, counted(number, quantity.number, words)] += 1
        else:
            found[IN_WORDS, quantity.value] += 1
    return found


def recognizers() -> Callable[[str], Found]:
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import Culture, NumberWithUnitRecognizer

    units = NumberWithUnitRecognizer(Culture.Chinese)
    models = [
        units.get_currency_model(),
        units.get_dimension_model(),
        NumberRecognizer(Culture.Chinese).get_percentage_model(),
    ]

    def find(text: str) -> Found:
        found: Found = Counter()
        for model in models:
            for result in model.parse(text):
                value = (result.resolution or {}).get("value")
                if value:
                    found[plain(result.text), Decimal(value.rstrip("%"))] += 1
        return found

    return find
