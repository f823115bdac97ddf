"""Figures among the words they stand in: rules compare what one sentence or one task says."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tongchou.domain.notice.document import Span
from tongchou.domain.programme.clause import Clause
from tongchou.domain.programme.lint.words import any_of
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Quantity
from tongchou.domain.programme.task import Task

RATES = frozenset({"1", "百分点"})
"""Base units of what is no amount."""
MOST_FIGURES = 200
CELLS = ("name", "scope", "target")
_SENTENCE = re.compile(r"[^。；;！？!?\n]+")
_PAUSE = re.compile(r"[，,、：:（(“”）)]")
_LEAD = 12
_FRAGMENT = re.compile(r"[^，,、：:（(“]*\Z")


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure at its place in a sentence; `before` are the words of its fragment before it."""

    quantity: Quantity
    start: int
    end: int
    before: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words between two full stops, and the figures among them in printed order."""

    text: str
    figures: tuple[Placed, ...]

    def between(self, first: Placed, second: Placed) -> str:
        return self.text[first.end : second.start]

    def after(self, figure: Placed) -> str:
        return self.text[figure.end :]

    def phrase(self, figure: Placed) -> str:
        """The words between two pauses that a figure stands in, from shortly before it."""
        rest = _PAUSE.split(self.after(figure), maxsplit=1)[0]
        return figure.before[-_LEAD:] + figure.quantity.text + rest


def sentences_of_tasks(programme: Programme) -> Iterator[tuple[Task, str, Sentence]]:
    """Every sentence of a task's cells that holds a figure, with the task and the cell."""
    for task in programme.tasks:
        for cell in CELLS if task.quantities else ():
            own = [quantity for quantity in task.quantities if quantity.field == cell]
            for sentence in sentences(str(getattr(task, cell)), own):
                yield task, cell, sentence


def figures_of_matters(sentence: Sentence, programme: Programme) -> Iterator[Placed]:
    """The figures of a sentence but those in the name of an undertaking (10万吨电池材料项目)."""
    named: dict[int, list[Span]] = defaultdict(list)
    for project in programme.projects if sentence.figures else ():
        for span in project.spans:
            named[span.block].append(span)
    for figure in sentence.figures:
        at = figure.quantity.spans[0]
        if not any(s.start <= at.start and at.end <= s.end for s in named[at.block]):
            yield figure


def sentences_of_clauses(programme: Programme) -> Iterator[tuple[Clause, Sentence]]:
    """Every sentence of the prose that holds a figure."""
    for clause in programme.clauses:
        for sentence in sentences(clause.text, clause.quantities):
            yield clause, sentence


def sentences(text: str, quantities: Sequence[Quantity]) -> Iterator[Sentence]:
    """The sentences of a text that hold these figures, which stand in it in this order.

    A text with more than `MOST_FIGURES` is a pasted table and has no sentences.
    """
    places = list(_places(text, quantities)) if len(quantities) <= MOST_FIGURES else []
    at = 0
    for match in _SENTENCE.finditer(text) if places else ():
        inside: list[Placed] = []
        while at < len(places) and places[at][1] < match.end():
            quantity, start = places[at]
            words, start = match.group(), start - match.start()
            end = start + len(quantity.text)
            fragment = _FRAGMENT.search(words, max(start - 60, 0), start)
            inside.append(Placed(quantity, start, end, fragment.group() if fragment else ""))
            at += 1
        if inside:
            yield Sentence(match.group(), tuple(inside))


def thing(figure: Placed) -> str:
    """What a figure counts: as it was read, else the words right before it."""
    if figure.quantity.subject:
        return figure.quantity.subject
    return _leading_in().sub("", figure.before.strip())


@cache
def _leading_in() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of('leading_in').pattern})+\\Z")


def spans_of(figures: Sequence[Placed]) -> tuple[Span, ...]:
    """Where the first of some figures is printed."""
    return next((figure.quantity.spans for figure in figures), ())


def _places(text: str, quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, int]]:
    """Each figure and where it starts; one that does not stand in the text is left out."""
    at = 0
    for quantity in quantities:
        start = text.find(quantity.text, at)
        if start >= 0:
            yield quantity, start
            at = start + len(quantity.text)
