"""A text in single actions: each with its verb and object, and what leads in to it or follows."""

import re
from collections.abc import Iterator
from functools import cache

from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.targets.cutting import FRAGMENTS, ITEMS, SENTENCES, between, cut
from tongchou.domain.programme.targets.wording import (
    alternatives,
    is_date_alone,
    start_of_action,
    starting_with,
    verb_in,
    weight,
    wording,
)

_LEAST_WEIGHT = 2
_BRACKETED = re.compile("[（(【〔][^（）()【】〔〕]*[）)】〕]").fullmatch


def sentences_of(text: Line) -> Iterator[Line]:
    return cut(text, SENTENCES)


def phrases_of(sentence: Line) -> list[Line]:
    """The actions of one sentence, in printed order; [] when it says of no action.

    A circumstance (按照…, 通过…) and a date alone belong to the action behind them; what has no
    object of its own (取得实效), what follows from an action (形成…) and what continues it (并…)
    belong to the one before.
    """
    units: list[Line] = []
    pending: Line | None = None
    fragments = [part for piece in cut(sentence, FRAGMENTS) for part in _verbs_in_a_row(piece)]
    for i, fragment in enumerate(fragments):
        last = i + 1 == len(fragments)
        if not last and _leads_in(fragment, first=not units):
            pending = between(sentence, pending or fragment, fragment)
        elif units and not pending and belongs_before(fragment):
            units[-1] = between(sentence, units[-1], fragment)
        else:
            units.append(between(sentence, pending or fragment, fragment))
            pending = None
    return [unit for unit in map(unmarked, units) if _acts(unit)]


def action_of(phrase: Line) -> str:
    """A phrase without the circumstances before it and what only follows from it."""
    fragments = list(cut(phrase, FRAGMENTS))
    acting = [f for f in fragments if not (is_circumstance(f.text) or is_date_alone(f.text))]
    first, *rest = acting or fragments
    return "，".join([first.text, *(f.text for f in rest if not belongs_before(f))])


def only_leads_in(piece: Line) -> bool:
    """Whether a piece holds nothing but circumstances, dates and what stands in brackets."""
    return all(
        is_circumstance(fragment.text) or is_date_alone(fragment.text) or _BRACKETED(fragment.text)
        for fragment in cut(piece, FRAGMENTS)
    )


def _acts(unit: Line) -> bool:
    promises = verb_in(unit.text) or _measured().match(unit.text) is not None
    return promises and not only_leads_in(unit)


def has_object(text: str) -> bool:
    """Whether a text names something, not only verbs and turns of phrase."""
    return weight(text[start_of_action(text) :]) >= _LEAST_WEIGHT


def _verbs_in_a_row(fragment: Line) -> Iterator[Line]:
    """完成A、启动B: pieces of a list are actions where each begins with a verb of its own."""
    pieces = list(cut(fragment, ITEMS))
    start, complete = 0, False
    for i in range(1, len(pieces)):
        complete = complete or _complete(pieces[i - 1].text)
        action = pieces[i].text[start_of_action(pieces[i].text) :]
        if complete and starting_with("splitting").match(action) and has_object(action):
            yield between(fragment, pieces[start], pieces[i - 1])
            start, complete = i, False
    yield between(fragment, pieces[start], pieces[-1]) if start else fragment


def _complete(text: str) -> bool:
    return verb_in(text) and has_object(text)


def _leads_in(fragment: Line, first: bool) -> bool:
    text = fragment.text[start_of_action(fragment.text) :] or fragment.text
    if is_date_alone(fragment.text):
        return True
    if is_circumstance(text):
        return True
    return first and not verb_in(fragment.text)


def is_circumstance(text: str) -> bool:
    """Whether a fragment only says by what or for what something is done."""
    opening = _circumstance().match(text)
    if not opening:
        return False
    if opening.group() in {"在", "对", "对于", "经", "为", "因"}:
        return re.search(wording()["in_place"], text) is not None or not verb_in(text)
    return not _with_action_behind().search(text)


@cache
def _circumstance() -> re.Pattern[str]:
    spared = alternatives(wording()["not_circumstances"])
    return re.compile(f"(?!{spared})(?:{alternatives(wording()['circumstances'])})")


@cache
def _with_action_behind() -> re.Pattern[str]:
    """按照要求完成…, 在…等方面实现…: the action stands in the same fragment."""
    actions = alternatives(["加快", *wording()["splitting"]])
    return re.compile(rf"(?:要求|部署|安排|原则|方式|模式|形式|契机|抓手)(?:{actions})")


def belongs_before(fragment: Line) -> bool:
    """Whether a fragment only continues or results from the action before it."""
    text = fragment.text[_mark_end(fragment.text) :]
    if starting_with("joining").match(text) and not re.match("再生|并购|且末|并网|并联", text):
        return True
    if _measured().match(text):
        return False
    return not (verb_in(text) and has_object(text)) or results(fragment)


@cache
def _measured() -> re.Pattern[str]:
    """A figure of a thing of its own (营造林5.2万亩), not of what stands before (共5.2万亩)."""
    of_the_former = alternatives(wording()["of_the_former"])
    following = alternatives([*wording()["following"], *wording()["joining"]])
    return re.compile(
        rf"(?!{of_the_former}|(?!营造林)(?:{following}))[\u4e00-\u9fffA-Za-z“”]{{3,20}}\d[\d.,]*[\u4e00-\u9fff%％]"
    )


def results(fragment: Line) -> bool:
    """Whether a fragment says what comes of the action before it (形成…, 提升…)."""
    text = fragment.text[_mark_end(fragment.text) :]
    if not starting_with("following").match(text) or re.search("[“《]", text):
        return False
    firm = re.match("确保|保障|力求", text) and starting_with("milestones").search(text)
    return not firm


def _mark_end(text: str) -> int:
    found = re.match(wording()["marks"], text)
    return found.end() if found else 0


def unmarked(unit: Line) -> Line:
    """A piece without 一是, （2） or ① before it."""
    return unit.part(_mark_end(unit.text), len(unit.text))
