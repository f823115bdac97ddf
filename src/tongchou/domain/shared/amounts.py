"""Printed amounts in running text: a number, its magnitude and its unit, and nothing that only
looks like one (years, ordinals, 第3批, T2, 四个意识)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tongchou.domain.shared.amount_words import (
    bare,
    counts_something,
    fits,
    implied_unit,
    is_approximate,
    stands_apart,
)
from tongchou.domain.shared.canonical import decimal_text
from tongchou.domain.shared.numerals import WIDE, parse_number
from tongchou.domain.shared.quantities import Unit, UnknownUnitError, normalize, unit, unit_at

_ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,15}(?!\d))(?:\.\d{1,12}(?!\d))?"
_ZH = "[零〇一二两三四五六七八九十百千万亿]"
_NUMBER = re.compile(
    rf"(?<!\d){_ARABIC}|(?<!{_ZH}){_ZH}{{1,24}}(?!{_ZH})|过半|半数|翻番|翻了?[一两三]番"
)
_DIGITS = str.maketrans("０１２３４５６７８９．", "0123456789.")
_BETWEEN = re.compile(r"(?P<more>[余多])?[ \u3000\xa0]{0,2}")
_LATE = re.compile(r"(?P<magnitude>[十百千万亿]{1,2})(?P<more>[余多])?")
_TO = r"[ \u3000]?[—–－～~至到\-]{1,2}[ \u3000]?"
_UPPER = re.compile(rf"(?P<unit>[^\d\s—–－～~，。；、至到\-]{{0,6}}){_TO}(?P<upper>{_ARABIC})")
_ZH_UPPER = re.compile(rf"(?:{_TO})(?P<upper>{_ZH}{{1,24}})")
_MIXED = re.compile(r"(?:\d{1,12}(?:\.\d{1,6})?[万亿千]){1,3}\d{1,12}(?:\.\d{1,6})?")
_FRACTION = re.compile(
    rf"(?P<of>[二三四五六七八九十百千万]+)分之(?P<part>{_ARABIC}|{_ZH}+(?:点[零一二三四五六七八九]+)?)"
)
_SHARE = re.compile(r"[一二三四五六七八九]成(?=以上|左右|以内|[，。；、]|$)|半数(?=以上)|过半")
_DOUBLED = re.compile(r"翻了?(?P<times>[一两三])?番")
_CELL_END = re.compile(r"\s*(?:以上|以下|以内|左右|及以上|[，。；、）)]|$)")
_CELL_START = re.compile(r"(?:^|[\s：:（(，；、≥≤＞＜><=约近超达到过破于至])$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure at [start, end): `number` as printed, `value` exact in the `base` unit; `upper`
    for ranges, `more` for 余, 多 and bare magnitudes (上千家), `exceeded` for 过半."""

    start: int
    end: int
    number: str
    printed: str
    value: Decimal
    base: str
    upper: Decimal | None = None
    more: bool = False
    exceeded: bool = False


def find_amounts(text: str, column_unit: str | None = None) -> Iterator[Amount]:
    """Every amount of a text, in order. `column_unit` is the unit that a column's heading gives
    to its bare numbers (计划投资（亿元）)."""
    text, end = text.translate(_DIGITS), 0
    for match in _NUMBER.finditer(text):
        if match.start() < end or not stands_apart(text, match.start()):
            continue
        if match.group()[0].isdigit():
            found = _arabic(text, match) or _of_column(text, match, column_unit)
        else:
            found = _share(text, match)
            if found is None and match.group()[0] not in "过半翻":
                found = _chinese(text, match)
        if found:
            end = found.end
            yield found


def _arabic(text: str, match: re.Match[str]) -> Amount | None:
    at, end = match.span()
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit():
        return None
    between = _BETWEEN.match(text, end)
    pos = between.end() if between else end
    more = bool(between and between["more"])
    upper = _UPPER.match(text, end)
    ranged = _ranged(text, match, upper) if upper else None
    if ranged:
        return ranged
    found = unit_at(text, pos)
    if found:
        whole = _made(text, (at, pos + len(found.printed)), match.group(), found, more)
        return _after_list_number(text, whole, found)
    return _late(text, match, pos, more)


def _made(
    text: str, span: tuple[int, int], number: str, found: Unit, more: bool = False
) -> Amount | None:
    start, end = span
    if not fits(text, start, end, found):
        return None
    value, base = normalize(number, found.printed)
    return Amount(start, end, number, found.printed, value, base, more=more)


def _after_list_number(text: str, amount: Amount | None, found: Unit) -> Amount | None:
    """1.5个 at the head of a line is item 1 of a list and five of something."""
    counts = found.dimension == "items" and found.printed == found.base
    if amount is None or not counts or "." not in amount.number:
        return amount
    if amount.start and text[amount.start - 1] != "\n":
        return amount
    number = amount.number.split(".")[1]
    start = amount.start + len(amount.number) - len(number)
    return replace(amount, start=start, number=number, value=Decimal(number))


def _late(text: str, match: re.Match[str], pos: int, more: bool) -> Amount | None:
    """3万余亩, 1亿2000万元, and 投资20亿 whose unit the noun implies."""
    at = match.start()
    mixed = _MIXED.match(text, at)
    if mixed:
        found = unit_at(text, mixed.end())
        if not found:
            return None
        words = found.printed[: len(found.printed) - len(bare(found.printed))]
        end = mixed.end() + len(found.printed)
        try:
            simple = unit(bare(found.printed))
        except UnknownUnitError:
            return None
        return _made(text, (at, end), mixed.group() + words, simple, more)
    late = _LATE.match(text, pos)
    if not late:
        return None
    found = unit_at(text, late.end())
    if found:
        printed = late["magnitude"] + found.printed
    else:
        printed = late["magnitude"] + implied_unit(text, at, late.end())
    try:
        whole = unit(printed)
    except UnknownUnitError:
        return None
    end = late.end() + (len(found.printed) if found else 0)
    return _made(text, (at, end), match.group(), whole, more or bool(late["more"]))


def _ranged(text: str, match: re.Match[str], upper: re.Match[str]) -> Amount | None:
    """3—5家, 3%至5%, 10万—12万吨, also backwards (10—5家) as it is printed; None where the words
    are no range of one unit."""
    pos = upper.end()
    between = _BETWEEN.match(text, pos)
    pos = between.end() if between else pos
    found = unit_at(text, pos)
    if not found:
        return None
    first = upper["unit"] or found.printed
    try:
        low = normalize(
            match.group(), first if unit_or_none(first) else first + bare(found.printed)
        )
    except UnknownUnitError:
        return None
    high, base = normalize(upper["upper"], found.printed)
    end = pos + len(found.printed)
    if low[1] != base or _is_year(match.group()) or not fits(text, match.start(), end, found):
        return None
    return Amount(match.start(), end, match.group(), found.printed, low[0], base, upper=high)


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.startswith(("19", "20"))


def unit_or_none(printed: str) -> Unit | None:
    try:
        return unit(printed)
    except UnknownUnitError:
        return None


def _of_column(text: str, match: re.Match[str], column_unit: str | None) -> Amount | None:
    """A bare number under a heading that names the unit."""
    given = unit_or_none(column_unit) if column_unit else None
    if not given or not _CELL_START.search(text[max(match.start() - 1, 0) : match.start()]):
        return None
    upper = _UPPER.match(text, match.end())
    if upper and not upper["unit"] and _CELL_END.match(text, upper.end()):
        low, base = normalize(match.group(), given.printed)
        high = normalize(upper["upper"], given.printed)[0]
        if low < high:
            span = (match.start(), upper.end())
            return Amount(*span, match.group(), given.printed, low, base, upper=high)
    late = _LATE.match(text, match.end())
    own = unit_or_none(late["magnitude"] + bare(given.printed)) if late else None
    end = late.end() if late and own else match.end()
    if not _CELL_END.match(text, end):
        return None
    value, base = normalize(match.group(), (own or given).printed)
    return Amount(match.start(), end, match.group(), (own or given).printed, value, base)


def _share(text: str, match: re.Match[str]) -> Amount | None:
    """三分之二, 百分之八十, 八成以上, 工程量过半, 翻一番."""
    at = match.start()
    doubled = _DOUBLED.match(text, at)
    if doubled:
        number = doubled["times"] or "一"
        return Amount(at, doubled.end(), number, "番", parse_number(number), "番")
    fraction = _FRACTION.match(text, at)
    if fraction:
        part, of = parse_number(_full(fraction["part"])), parse_number(_full(fraction["of"]))
        value = round(part / of, 10)
        return _ratio(at, fraction.end(), value)
    share = _SHARE.match(text, at)
    if not share or (share.group() == "过半" and text[at - 1 : at] not in set("率量度例比资")):
        return None
    tenths = parse_number(share.group()[0]) if share.group()[1] == "成" else Decimal(5)
    amount = _ratio(at, share.end(), tenths / 10)
    return replace(amount, exceeded=share.group() == "过半")


def _ratio(start: int, end: int, value: Decimal) -> Amount:
    return Amount(start, end, decimal_text(value * 100), "%", Decimal(decimal_text(value)), "1")


def _chinese(text: str, match: re.Match[str]) -> Amount | None:
    """三百万元, 两万余亩, 新建三座水库; 千 may belong to the unit (三十万千瓦)."""
    at, run = match.start(), match.group()
    for number in (run, run[:-1]) if run[-1] in "千百" else (run,):
        if not number:
            continue
        between = _BETWEEN.match(text, at + len(number))
        pos = between.end() if between else at + len(number)
        more = bool(between and between["more"])
        ranged = _chinese_range(text, at, number)
        if ranged:
            return ranged
        found = unit_at(text, pos)
        if not found or not counts_something(text, at, number, more, found):
            continue
        vague = is_approximate(number)
        return _made(text, (at, pos + len(found.printed)), _full(number), found, more or vague)
    return None


def _chinese_range(text: str, at: int, number: str) -> Amount | None:
    upper = _ZH_UPPER.match(text, at + len(number))
    found = unit_at(text, upper.end()) if upper else None
    if not upper or not found or not counts_something(text, at, number, False, found):
        return None
    end = upper.end() + len(found.printed)
    low, base = normalize(_full(number), found.printed)
    high = normalize(_full(upper["upper"]), found.printed)[0]
    if low >= high or not fits(text, at, end, found):
        return None
    return Amount(at, end, number, found.printed, low, base, upper=high)


def _full(number: str) -> str:
    """百 is 一百: a number that can be read again."""
    plain = number.translate(WIDE)
    return "一" + plain if plain[0] in "百千万亿" else plain
