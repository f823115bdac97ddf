"""Figures in a text: number, printed unit, exact value, comparator, role, measure and subject."""

import re
from collections.abc import Iterator
from functools import cache

from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.reading.figure_series import Read, as_series, with_shared_units
from tongchou.domain.programme.reading.measures import is_base, measure_of, role_of
from tongchou.domain.programme.reading.subjects import subject_of
from tongchou.domain.programme.reading.vocabulary import vocabulary
from tongchou.domain.programme.target import Quantity, QuantityField, QuantityRole
from tongchou.domain.shared.amounts import Amount, find_amounts
from tongchou.domain.shared.quantities import Comparator, Measure

_MARKS = "，。；：、,;:！？\n（(“"
_LONGEST_FRAGMENT = 400
_WIDE_MARKS = str.maketrans(":;()!?", "：；（）！？")
_COMMA = re.compile(r"(?<!\d),|,(?!\d)")


def scan(line: Line, field: QuantityField, unit: str | None = None) -> Iterator[Quantity]:
    """Every figure of a text, in order; years, ordinals and document numbers are none.

    `unit` is the one a column's heading gives to bare numbers (计划投资（亿元）).
    """
    text = _COMMA.sub("，", line.text).translate(_WIDE_MARKS)
    amounts = with_shared_units(text, list(find_amounts(text, unit)))
    ends = [0, *(amount.end for amount in amounts)]
    found = zip(amounts, ends, strict=False)
    yield from as_series(text, [_read(line, text, one, field, floor) for one, floor in found])


def _read(line: Line, text: str, amount: Amount, field: QuantityField, floor: int) -> Read:
    """One quantity; `text` is the line's with its marks made wide, `floor` the end of the figure
    before it."""
    printed = amount.printed
    before = fragment_before(text, amount.start)
    after = _after().match(text, amount.end)
    end = after.end() if after else amount.end
    base = is_base(text, before, amount.end)
    measure = measure_of(text, amount.start, before, printed, field)
    quantity = Quantity(
        field=field,
        text=line.text[amount.start : end],
        number=amount.number,
        value=amount.value,
        upper=amount.upper,
        unit=amount.base,
        printed_unit=printed,
        comparator=_comparator(before, amount, after.group() if after else ""),
        role=QuantityRole.SCOPE if base else role_of(before, printed, field),
        measure=Measure.STOCK if base and measure is not Measure.RATE else measure,
        spans=(line.part(amount.start, end).span,),
        subject=subject_of(text, amount.start, amount.end, printed, floor),
    )
    return Read(quantity, amount.start, end)


def fragment_before(text: str, end: int) -> str:
    """The words of the same fragment before a figure."""
    reach = max(end - _LONGEST_FRAGMENT, 0)
    start = max(max(text.rfind(mark, reach, end) for mark in _MARKS) + 1, reach)
    return text[start:end]


@cache
def _after() -> re.Pattern[str]:
    words = [word for many in vocabulary()["comparators_after"].values() for word in many]
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


@cache
def _comparing() -> re.Pattern[str]:
    words = [word for many in vocabulary()["comparators_before"].values() for word in many]
    names = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?:{names})[了\s]*$")


@cache
def _meanings() -> dict[str, Comparator]:
    sides = (vocabulary()["comparators_before"], vocabulary()["comparators_after"])
    return {
        word: Comparator(name) for side in sides for name, many in side.items() for word in many
    }


def _comparator(before: str, amount: Amount, after: str) -> Comparator:
    if amount.upper is not None:
        return Comparator.RANGE
    if amount.exceeded:
        return Comparator.MORE_THAN
    if after:
        return _meanings()[after]
    found = _comparing().search(before[-16:])
    if found:
        return _meanings()[found.group().strip().removesuffix("了")]
    return Comparator.ABOUT if amount.more else Comparator.EQUAL
