"""Ladders for promises without a figure: the template its words call for (ladders.json), the
rung they promise, and the day they name for it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from tongchou.domain.programme.target import Ladder, Rung
from tongchou.domain.programme.targets.wording import (
    first_verbs,
    is_progress,
    start_of_action,
    starting_with,
    wording,
)
from tongchou.domain.shared.data import load
from tongchou.domain.shared.text import Text

PACKAGE = "tongchou.domain.programme.targets"
GENERIC = "generic"
Dated = tuple[str, date | None]
"""Words of a promise and the day they name."""
_VERBS_WEIGH = 2


@cache
def templates() -> dict[str, Any]:
    table: dict[str, Any] = load(PACKAGE, "ladders.json")["templates"]
    return table


def label(template: str) -> Text:
    """What a template is called. Raises KeyError."""
    return Text(**templates()[template]["label"])


def is_joint(template: str) -> bool:
    """Whether what it leads to is one thing of all parties: a paper, a body, an event."""
    return bool(templates()[template].get("joint"))


def template_for(text: str, sort: str | None = None) -> str:
    """The template whose words cover most of a text; on a tie the one that is named first in it.
    Words are counted by length, so 可行性研究 says more than 编制, and the verb of the action
    twice. `sort` is that of the undertaking: works on it climb the ladder of its sort."""
    text = text.replace("完成立", "完成，立")
    verbs = "，".join(first_verbs(fragment) for fragment in re.split("[，,；]", text))
    best, best_score = GENERIC, (0, 0)
    for name, (words, pattern) in _patterns().items():
        if not pattern.search(text):
            continue
        found = [word for word in words if word in text]
        longest = [w for w in found if not any(w != other and w in other for other in found)]
        weights = (len(w) * (_VERBS_WEIGH if w in verbs else 1) for w in longest)
        score = (sum(weights), -min(text.index(word) for word in found))
        if score > best_score:
            best, best_score = name, score
    own = _by_sort().get(sort or "")
    return own if own and climbs_works(best) else best


@cache
def _patterns() -> dict[str, tuple[tuple[str, ...], re.Pattern[str]]]:
    words = {name: tuple(entry["words"]) for name, entry in templates().items() if entry["words"]}
    return {
        name: (found, re.compile("|".join(map(re.escape, found)))) for name, found in words.items()
    }


@cache
def _by_sort() -> dict[str, str]:
    return {sort: name for name, entry in templates().items() for sort in entry.get("sorts", ())}


@cache
def _of_works() -> frozenset[str]:
    """Templates that an undertaking's own one outdoes, and those that say little of it."""
    return frozenset({*_by_sort().values(), "research", "land_works", "investment"})


def climbs_works(template: str) -> bool:
    """Whether words that call for this template may be a stage of works."""
    return template == GENERIC or template in _of_works()


def ladder_for(text: str) -> Ladder:
    """The proposed ladder of a promise, without dates."""
    return new_ladder(template_for(text))


def new_ladder(template: str) -> Ladder:
    """A template's rungs without dates. Raises KeyError."""
    rungs = templates()[template]["rungs"]
    return Ladder(template, tuple(Rung(rung["name"], rung["proof"]) for rung in rungs))


def promised_rung(template: str, text: str) -> int | None:
    """The highest rung a text names, the lowest for what only starts (启动, 探索); the last one
    where it promises an end without naming a rung, None where it only goes on (推进)."""
    named = [i for i, words in enumerate(_rung_words(template)) if words and words.search(text)]
    action = text[start_of_action(text) :]
    starts = first_verbs(text).startswith(tuple(wording()["starting"]))
    if named:
        return named[0] if starts else named[-1]
    if starts:
        return 0
    ends = starting_with("finishing").match(action)
    if ends and ends.group() not in wording()["without_end"]:
        return len(_rung_words(template)) - 1
    return None


@cache
def _rung_words(template: str) -> list[re.Pattern[str] | None]:
    rungs = templates()[template]["rungs"]
    return [re.compile("|".join(rung["words"])) if rung["words"] else None for rung in rungs]


def planned(template: str, promises: Sequence[Dated], by: date | None) -> Ladder:
    """The template's ladder with a day for each rung that the promises name with one; `by` is
    the day of those that name none, unless they only go on.

    A day that would stand before that of a lower rung is left to people.
    """
    ladder = new_ladder(template)
    days: dict[int, date] = {}
    for text, named in promises:
        rung = promised_rung(template, text)
        day = named or (None if is_progress(text) else by)
        if rung is not None and day is not None:
            days[rung] = max(day, days.get(rung, day))
    rungs, latest = list(ladder.rungs), None
    for i in sorted(days):
        if latest is None or days[i] >= latest:
            rungs[i] = replace(rungs[i], planned=days[i])
            latest = days[i]
    return Ladder(template, tuple(rungs))
