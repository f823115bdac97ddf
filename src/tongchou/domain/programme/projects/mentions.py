"""Where a text names an undertaking: a reservoir, a road, a park (projects.json)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tongchou.domain.notice.document import Span
from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.projects.words import (
    and_so_on,
    any_ending,
    boundary,
    breaks,
    endings,
    endings_of_all,
    firm_endings,
    generic_words,
    list_of_works,
    needing_works,
    project_words,
    sort_of,
    works,
)
from tongchou.domain.programme.targets.cutting import FRAGMENTS, ITEMS, SENTENCES, cut
from tongchou.domain.programme.targets.wording import start_of_action, starting_with

_LEAST_OWN, _LEAST_OF_WORKS, _LONGEST, _LONGEST_SHORT = 2, 3, 34, 10
_LONGEST_KIND, _LONGEST_ITEM, _MOST_TRIES = 6, 200, 5
_NO_NAMES = "新老旧大小各该此本两三座条个"
_AND = re.compile("(?:以及|和|及)")
_COUNTED = re.compile(
    r"(?P<head>[^（(]{0,12})[（(](?P<names>[^（）()]{2,60})[）)](?:等)?[一二两三四五六七八九十\d]+[个座条项处](?P<tail>[\u4e00-\u9fff]{2,8}?)"
)
_LISTED = re.compile(
    r"[一二两三四五六七八九十\d]+[个座条项处](?P<tail>[\u4e00-\u9fff]{2,8})[（(](?P<names>[^（）()]{2,60})[）)]"
)
_COUNT_OF_ALL = re.compile("^(?P<own>[^“”《》]{2,10}?)[一二两三四五六七八九十]{1,2}[座条个处项]$")
"""丙三 of 甲、乙、丙三座水库."""
_NUMBERED = re.compile(r"\d+余?[座条个处项家]")
_MARKED = re.compile("[“《][^”》]{2,30}[”》]")


@dataclass(frozen=True, slots=True)
class Mention:
    """An undertaking named in a text; `name` is `line`'s text unless its last word stands at the
    end of a list (A、B水库), which is `tail`. `sort` is a key of projects.json. Mentions of one
    list share `group`, the piece of the text that lists them; `counted` where that piece counts
    them as well (三座水库（甲、乙、丙）)."""

    name: str
    sort: str
    line: Line
    group: Span
    counted: bool = False
    tail: Line | None = None


def mentions_in(text: Line) -> list[Mention]:
    """Every undertaking a text names, in printed order; words that only tell of a kind of works
    (重点项目, 路基工程) name none."""
    if not any_ending().search(text.text):
        return []
    found: list[Mention] = []
    for sentence in cut(text, SENTENCES + "：:"):
        for fragment in cut(sentence, FRAGMENTS):
            found.extend(_in_fragment(fragment))
    return found


def named_as_a_whole(name: Line, about: str) -> Mention | None:
    """A task's name that is nothing but the name of what is built (冷链物流中心), where what is
    said of it tells that something is."""
    last = _runs(name.text)
    if not last or last[-1].end() != len(name.text) or start_of_action(name.text):
        return None
    word = last[-1]["end"]
    own = word not in endings_of_all() and not re.search("[、，；的]", name.text)
    if not own or _refused(name.text, len(name.text)) or breaks().search(name.text):
        return None
    if len(name.text) > len(word) and re.search(project_words()["built"], about):
        return Mention(name.text, sort_of(word), name, name.span)
    return None


def _in_fragment(fragment: Line) -> Iterator[Mention]:
    if not any_ending().search(fragment.text):
        return
    counted = list(_counted(fragment))
    if counted:
        yield from counted
        return
    on_works = works().search(fragment.text) is not None
    for items in _lists(fragment):
        yield from _in_list(items, on_works)


@dataclass(frozen=True, slots=True)
class _List:
    """Items that stand in one row; `of_works` where 等…项目 behind them says what they are."""

    items: tuple[Line, ...]
    of_works: bool
    open: bool


def _lists(fragment: Line) -> Iterator[_List]:
    """The rows of a fragment, each up to its 等; 和 and 及 divide what ends like an undertaking."""
    items: list[Line] = []
    for piece in cut(fragment, ITEMS):
        more = and_so_on().search(piece.text)
        for item in _divided(piece.part(0, more.start()) if more else piece):
            items.append(item)
        if more:
            of_works = list_of_works().match(piece.text, more.start()) is not None
            yield _List(tuple(items), of_works, open=True)
            items = [piece.part(more.end(), len(piece.text))]
    yield _List(tuple(item for item in items if item.text), of_works=False, open=False)


def _divided(item: Line) -> Iterator[Line]:
    start = 0
    if len(item.text) > _LONGEST_ITEM:
        yield item
        return
    for match in _AND.finditer(item.text):
        left, right = item.part(start, match.start()), item.part(match.end(), len(item.text))
        if _ends_as_named(left.text) and _begins_another(left.text, right.text):
            yield left
            start = match.end()
    yield item.part(start, len(item.text))


def _ends_as_named(text: str) -> bool:
    ends = [match.end() for match in endings().finditer(text)]
    return bool(ends) and ends[-1] == len(text) and text not in project_words()["parts"]


def _begins_another(left: str, text: str) -> bool:
    """小江航道提升 behind 开州港二期及 is a part of one undertaking; 白云水库除险加固 behind
    青山水库和 is another, for both are reservoirs."""
    ending, last = endings().search(text), list(endings().finditer(left))[-1]
    if not ending or text[: ending.end()] in project_words()["parts"]:
        return False
    if ending["end"] == last["end"]:
        return True
    return not ending["more"].startswith(tuple(project_words()["deverbal"]))


def _in_list(row: _List, on_works: bool) -> Iterator[Mention]:
    if row.items:
        found = list(_of_items(row, on_works))
        start = min((m.line.span.start for m in found), default=0)
        last = row.items[-1].span
        ends = [(m.tail or m.line).span.end for m in found if m.line.span.start >= last.start]
        group = Span(last.block, start, max(ends, default=last.end))
        yield from (replace(mention, group=group) for mention in found)


def _of_items(row: _List, on_works: bool) -> Iterator[Mention]:
    read = [_named(item, on_works or row.of_works) for item in row.items]
    for i, (item, mention) in enumerate(zip(row.items, read, strict=True)):
        if mention is not None:
            yield mention
        elif row.of_works:
            yield from _as_it_stands(item, None, "works")
        elif not row.open and _is_short(item):
            later = next((found for found in read[i:] if found), None)
            tail = _last_word(later) if later else None
            if later and tail and len(tail.text) > 1:
                yield from _as_it_stands(item, tail, later.sort)


def _last_word(mention: Mention) -> Line | None:
    """What the items before it in its list lack: 水库."""
    if mention.tail:
        return mention.tail
    word = endings().search(mention.line.text)
    return mention.line.part(*word.span("end")) if word else None


def _is_short(item: Line) -> bool:
    return len(item.text[_start_of_name(item.text, len(item.text)) :]) <= _LONGEST_SHORT


def _as_it_stands(item: Line, tail: Line | None, sort: str) -> Iterator[Mention]:
    """甲 in 甲、乙水库, 甲 in 甲、乙等项目: an undertaking without a last word of its own."""
    part = item.part(_start_of_name(item.text, len(item.text)), len(item.text))
    word = tail.text if tail else ""
    if not part.text or _AND.match(part.text) or (word and part.text.endswith(word)):
        return
    if _is_name(part.text, part.text + word, sort):
        yield Mention(part.text + word, sort, part, part.span, tail=tail)


def _named(item: Line, on_works: bool) -> Mention | None:
    """The undertaking of one item: from behind its verb to its last word."""
    text = item.text
    for ending in _runs(text)[: -_MOST_TRIES - 1 : -1]:
        word, end = ending["end"], ending.end()
        sort = sort_of(word)
        if (word in needing_works() and not on_works) or _refused(text, end):
            continue
        start = _start_of_name(text, ending.start("end"))
        start = max(start, text.rfind("的", start, ending.start("end")) + 1)
        proper, name = text[start : ending.start("end")], text[start:end]
        behind = re.search(project_words()["not_behind"], text[:start])
        counted = _COUNT_OF_ALL.search(proper)
        if counted and not behind and _is_name(counted["own"], counted["own"] + word, sort):
            part = item.part(start, start + counted.end("own"))
            tail = item.part(ending.start("end"), ending.end("end"))
            return Mention(part.text + tail.text, sort, part, part.span, tail=tail)
        if len(name) <= _LONGEST and not behind and _is_name(proper, name, sort):
            part = item.part(start, end)
            return Mention(name, sort, part, part.span)
    return None


def _refused(text: str, end: int) -> bool:
    if text[:end].endswith(tuple(project_words()["titles"])):
        return True
    return re.match(project_words()["not_before"], text[end:]) is not None


def _runs(text: str) -> list[re.Match[str]]:
    """The endings of a text, of those that stand behind one another only the last."""
    runs: list[re.Match[str]] = []
    for match in endings().finditer(text):
        if runs and not breaks().search(text, runs[-1].end(), match.start()):
            runs.pop()
        runs.append(match)
    return runs


def _start_of_name(text: str, end: int) -> int:
    """Behind the last verb or mark that cannot be a part of the name."""
    start = start_of_action(text[:end])
    for match in boundary().finditer(text, start, end):
        start = match.end()
    lead = starting_with("finishing", "progressing", "adverbs")
    while verb := lead.match(text, start, end):
        start = verb.end()
    epithet = re.match(project_words()["epithets"], text[start:end])
    return start + (epithet.end() if epithet else 0)


def _is_name(proper: str, name: str, sort: str) -> bool:
    """Whether something of its own is left when words of kind and count are gone."""
    if not proper or _NUMBERED.match(proper) or name.endswith(tuple(project_words()["parts"])):
        return False
    if "“" in _MARKED.sub("", name):
        return False
    if _MARKED.search(proper):
        return True
    own = len(generic_words().sub("", proper))
    if sort == "works":
        return own >= _LEAST_OF_WORKS
    short = (
        own >= 1 and proper[-1] not in _NO_NAMES and name.startswith(firm_endings(), len(proper))
    )
    return own >= _LEAST_OWN or short


def _counted(fragment: Line) -> Iterator[Mention]:
    """三座水库（甲、乙、丙） and 达州（甲、乙、丙）三个通用机场: one for each name."""
    match = _LISTED.search(fragment.text) or _COUNTED.search(fragment.text)
    if not match:
        return
    tail = endings().search(fragment.text, match.start("tail"))
    if not tail or tail.start() - match.start("tail") > _LONGEST_KIND:
        return
    kind = fragment.part(match.start("tail"), tail.end("end"))
    behind = match.start("tail") > match.end("names")
    begin = match.start()
    if "head" in match.groupdict():
        begin = _start_of_name(fragment.text, match.end("head"))
    group = fragment.part(begin, max(match.start("tail"), match.end("names") + 1)).span
    start, end = match.span("names")
    for name in re.finditer(r"[^、，,和及\s]+", fragment.text[start:end]):
        part = fragment.part(start + name.start(), start + name.end())
        lacking = None if part.text.endswith(tail["end"]) else kind
        name_of = part.text + (lacking.text if lacking else "")
        tail_of = None if behind else lacking
        yield Mention(name_of, sort_of(tail["end"]), part, group, counted=True, tail=tail_of)
