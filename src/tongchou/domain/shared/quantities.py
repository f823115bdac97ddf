"""Figures with their units: what is printed, and the exact value in the base unit."""

from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum
from functools import cache

from tongchou.domain.shared.canonical import decimal_text
from tongchou.domain.shared.data import load
from tongchou.domain.shared.numerals import parse_number

PACKAGE = "tongchou.domain.shared"
_UNMULTIPLIED = {"ratio", "points", "multiple", "level", "speed", "duration"}


class Comparator(StrEnum):
    """How a value must stand to the figure of a promise."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    EQUAL = "equal"
    ABOUT = "about"
    AT_MOST = "at_most"
    RANGE = "range"


class Measure(StrEnum):
    """Flow: grows over the period; stock and rate: as of a date; count: whole events or items."""

    FLOW = "flow"
    STOCK = "stock"
    RATE = "rate"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit: one of it is `factor` of `base` (one 万亩 is 10000 亩)."""

    printed: str
    base: str
    factor: Decimal
    dimension: str


class UnknownUnitError(ValueError):
    """The unit is in no table."""


@cache
def units() -> dict[str, Unit]:
    """Every printed unit, alone and behind a magnitude (元, 万元, 亿元; 万吨/年)."""
    table = load(PACKAGE, "units.json")
    alone = {
        printed: Unit(printed, entry["base"], Decimal(factor), entry["dimension"])
        for entry in table["units"]
        for printed, factor in entry["printed"].items()
    }
    alone |= {word: Unit(word, word, Decimal(1), "items") for word in table["classifiers"]}
    counted = [unit for unit in alone.values() if unit.dimension not in _UNMULTIPLIED]
    combined = [_multiple(word, unit) for word in table["magnitudes"] for unit in counted]
    for group in table["per"]:
        rates = [
            Unit(f"{of}/{by}", f"{alone[of].base}/{by}", alone[of].factor, group["dimension"])
            for of in group["of"]
            for by in group["by"]
        ]
        combined += rates
        combined += [_multiple(word, unit) for word in group["magnitudes"] for unit in rates]
    return {unit.printed: unit for unit in combined} | alone


def _multiple(word: str, unit: Unit) -> Unit:
    factor = Decimal(load(PACKAGE, "units.json")["magnitudes"][word])
    return Unit(word + unit.printed, unit.base, unit.factor * factor, unit.dimension)


def unit(printed: str) -> Unit:
    """The table's entry of a printed unit. Raises UnknownUnitError."""
    try:
        return units()[printed]
    except KeyError:
        raise UnknownUnitError(printed) from None


@cache
def _longest_unit() -> int:
    return max(map(len, units()))


def unit_at(text: str, at: int) -> Unit | None:
    """The longest printed unit that stands at an offset, or None."""
    table = units()
    for length in range(min(_longest_unit(), len(text) - at), 0, -1):
        found = table.get(text[at : at + length])
        if found:
            return found
    return None


def normalize(number_text: str, printed_unit: str) -> tuple[Decimal, str]:
    """The exact value in the base unit: ("6.93", "万亩") is (Decimal(69300), "亩").

    Raises UnknownUnitError for a unit in no table, ValueError for text that is no number.
    """
    entry = unit(printed_unit)
    with localcontext() as context:
        context.prec = 60
        value = parse_number(number_text) * entry.factor
    return Decimal(decimal_text(value)), entry.base


def in_unit(value: Decimal, printed_unit: str) -> Decimal:
    """A base-unit value counted in a printed unit: 69300 (亩) is 6.93 (万亩)."""
    entry = unit(printed_unit)
    with localcontext() as context:
        context.prec = 60
        counted = value / entry.factor
    if counted.as_tuple().exponent not in {"n", "N", "F"} and len(counted.as_tuple().digits) > 30:
        counted = counted.quantize(Decimal("0.000001"))
    return Decimal(decimal_text(counted))


def format_quantity(value: Decimal | None, base_unit: str, printed_unit: str = "") -> str:
    """For people: format_quantity(69300, "亩", "万亩") is "6.93万亩"; a missing value is "—"."""
    if value is None:
        return "—"
    if printed_unit and printed_unit in units() and units()[printed_unit].base == base_unit:
        return f"{decimal_text(in_unit(value, printed_unit))}{printed_unit}"
    return f"{decimal_text(value)}{'' if base_unit == '1' else base_unit}"
