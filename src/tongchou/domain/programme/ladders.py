"""Ladders for promises without a figure: the template its words call for (ladders.json)."""

from functools import cache
from typing import Any

from tongchou.domain.programme.target import Ladder, Rung
from tongchou.domain.shared.data import load
from tongchou.domain.shared.text import Text

PACKAGE = "tongchou.domain.programme"


@cache
def templates() -> dict[str, Any]:
    table: dict[str, Any] = load(PACKAGE, "ladders.json")["templates"]
    return table


def label(template: str) -> Text:
    """What a template is called. Raises KeyError."""
    return Text(**templates()[template]["label"])


def template_for(text: str) -> str:
    """The template whose words cover most of a text; on a tie the one that is named first in it.
    Words are counted by length, so 可行性研究 says more than 编制."""
    best, best_score = "generic", (0, 0)
    for name, entry in templates().items():
        found = [word for word in entry["words"] if word in text]
        if not found:
            continue
        longest = [w for w in found if not any(w != other and w in other for other in found)]
        score = (sum(len(word) for word in longest), -min(text.index(word) for word in found))
        if score > best_score:
            best, best_score = name, score
    return best


def ladder_for(text: str) -> Ladder:
    """The proposed ladder of a promise; its planned dates are for people to give."""
    return new_ladder(template_for(text))


def new_ladder(template: str) -> Ladder:
    """A template's rungs without dates. Raises KeyError."""
    rungs = templates()[template]["rungs"]
    return Ladder(template, tuple(Rung(name, proof) for name, proof in rungs))
