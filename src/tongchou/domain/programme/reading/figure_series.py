"""Figures that share what is printed once: a unit (1、2、3万吨), a verb (A、B分别达到…), a
comparator (超过120万吨、2万标箱); and those that describe what another counts (亿元以上项目5个)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tongchou.domain.programme.reading.subjects import noun_phrase
from tongchou.domain.programme.reading.vocabulary import any_of
from tongchou.domain.programme.target import Quantity, QuantityRole
from tongchou.domain.shared.amounts import Amount
from tongchou.domain.shared.quantities import Comparator, normalize, unit

_LONGEST_SENTENCE = 400
_SHARED = re.compile(r"\d+(?:\.\d+)?(?:、\d+(?:\.\d+)?)*(?:和|及|与|、)$")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_APART = re.compile(r"[、，和及与\s]{1,3}(?:达到?)?")
_LISTED = re.compile(r"、[^，。；、\d\n]{0,8}")
_ATTRIBUTE = re.compile(r"的?[^，。；、\d\n]{1,12}")
_FIGURE = re.compile(r"\s*\d[\d.,]*\s*\S{0,6}$")
_COMPARED = re.compile(r"(?:较|比|同比|环比|年均)")
_CLASS = re.compile(
    r"[\d.,]+[^，。；、：\d\n]{1,8}?(?:及?以上|及?以下|以内|之内|内)的?(?![和与及并或])"
    r"(?:(?![和与及并])[^，。；、：\d\n]){1,24}"
)
_NAMES = re.compile("、|和|与|以及|及")
_COUNTED = {"items", "people", "households"}
_DESCRIBING = {Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST}


@dataclass(frozen=True, slots=True)
class Read:
    """A quantity with its place in the text."""

    quantity: Quantity
    start: int
    end: int


def with_shared_units(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """1、2、3万吨 behind 分别: the numbers before the last one share its unit."""
    result: list[Amount] = []
    for amount in amounts:
        shared = _SHARED.search(text, max(amount.start - 80, 0), amount.start)
        if shared and _apportioned(_sentence_before(text, amount.start)):
            result.extend(_sharing(amount, shared))
        result.append(amount)
    return result


def _sharing(amount: Amount, shared: re.Match[str]) -> Iterator[Amount]:
    for match in _NUMBER.finditer(shared.group()):
        start = shared.start() + match.start()
        yield replace(
            amount,
            start=start,
            end=start + len(match.group()),
            number=match.group(),
            value=normalize(match.group(), amount.printed)[0],
        )


def _apportioned(sentence: str) -> int:
    """Where 分别 or 依次 stands last, counted from 1; 0 for nowhere."""
    return max(sentence.rfind("分别"), sentence.rfind("依次")) + 1


def _sentence_before(text: str, end: int) -> str:
    reach = max(end - _LONGEST_SENTENCE, 0)
    start = max(max(text.rfind(mark, reach, end) for mark in "。；！？\n") + 1, reach)
    return text[start:end]


def as_series(text: str, read: Sequence[Read]) -> Iterator[Quantity]:
    """The quantities, each with what its neighbours say for it."""
    apportioned = _apportion(text, read)
    shared = _with_shared_words(text, apportioned)
    for this, following in pairwise([*shared, None]):
        if this is None:
            continue
        describes = following is not None and _describes(text, this, following)
        quantity = this.quantity
        yield replace(quantity, role=QuantityRole.SCOPE) if describes else quantity


def _apportion(text: str, read: Sequence[Read]) -> list[Read]:
    """A、B、C分别达到…: as many figures as names, each figure takes its own."""
    result: list[Read] = []
    at = 0
    while at < len(read):
        last = at
        while last + 1 < len(read) and _APART.fullmatch(text, read[last].end, read[last + 1].start):
            last += 1
        group = list(read[at : last + 1])
        before = _sentence_before(text, group[0].start)
        cut = _apportioned(before) - 1
        names = _NAMES.split(_named_clause(before[:cut])) if cut >= 0 and len(group) > 1 else []
        if len(names) >= len(group):
            group = [
                replace(one, quantity=_named(one.quantity, name, group[0].quantity))
                for one, name in zip(group, names[-len(group) :], strict=True)
            ]
        result.extend(group)
        at = last + 1
    return result


def _named_clause(before: str) -> str:
    """The clause that lists the names; 较上年 names nothing and leaves it to the one before."""
    clauses = before.split("，")
    while len(clauses) > 1 and _COMPARED.match(clauses[-1].strip()):
        clauses.pop()
    return clauses[-1]


def _named(quantity: Quantity, name: str, first: Quantity) -> Quantity:
    plain = quantity.comparator is Comparator.EQUAL
    return replace(
        quantity,
        subject=noun_phrase(_FIGURE.sub("", name)),
        comparator=first.comparator if plain else quantity.comparator,
        measure=first.measure if first.unit == quantity.unit else quantity.measure,
    )


def _with_shared_words(text: str, read: Sequence[Read]) -> list[Read]:
    """超过120万吨、集装箱2万标箱: the comparator before the first holds for the second."""
    result: list[Read] = []
    for this in read:
        previous = result[-1] if result else None
        shared = previous and _is_listed(text, previous, this) and _comparing_before(text, previous)
        if previous and shared and this.quantity.comparator is Comparator.EQUAL:
            quantity = replace(this.quantity, comparator=previous.quantity.comparator)
            result.append(replace(this, quantity=quantity))
        else:
            result.append(this)
    return result


def _comparing_before(text: str, read: Read) -> bool:
    """Whether a figure's comparator stands before it, not behind (以上) or in it (20余)."""
    plain = text.endswith(read.quantity.printed_unit, 0, read.end)
    return plain and read.quantity.comparator not in {Comparator.RANGE, Comparator.ABOUT}


def _is_listed(text: str, first: Read, second: Read) -> bool:
    """Whether only 、 and a noun without a verb of its own stand between two figures."""
    if not _LISTED.fullmatch(text, first.end, second.start):
        return False
    return not any_of("own_verbs").search(text, first.end, second.start)


def _describes(text: str, this: Read, following: Read) -> bool:
    """Whether a figure bounds the class that the next one counts or rates."""
    quantity, counted = this.quantity, following.quantity
    dimension = unit(quantity.printed_unit).dimension
    counts = unit(counted.printed_unit).dimension
    if quantity.role is not QuantityRole.TARGET or dimension in {"items", "ratio"}:
        return False
    if _CLASS.fullmatch(text, this.start, following.start):
        return counts == "ratio" or (counts in _COUNTED and dimension not in _COUNTED)
    return (
        counts in _COUNTED
        and dimension not in _COUNTED
        and (quantity.comparator in _DESCRIBING or dimension == "berth")
        and _ATTRIBUTE.fullmatch(text, this.end, following.start) is not None
        and not any_of("own_verbs").search(text, this.end, following.start)
    )
