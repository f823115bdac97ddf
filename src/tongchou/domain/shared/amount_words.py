"""Whether a number and a unit make a figure: what stands around them (fixed_phrases.json)."""

import re
from functools import cache
from typing import Any

from tongchou.domain.shared.data import load
from tongchou.domain.shared.numerals import chinese_integer
from tongchou.domain.shared.quantities import PACKAGE, Unit

_STEPS = "十百千万亿"
_CONSECUTIVE = re.compile(r"[一二三四五六七八九两][一二三四五六七八九]")
_STEPPED = {"money", "people", "households", "volume", "length", "level", "visits"}
_COUNTED = {"items", "people", "households", "livestock", "flow_items"}
_UNIT_END = re.compile(r"[A-Za-z]$")
_FRAGMENT_END = re.compile(r"[以左上及，。；、！？：:;,\s）)”的]|$")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_NEAR = 16


@cache
def _words() -> dict[str, Any]:
    table: dict[str, Any] = load(PACKAGE, "fixed_phrases.json")
    return table


@cache
def _any(name: str) -> str:
    return "|".join(map(re.escape, sorted(_words()[name], key=len, reverse=True)))


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(_words()["names"]))


@cache
def _made_before(making: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(making)})(?:{_any('between')})*\s*$")


@cache
def _not_before() -> dict[str, re.Pattern[str]]:
    table = load(PACKAGE, "units.json")["not_before"]
    return {unit: re.compile(words) for unit, words in table.items() if words}


@cache
def _implied() -> tuple[re.Pattern[str], dict[str, str]]:
    nouns = {noun: unit for unit, many in _words()["implied"].items() for noun in many}
    names = "|".join(map(re.escape, sorted(nouns, key=len, reverse=True)))
    verbs = r"(?:完成|实现|达到|达|突破|超过|超|约|近|不低于|不少于|增加到|提高到|[为至])*"
    return re.compile(rf"(?P<noun>{names}){verbs}\s*$"), nouns


def bare(printed: str) -> str:
    """A unit without its magnitude: 万亩 is 亩; 千瓦 keeps its 千."""
    for at in range(len(printed)):
        rest = printed[at:]
        if rest in _simple() or rest[0] not in _STEPS:
            return rest
    return printed


@cache
def _simple() -> frozenset[str]:
    table = load(PACKAGE, "units.json")
    return frozenset(word for entry in table["units"] for word in entry["printed"])


def stands_apart(text: str, at: int) -> bool:
    """Whether a number may begin here: not inside a word (T2), an ordinal (第3), a product
    (7×24), the far end of years (2023—2025) or a fixed phrase."""
    before = text[max(at - 2, 0) : at]
    last = before[-1:]
    if last and ((last.isascii() and (last.isalnum() or last in ".-")) or last == "－"):
        return False
    if last.isdigit() or (last and last in _words()["not_behind"]):
        return False
    if last and last in "数几" and text[at] in _STEPS:
        return False
    if last == "," and before[:1].isdigit():
        return False
    if last in "—–~～ " and last and before[:1].isdigit():
        return last == " " and not _THOUSANDS.match(text, at)
    if _is_ranked(text, at) or (last and last in "零一二三四五六七八九"):
        return False
    return not _names().match(text, at)


def _is_ranked(text: str, at: int) -> bool:
    """前10名, 排名3位: a rank; but 6月底前100个 counts."""
    near = text[max(at - 5, 0) : at].rstrip()
    if near.endswith("第"):
        return True
    rank = next((word for word in _words()["ranked"] if near.endswith(word)), None)
    if rank is None:
        return False
    behind = near[: -len(rank)][-1:]
    return not (rank == "前" and behind and behind in _words()["before_rank"])


def fits(text: str, start: int, end: int, unit: Unit) -> bool:
    """Whether the words behind a unit leave it a unit (4级, 3处理 do not)."""
    behind = text[end : end + 1]
    if behind == "级" or (behind.isascii() and behind.isalnum() and _UNIT_END.search(unit.printed)):
        return False
    stop = _not_before().get(bare(unit.printed))
    if stop and stop.match(text, end):
        return False
    if unit.printed == "个月":
        return re.search(_any("limits"), text[max(start - _NEAR, 0) : start]) is not None
    return True


def is_approximate(number: str) -> bool:
    """A magnitude without a digit: 百, 千亿."""
    return not number.strip("百千万亿")


def counts_something(text: str, at: int, number: str, more: bool, unit: Unit) -> bool:
    """Whether a Chinese numeral counts: 三百万元 and 新建三座水库 do, 一个窗口 and 三方 do not."""
    before = text[max(at - _NEAR, 0) : at]
    if is_approximate(number):
        return more or before.endswith(tuple(_words()["approximate_before"]))
    if _CONSECUTIVE.search(number) or not number.strip("零〇"):
        return False
    stepped = any(c in _STEPS for c in number) or bare(unit.printed) != unit.printed
    if unit.dimension == "duration":
        return re.search(_any("limits"), before) is not None
    if unit.dimension in _COUNTED:
        return _counts_items(before, number, unit)
    return stepped or (unit.dimension not in _STEPPED and chinese_integer(number) > 1)


def _counts_items(before: str, number: str, unit: Unit) -> bool:
    value = chinese_integer(number) if bare(unit.printed) == unit.printed else 10_000
    if value > 10:
        return unit.base not in {"期", "批", "班"}
    if unit.printed in _words()["ordinal_units"]:
        return False
    if value == 1:
        return unit.printed in _words()["single"] and _ends(before, "single_making")
    return _ends(before, "making")


def _ends(before: str, making: str) -> bool:
    return _made_before(making).search(before) is not None


def implied_unit(text: str, at: int, end: int) -> str:
    """元 for 投资20亿, 人 for 人口100万; "" where the noun before the number implies none."""
    if not _FRAGMENT_END.match(text, end):
        return ""
    pattern, nouns = _implied()
    match = pattern.search(text, max(at - _NEAR, 0), at)
    return nouns[match["noun"]] if match else ""
