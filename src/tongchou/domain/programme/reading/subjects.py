"""What a figure measures: the noun phrase before it (货运量突破500万吨) or behind it (20家企业)."""

import re
from functools import cache

from tongchou.domain.shared.data import load
from tongchou.domain.shared.quantities import unit

_PACKAGE = "tongchou.domain.programme.reading"
_COUNTED = {"items", "people", "households", "livestock"}
_STOPS = re.compile(r"[，。；：、,;:！!？?\n（(《]")
_ENDS = re.compile(r"[，。；：、,;:！!？?\n（(）)“”\"《》]")
_BASE = re.compile(
    r"[由从自](?:原来的?|目前的?|现在的?|上年的?|去年的?|\d{4}年的?)?(?:不足|约|近)?[\d一二三四五六七八九十百千万].*$"
)
_YEARS = re.compile(
    r"^(?:到(?![位期达港货账场])|至|截至)?"
    r"(?:20\d\d\s?年(?:底|末|度)?)?(?:\d{1,2}月(?:底|末|[上中下]旬|\d{1,2}日)?"
    r"|第?[一二三四]季度末?|[上下]半年|年[底内末])?(?:之?前|以前|内)?"
)
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}[.、．]|[（(]\d{1,2}[）)])")
_ORDINAL = re.compile(r"^第[一二三四五六七八九十\d]+[批期次届轮]")
_BOUND = re.compile(r"^(?:及?以上|及?以下|以内|之内|左右)的?")
_NAMED = re.compile(r"^.*(?:规模|能力|目标|数量|面积|总量|其中)为(?=.)")
_AFTER = re.compile(r"(?:及?以上|及?以下|以内|之内|左右|上下|余|多|的)*")
_WHOLE = ("户", "人")
"""Units that name what they count; 个 and 家 leave it to the noun behind them."""
_LONG, _LONGEST = 12, 16
_REACH = 120


@cache
def _words(name: str) -> list[str]:
    words: list[str] = load(_PACKAGE, "subjects.json")[name]
    return sorted(words, key=len, reverse=True)


@cache
def _any(name: str) -> str:
    return "|".join(map(re.escape, _words(name)))


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('leading_to')}|\s)+$")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('verbs')})(?![率量值数额度期区]|工程)")


@cache
def _opening() -> re.Pattern[str]:
    names = "|".join((_any("verbs"), _any("opening_verbs"), _any("time_and_place")))
    return re.compile(rf"^(?:(?:{names})(?![率量值数额度期业站])|了|\s)+")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(_any("ends"))


def subject_of(text: str, start: int, end: int, printed_unit: str, floor: int = 0) -> str:
    """The noun phrase that governs the figure at [start, end); "" where there is none.

    `floor` is the end of the figure before it, whose words it only takes where it has none.
    """
    before = _before(text, start, floor) or _before(text, start, 0)
    behind = _behind(text, end)
    counted = unit(printed_unit).dimension in _COUNTED and not printed_unit.endswith(_WHOLE)
    return (behind or before) if counted else (before or behind)


def noun_phrase(words: str) -> str:
    """What is left of the words before a figure without verbs, times and places."""
    head = _NAMED.sub("", _tail().sub("", _BASE.sub("", words)))
    cut = 0
    for match in _verb().finditer(head):
        if match.end() < len(head):
            cut = match.end()
    head = head[cut:]
    if head in _words("measure_nouns"):
        return head
    for pattern in (_NUMBERED, _BOUND, _YEARS, _opening(), _YEARS, _ORDINAL):
        head = pattern.sub("", head, count=1)
    head = re.sub('[“”‘’"]', "", head).strip("的）) \u3000")
    if len(head) > _LONG:
        noun = next((word for word in _words("measure_nouns") if head.endswith(word)), None)
        head = noun or head
    return head if len(head) <= _LONGEST else head[-_LONGEST:]


def _before(text: str, start: int, floor: int) -> str:
    words = text[max(start - _REACH, floor) : start]
    stops = [match.end() for match in _STOPS.finditer(words.rstrip("：: 　"))]
    return noun_phrase(words[stops[-1] if stops else 0 :])


def _behind(text: str, end: int) -> str:
    after = _AFTER.match(text, end)
    at = after.end() if after else end
    words = text[at : at + _LONGEST * 2]
    words = words[1:] if words[:1] == "“" else words
    stop = _ENDS.search(words)
    words = words[: stop.start()] if stop else words
    last = _ends().search(words)
    words = words[: last.start()] if last else words
    digits = re.search(r"\d", words)
    words = words[: digits.start()] if digits else words
    return _tail().sub("", words[:_LONGEST].strip())
