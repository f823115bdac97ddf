"""Which tasks and targets carry a promise of the prose: by its undertakings, by what stands in
quotes, by equal figures, and by the rare words it shares with a task."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from math import log
from typing import TypeVar

from tongchou.domain.programme.reading.places import Places
from tongchou.domain.programme.reading.vocabulary import any_of
from tongchou.domain.programme.target import Quantity, Target
from tongchou.domain.programme.targets.wording import alternatives, wording
from tongchou.domain.programme.task import Area, Task

T = TypeVar("T")
_QUOTED = re.compile(r"[“《]([^“《”》\n]{3,60})[”》]")
_RUNS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,}")
_ORDINAL = re.compile(
    "[（(][^（）()]{1,6}[)）]|第[一二三四五六七八九十]批|一批|(?<![一二三四五六七八九十\\d])[一二三四五六七八九十\\d]{1,8}(?=[个项条座家])"
)
_MOST_CARRIERS = 40
"""A run that more tasks have is a turn of phrase, however many tasks there are."""
_ENOUGH, _ENOUGH_IN_AREA, _FOR_A_LONE_ONE = 0.55, 0.45, 0.7
"""The share of a promise's weight that a task must have: anywhere, in the area that its section
speaks of, and of an undertaking that no task names."""
_FOR_A_QUOTE, _FOR_A_FIGURE, _FOR_AN_ITEM = 0.5, 0.2, 0.8
_ENOUGH_FOR_TARGET, _CLOSE = 0.6, 0.85
_LEAST_RUN, _LEAST_NAME, _LEAST_ITEM = 4, 3, 6
_FOR_THE_SAME_THING = 0.4
_NAME_ENDS = re.compile("(?:建设|项目|工程|工作|任务)+$")


@dataclass(frozen=True, slots=True)
class Carriers:
    """The tasks, and of their targets the keys, that carry a promise."""

    tasks: tuple[int, ...] = ()
    targets: tuple[str, ...] = ()


class CarrierIndex:
    """Built once over all tasks and targets; a look-up costs what the promise's words cost."""

    def __init__(
        self,
        tasks: Sequence[Task],
        targets: Sequence[Target],
        areas: Sequence[Area],
        places: Places,
    ) -> None:
        self._places = places
        self._tasks = {task.number: task for task in tasks}
        self._targets: dict[int, list[Target]] = defaultdict(list)
        for target in targets:
            self._targets[target.task].append(target)
        self._by_project = _by_project(targets)
        texts = {t.number: f"{t.name}，{t.scope}，{t.target}" for t in tasks}
        self._texts = {number: self._cleaned(text) for number, text in texts.items()}
        self._grams = _inverted((n, _pairs(_RUNS.findall(t))) for n, t in self._texts.items())
        self._quoted = _inverted((n, _QUOTED.findall(text)) for n, text in texts.items())
        self._of_targets: dict[str, frozenset[str]] = {}
        self._figures = _inverted((t.number, map(_figure, t.quantities)) for t in tasks)
        self._measured = _inverted((t.number, map(_measured, t.quantities)) for t in tasks)
        self._named = _by_opening(tasks)
        self._area_grams = {area.number: set(self._grams_of(area.name)) for area in areas}
        self._most = log(len(self._tasks) + 1)
        self._weights = {gram: self._most - log(len(n)) for gram, n in self._grams.items()}

    def area_of(self, section: str) -> int | None:
        """The area whose name shares most with the heading of a section."""
        own = set(self._grams_of(section))
        shared = {n: len(own & grams) / (len(grams) or 1) for n, grams in self._area_grams.items()}
        best = max(shared, key=lambda number: shared[number], default=None)
        return best if best is not None and shared[best] >= _ENOUGH_IN_AREA else None

    def carriers(
        self,
        text: str,
        projects: Mapping[str, Sequence[int]],
        quantities: Sequence[Quantity],
        area: int | None,
    ) -> Carriers:
        """`projects` are the undertakings the promise names, by name, with the tasks of each."""
        named = {n for numbers in projects.values() for n in numbers}
        keys = {t.key for name in projects for t in self._by_project.get(name, ())}
        found = named or self._by_words(text, quantities, area, lone=bool(projects))
        if not keys:
            keys = {key for number in found for key in self._alike(text, number, quantities)}
        return Carriers(tuple(sorted(found)), tuple(sorted(keys, key=_printed_order)))

    def _by_words(
        self, text: str, quantities: Sequence[Quantity], area: int | None, lone: bool
    ) -> set[int]:
        """The tasks whose words come closest; `lone` is a promise of an undertaking that no task
        names, so that only much the same words may carry it."""
        whole = self._named_in(text)
        if whole:
            return whole
        scores = self._scores(text)
        same: set[int] = set()
        for quantity in quantities:
            for number in self._figures.get(_figure(quantity), ()):
                scores[number] = scores.get(number, 0.0) + _FOR_A_FIGURE
            alike = self._measured.get(_measured(quantity), set())
            if len(quantity.subject) < _LEAST_RUN:
                alike = alike & self._figures.get(_figure(quantity), set())
            for number in alike if quantity.subject else ():
                scores[number] = scores.get(number, 0.0) + _FOR_THE_SAME_THING
                same.add(number)
        for quoted in _QUOTED.findall(text):
            for number in self._quoted.get(quoted, ()):
                scores[number] = scores.get(number, 0.0) + _FOR_A_QUOTE
        enough = {
            number: score
            for number, score in scores.items()
            if score >= self._threshold(number, area, lone)
            and (number in same or self._shares_a_name(text, number))
        }
        best = max(enough.values(), default=0.0)
        return {number for number, score in enough.items() if score >= best * _CLOSE}

    def _named_in(self, text: str) -> set[int]:
        """The tasks whose whole name stands in a promise, the longest of such names."""
        found: dict[int, int] = {}
        for i in range(len(text) - _LEAST_RUN + 1):
            for name, number in self._named.get(text[i : i + _LEAST_RUN], ()):
                if text.startswith(name, i):
                    found[number] = max(len(name), found.get(number, 0))
        longest = max(found.values(), default=0)
        return {number for number, length in found.items() if length == longest}

    def _threshold(self, number: int, area: int | None, lone: bool) -> float:
        inside = area is not None and self._tasks[number].area == area
        return _FOR_A_LONE_ONE if lone else _ENOUGH_IN_AREA if inside else _ENOUGH

    def _scores(self, text: str) -> dict[int, float]:
        """For each task the share of the promise's weight that it has too: of all its words, or
        of one item of a list, when that is long enough to be a name."""
        scores = self._shares(self._runs(text))
        items = re.split("、|和|及", text)
        for item in items if len(items) > 1 else ():
            runs = self._runs(item)
            if sum(map(len, runs)) >= _LEAST_ITEM:
                for number, share in self._shares(runs).items():
                    scores[number] = max(scores.get(number, 0.0), share * _FOR_AN_ITEM)
        return scores

    def _shares(self, runs: Iterable[str]) -> dict[int, float]:
        grams = set(_pairs(runs))
        whole = sum(map(self._weight, grams))
        scores: dict[int, float] = defaultdict(float)
        for gram in grams if whole else ():
            numbers = self._grams.get(gram, ())
            if len(numbers) <= _MOST_CARRIERS:
                share = self._weight(gram) / whole
                for number in numbers:
                    scores[number] += share
        return scores

    def _weight(self, gram: str) -> float:
        """Rare pairs weigh more; a pair that no task has weighs like the rarest."""
        return self._weights.get(gram, self._most)

    def _shares_a_name(self, text: str, number: int) -> bool:
        """A run of four characters in common, or all of a shorter name, that is no common term
        (生态保护)."""
        own = self._texts[number]
        return any(
            part in own
            for run in self._runs(_too_common().sub("，", text))
            if len(run) >= _LEAST_NAME
            for i in range(max(len(run) - _LEAST_RUN, 0) + 1)
            if (part := run[i : i + _LEAST_RUN])
        )

    def _alike(self, text: str, number: int, quantities: Sequence[Quantity]) -> list[str]:
        """The targets of a task that come closest to the promise's words."""
        own = set(self._grams_of(text))
        figures = set(map(_figure, quantities))
        scores: dict[str, float] = {}
        for target in self._targets[number]:
            theirs = self._of_target(target)
            whole = min(sum(map(self._weight, own)), sum(map(self._weight, theirs)))
            shared = sum(map(self._weight, own & theirs)) / (whole or 1)
            if target.quantity is not None and _figure(target.quantity) in figures:
                shared += _FOR_A_FIGURE
            if shared >= _ENOUGH_FOR_TARGET:
                scores[target.key] = shared
        best = max(scores.values(), default=0.0)
        return [key for key, score in scores.items() if score >= best * _CLOSE]

    def _of_target(self, target: Target) -> frozenset[str]:
        if target.key not in self._of_targets:
            self._of_targets[target.key] = frozenset(self._grams_of(target.text))
        return self._of_targets[target.key]

    def _grams_of(self, text: str) -> Iterator[str]:
        return _pairs(self._runs(text))

    def _runs(self, text: str) -> list[str]:
        return _RUNS.findall(self._cleaned(text))

    def _cleaned(self, text: str) -> str:
        """Without places, counts, joining words, turns and the verbs of action: what is left
        names the matter."""
        bare = self._places.pattern.sub("，", _ORDINAL.sub("，", text))
        return _acting().sub("，", any_of("turns").sub("，", bare))


@cache
def _too_common() -> re.Pattern[str]:
    return re.compile(alternatives(wording()["too_common"]))


@cache
def _acting() -> re.Pattern[str]:
    """Verbs where they begin an action, and what joins words."""
    verbs = alternatives([*wording()["finishing"], *wording()["progressing"]])
    adverbs = alternatives(wording()["adverbs"])
    return re.compile(f"(?:(?<=[，。；、])|^)(?:{adverbs})*(?:{verbs})+|[和与及的等在]|以及")


def _pairs(runs: Iterable[str]) -> Iterator[str]:
    for run in runs:
        for i in range(len(run) - 1):
            yield run[i : i + 2]


def _by_project(targets: Iterable[Target]) -> dict[str, list[Target]]:
    found: dict[str, list[Target]] = defaultdict(list)
    for target in targets:
        if target.project:
            found[target.project].append(target)
    return found


def _inverted(pairs: Iterable[tuple[int, Iterable[T]]]) -> dict[T, set[int]]:
    found: dict[T, set[int]] = defaultdict(set)
    for number, keys in pairs:
        for key in keys:
            found[key].add(number)
    return found


def _figure(quantity: Quantity) -> tuple[Decimal, str]:
    return quantity.value, quantity.unit


def _measured(quantity: Quantity) -> tuple[str, str]:
    return quantity.subject, quantity.unit


def _by_opening(tasks: Iterable[Task]) -> dict[str, list[tuple[str, int]]]:
    """The names of tasks by their first characters; a common term (营商环境) alone is none."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for task in tasks:
        name = _NAME_ENDS.sub("", task.name)
        if len(name) >= _LEAST_RUN and _too_common().sub("", name):
            found[name[:_LEAST_RUN]].append((name, task.number))
    return found


def _printed_order(key: str) -> tuple[int, ...]:
    return tuple(int(part) for part in key.split("."))
