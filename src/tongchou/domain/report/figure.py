"""A figure as people type it, read exactly or not at all."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from tongchou.domain.shared.numerals import parse_number
from tongchou.domain.shared.quantities import Unit, normalize, units

LONGEST = 40
"""Characters of a figure, typed or in its base unit."""
MOST_DIGITS = 15
"""Digits before the point in the base unit; 15 reach a thousand trillion yuan."""
MAGNITUDES = ("万", "亿")

_WIDE = {ord("％"): "%", ord("．"): ".", ord("，"): ",", ord("－"): "-", ord("＋"): "+"} | {
    ord("０") + digit: str(digit) for digit in range(10)
}
_ABOUT = re.compile(r"^(?:约|大约|近|将近|超|超过|突破)|(?:左右|上下|以上|以下|余|多|许)$")
_TYPED = re.compile(
    r"(?P<number>[+-]?[\d,]*\.?\d+|[零〇一二两三四五六七八九十百千]+)(?P<unit>[^\d.,+-]*)"
)
# Of these a department may count thousands of thousands; of items it does not.
_LARGE = {"money", "land", "volume", "mass", "visits", "people", "boxes", "power", "energy"}


class Flaw(StrEnum):
    """Why a typed figure cannot be read."""

    NOT_A_NUMBER = "not_a_number"
    APPROXIMATE = "approximate"
    UNIT = "unit"
    MAGNITUDE = "magnitude"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is exact in the base `unit`; `printed` of `printed_unit` is what was meant."""

    value: Decimal
    unit: str
    printed: str
    printed_unit: str


def read_figure(typed: str, chosen_unit: str, base_unit: str) -> Figure | Flaw | None:
    """Read "6.93", "６．９３", "69,300", "6.93万亩" or "6.93万" typed beside a chosen unit.

    A unit typed with the number counts, where it converts to `base_unit`; a bare 万 or 亿 counts
    beside the base unit and is ambiguous beside one that holds a magnitude already. Blank is
    None: nothing was stated, which is not zero.
    """
    if len(typed) > LONGEST:
        return Flaw.SIZE
    text = re.sub(r"\s+", "", typed.translate(_WIDE))
    if not text:
        return None
    if _ABOUT.search(text):
        return Flaw.APPROXIMATE
    match = _TYPED.fullmatch(text)
    if match is None:
        return Flaw.NOT_A_NUMBER
    number, unit = match["number"], match["unit"] or chosen_unit
    if unit in MAGNITUDES:
        if chosen_unit != base_unit:
            return Flaw.MAGNITUDE
        unit += base_unit
    return _exact(number, unit, base_unit)


def _exact(number: str, unit: str, base_unit: str) -> Figure | Flaw:
    known = units().get(unit)
    if (known.base if known else unit) != base_unit:
        return Flaw.UNIT
    try:
        value = normalize(number, unit)[0] if known else parse_number(number)
    except ValueError:
        return Flaw.NOT_A_NUMBER
    if value.adjusted() >= MOST_DIGITS or len(format(value, "f")) > LONGEST:
        return Flaw.SIZE
    return Figure(value, base_unit, number.replace(",", ""), unit)


@cache
def units_for(base_unit: str, printed_unit: str) -> tuple[str, ...]:
    """The units offered beside a figure: the printed one first, then one for each other size.

    >>> units_for("亩", "万亩")
    ('万亩', '亩', '公顷', '亿亩')
    """
    table = units()
    offered = {table[printed_unit].factor: printed_unit} if printed_unit in table else {}
    for name, unit in table.items():
        if unit.base == base_unit and _worth_offering(name, unit):
            offered.setdefault(unit.factor, name)
    first = (printed_unit,) if printed_unit else ()
    rest = [name for _, name in sorted(offered.items()) if name != printed_unit]
    return (*first, *rest) or (base_unit,)


def _worth_offering(name: str, unit: Unit) -> bool:
    if name == unit.base or unit.dimension == "ratio":
        return True
    if name[0] in MAGNITUDES and name[1:] == unit.base:
        return unit.dimension in _LARGE
    return name not in _multiples()


@cache
def _multiples() -> frozenset[str]:
    """Names that only put a magnitude before another unit (千亩, 十万吨)."""
    names = units()
    return frozenset(name for name in names if any(name[i:] in names for i in range(1, len(name))))
