"""Sentences of the prose, each with the tasks that carry it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tongchou.domain.notice.lines import Line
from tongchou.domain.notice.prose import Sentence
from tongchou.domain.programme.clause import Clause
from tongchou.domain.programme.figures import scan
from tongchou.domain.programme.findings import UncarriedClause
from tongchou.domain.programme.places import Places
from tongchou.domain.programme.target import QuantityField
from tongchou.domain.programme.task import Task
from tongchou.domain.programme.vocabulary import any_of
from tongchou.domain.shared.findings import Finding

_GRAM = 5
_GRAM_BEHIND_NAME = 4
_QUOTED = re.compile(r"[“《]([^”》]{3,})[”》]")
_COMMON = 2
_WORDS = re.compile(r"[^\s，。；：、！？“”‘’《》（）()—…·]+")
_SHOWN = 24


def read_clauses(
    sentences: Sequence[Sentence], tasks: Sequence[Task], places: Places
) -> tuple[tuple[Clause, ...], tuple[Finding, ...]]:
    """Clauses in order; a promise that no task carries is a finding."""
    index = _Index(tasks, places)
    clauses = tuple(_clause(sentence, index) for sentence in sentences)
    findings = [
        UncarriedClause(clause.spans[0].position("正文"), text=_shortened(clause.text))
        for clause in clauses
        if tasks and not clause.tasks and _promises(clause)
    ]
    return clauses, tuple(findings)


def _clause(sentence: Sentence, index: "_Index") -> Clause:
    line = Line(sentence.text, sentence.span)
    return Clause(
        section=sentence.section,
        heading=sentence.heading,
        text=sentence.text,
        tasks=index.tasks(sentence.text) if sentence.section else (),
        quantities=tuple(scan(line, QuantityField.CLAUSE)),
        spans=(sentence.span,),
    )


class _Index:
    """Runs of five characters that only one or two tasks have: names, not turns of phrase.

    The names of the governments end a run, for they stand in every second sentence; three
    characters behind one (万达开医联体) and what stands in quotes are names as well.
    """

    def __init__(self, tasks: Sequence[Task], places: Places) -> None:
        self._names = places.pattern
        numbers: dict[str, set[int]] = defaultdict(set)
        for task in tasks:
            for text in (task.name, task.scope, task.target):
                for gram in self._grams(text):
                    numbers[gram].add(task.number)
        self._numbers = {gram: found for gram, found in numbers.items() if len(found) <= _COMMON}

    def tasks(self, text: str) -> tuple[int, ...]:
        grams = self._grams(text)
        return tuple(sorted({n for gram in grams for n in self._numbers.get(gram, ())}))

    def _grams(self, text: str) -> Iterator[str]:
        yield from _QUOTED.findall(text)
        for match in _WORDS.finditer(any_of("turns").sub("，", self._names.sub("，□", text))):
            word = match.group()
            if word.startswith("□"):
                if len(word) >= _GRAM_BEHIND_NAME:
                    yield word[:_GRAM_BEHIND_NAME]
                word = word[1:]
            for i in range(len(word) - _GRAM + 1):
                yield word[i : i + _GRAM]


def _promises(clause: Clause) -> bool:
    """A promise stands in a section and says what is done; principles (坚持…) are none."""
    opening = clause.text.startswith(("坚持", "立足", "以", "围绕", "紧扣"))
    return (
        bool(clause.section)
        and not (opening and not clause.heading)
        and bool(any_of("verbs").search(clause.text))
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
