"""When two names mean one undertaking: full and short form, A至B高速公路 and AB高速."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tongchou.domain.programme.projects.words import generic_words, project_words
from tongchou.domain.programme.reading.places import Places

_QUOTES = re.compile(r"[“”‘’《》「」『』·\s]")
_BRACKETS = re.compile(r"[（(](?![^（）()]*期)[^（）()]*[）)]")
_TAIL = re.compile(r"(?:建设)?(?:工程|项目)+$")
_SPELLINGS = (
    ("高速公路", "高速"),
    ("高速铁路", "高铁"),
    ("快速通道", "快速"),
    ("快速路", "快速"),
    ("物流园区", "物流园"),
    ("产业园区", "产业园"),
    ("工业园区", "工业园"),
    ("污水处理厂", "污水厂"),
)
_FROM_TO = re.compile(
    r"^(?P<a>[\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}(?:至|到|—|－|-|～)(?P<b>[\u4e00-\u9fff])[\u4e00-\u9fff]{1,4}?"
    r"(?P<rest>(?:第[一二三四]|[一二三四]线|直线|直达|城际|沿江)?(?:高速|快速|高铁|铁路|公路|大桥|隧道|航道|干线).*)$"
)
_BETWEEN = re.compile(
    "^(?P<a>[\u4e00-\u9fff])(?P<b>[\u4e00-\u9fff])(?P<rest>(?:直线|直达|城际)?(?:高速|快速|高铁|铁路))$"
)
_QUALIFIERS = re.compile("直线|直达|新建|规划|年产")
_OF_A_PLACE = ("港", "站")
"""甲港乙作业区 lies where 甲 does, and is 乙作业区."""
_LEAST_TAIL, _LEAST_CORE, _LONG_CORE, _SHORT = 2, 3, 6, 4


def key_of(name: str) -> str:
    """The same for every spelling of a name: without quotes, without 工程 or 项目 at its end, and
    a line between two places the same from either end."""
    bare = _BRACKETS.sub("", _QUOTES.sub("", name)) or name
    for long, short in _SPELLINGS:
        bare = bare.replace(long, short)
    cut = _TAIL.sub("", bare)
    bare = cut if len(cut) > _LEAST_TAIL else bare
    ends = _FROM_TO.match(bare) or _BETWEEN.match(bare)
    return "".join(sorted(ends["a"] + ends["b"])) + ends["rest"] if ends else bare


def is_part_of(key: str, longer: str) -> bool:
    """龙滩水库 in 龙滩水库除险加固及连通: the works are on it, not another undertaking."""
    rest = longer.removeprefix(key)
    return rest != longer and rest.startswith(tuple(project_words()["deverbal"]))


def is_short_form(key: str, full: str) -> bool:
    """达州中心 for 万达开先进计算中心: the place and the last word."""
    return len(key) == _SHORT and key != full and full.endswith(key[2:]) and len(full) > _SHORT


def same_undertakings(keys: Iterable[str], places: Places) -> Iterator[tuple[str, str]]:
    """Pairs of keys that mean one: with and without the place before it (万州新田港二期 and
    新田港二期), with and without 直达. Two places with works of one name are two."""
    distinct = dict.fromkeys(keys)
    by_core: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    by_plain: dict[str, list[str]] = defaultdict(list)
    for key in distinct:
        core, named = _core(key, places)
        by_core[core].append((key, named))
        by_plain[_QUALIFIERS.sub("", key)].append(key)
    for core, found in by_core.items():
        yield from _with_and_without_place(core, found)
    for plain in by_plain.values():
        if len(plain) == 2:
            yield plain[0], plain[1]


def _core(key: str, places: Places) -> tuple[str, frozenset[str]]:
    """A key without the place it begins with, and the governments that place names."""
    place = places.pattern.match(key)
    rest = key[place.end() :] if place else ""
    if place and rest[:1] in _OF_A_PLACE and len(rest) > _LEAST_CORE:
        rest = rest[1:]
    if not place or len(rest) < _LEAST_CORE or len(generic_words().sub("", rest)) < 2:
        return key, frozenset()
    return rest, frozenset(places.named_in(place.group()))


def _with_and_without_place(
    core: str, found: list[tuple[str, frozenset[str]]]
) -> Iterator[tuple[str, str]]:
    placed = [(key, named) for key, named in found if key != core]
    if len(found) > len(placed) and len(placed) == 1:
        yield core, placed[0][0]
    if len(core) >= _LONG_CORE:
        for i, (first, here) in enumerate(placed):
            for second, there in placed[i + 1 : i + 2]:
                if here & there:
                    yield first, second
