"""Whether one line of text runs on into the next, and how the two are joined."""

import re
from collections.abc import Iterable, Sequence

from tongchou.documents.pages.lines import TextLine, is_western
from tongchou.domain.shared.organizations import function_of, is_organ

SLACK = 0.15
"""How far a line may end off its place, in ems."""
BETWEEN_SCRIPTS = 0.25
"""What word processors leave between Chinese and Latin letters or digits, in ems."""
WIDER = 1.3
SAME_SIZE = 1.2
SHORTEST_NAME = 4
_SENTENCE_END = re.compile(r"[。；！？：:;][”’）)]?$")
_FULL_STOP = re.compile(r"[。！？：:][”’）)]?$")
_ITEM = re.compile(
    r"[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[、．]|\d{1,2}\.(?!\d)"
    r"|[一二三四五六七八九十]{1,3}、|[①-⑳]|附\s*件"
)
_BETWEEN_NAMES = re.compile(r"[、，,；;\s（）()]+")
_ANDS = ("和", "与", "及", "或")
_LATIN = re.compile(r"[A-Za-z]$")
_LATIN_START = re.compile(r"[A-Za-z]")


def has_room(line: TextLine, after: TextLine, rest: float) -> bool:
    """Whether the next line could have begun on this one, so that it is a new paragraph."""
    mixed = is_western(line.text[-1]) != is_western(after.text[0])
    return rest >= after.unit + (SLACK + BETWEEN_SCRIPTS * mixed) * line.size


def is_new_item(line: TextLine, after: TextLine) -> bool:
    """A full stop, and what follows is numbered; behind a semicolon numbers run on in a line."""
    return bool(_FULL_STOP.search(line.text) and _ITEM.match(after.text))


def ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text) is not None


def ends_organ(text: str, known: bool) -> bool:
    """Whether a line ends with the whole name of an organ: one with a function of its own
    (市发展改革委), or, where the next line is `known` to begin a name, any (浦里新区)."""
    name = _BETWEEN_NAMES.split(text)[-1]
    if not is_organ(name):
        return False
    return known or any(function_of(name[i:]) for i in range(len(name) - 1))


def begins_organ(text: str) -> bool:
    """Whether a line begins with what can be a name by itself, not with the rest of one."""
    name = _BETWEEN_NAMES.split(text)[0]
    return len(name) >= SHORTEST_NAME and is_organ(name) and not name.startswith(_ANDS)


def is_other_size(line: TextLine, after: TextLine) -> bool:
    return not 1 / SAME_SIZE < line.size / after.size < SAME_SIZE


def normal_pitch(pairs: Iterable[tuple[TextLine, TextLine]]) -> float:
    """How far apart the lines of one paragraph stand, in ems: what most pairs keep to, and
    of two distances that are common the smaller."""
    pitches = sorted(
        round(pitch / after.size, 1)
        for line, after in pairs
        if line.page == after.page and (pitch := after.base - line.base) > 0
    )
    if not pitches:
        return float("inf")
    common = max(map(pitches.count, set(pitches)))
    return min(pitch for pitch in set(pitches) if pitches.count(pitch) >= common / 2)


def is_spaced(line: TextLine, after: TextLine, pitch: float) -> bool:
    """Whether two lines stand further apart than those of one paragraph."""
    apart = (after.base - line.base) / after.size
    return line.page == after.page and not 0 < apart <= WIDER * pitch


def joined(texts: Sequence[str]) -> str:
    """Lines of one paragraph: Chinese joins without a blank, English words with one."""
    whole = texts[0]
    for text in texts[1:]:
        between = " " if _LATIN.search(whole) and _LATIN_START.match(text) else ""
        whole += between + text
    return whole
