"""Promises that name their items: 完成甲、乙、丙等12项改革."""

import re
from functools import cache

from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.target import Checklist, Item, Quantity
from tongchou.domain.programme.targets.cutting import ITEMS, cut
from tongchou.domain.programme.targets.wording import start_of_action, verb_in, weight
from tongchou.domain.shared.quantities import Measure

_REACHED = (
    "实现|完成|出台|印发|制定|编制|推出|开通|上线|选定|建立|建成|办理|落地|落实|通办|互认|覆盖|举办|联办"
    "|组建|设立|签订|开放|发布|取消|下放|整合"
)
_MOST_ITEM, _LEAST_ITEMS = 24, 2
_TAIL = re.compile(
    r"等?(?P<count>[一二两三四五六七八九十]+|\d+)?(?P<classifier>[个项条类件批场家座处])?"
    r"(?P<noun>[\u4e00-\u9fff]{0,14})"
)
_AND_SO_ON = re.compile(r"(?<![高中初优同均])等(?![级候])")
_COUNT = re.compile(
    r"(?<![\d一二两三四五六七八九十])(?:\d{1,6}|[一二两三四五六七八九十]{1,6})[个项条类件场]"
)
_ATTRIBUTE = re.compile(
    "^(?:方面|领域|环节|行业|产业|地区?|区域|部门|单位|省|市|因素|因子|渠道|方式|手段)"
)


def checklist_in(line: Line, quantities: tuple[Quantity, ...] = ()) -> Checklist | None:
    """The items a promise names, each to be reached; None where it names less than two, counts
    nothing and ends with no 等, or speaks of effort only (推进甲、乙、丙)."""
    items = [piece for part in cut(line, "，,") for piece in cut(part, ITEMS)]
    if len(items) < _LEAST_ITEMS or any(
        "，" in line.text[: i.span.end - line.span.start] for i in items
    ):
        return None
    verb = _reached().match(items[0].text, start_of_action(items[0].text))
    if not verb:
        return None
    first = items[0].part(verb.end(), len(items[0].text))
    last, tail = _last(items[-1])
    if tail is None or not (tail["count"] or tail["noun"]):
        return None
    named = [first, *items[1:-1], last]
    if _ATTRIBUTE.match(tail["noun"]) or not all(_is_item(item) for item in named):
        return None
    return Checklist(
        tuple(Item(i.text, "", (i.span,)) for i in named), _expected(named, quantities)
    )


@cache
def _reached() -> re.Pattern[str]:
    return re.compile(f"(?:{_REACHED})+")


def _last(item: Line) -> tuple[Line, re.Match[str] | None]:
    """The last item without what counts the list: 丙 of 丙等12项改革, 丙 of 丙3项改革."""
    end = _AND_SO_ON.search(item.text) or _COUNT.search(item.text)
    if end and end.start() > 0:
        return item.part(0, end.start()), _TAIL.match(item.text, end.start())
    return item, None


def _is_item(item: Line) -> bool:
    bare = re.sub("[“”《》]", "", item.text)
    return 1 < len(bare) <= _MOST_ITEM and (weight(bare) > 1 or not verb_in(bare))


def _expected(named: list[Line], quantities: tuple[Quantity, ...]) -> int | None:
    counts = [int(q.value) for q in quantities if q.measure is Measure.COUNT]
    return counts[0] if counts and counts[0] > len(named) else None
