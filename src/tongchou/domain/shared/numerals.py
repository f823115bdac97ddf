"""Numbers as offices print them: 1,654 · ６.93 · 二十五 · 一百零三 · 1亿2000万 · 九十五点五."""

import re
from decimal import Decimal

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
STEPS = {"十": 10, "百": 100, "千": 1000}
CHINESE_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千万亿]+")
ARABIC_NUMBER = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?")
_POINT_NUMBER = re.compile(r"([零〇一二两三四五六七八九十百]+)点([零〇一二三四五六七八九]+)")
_MIXED_PART = re.compile(r"(\d+(?:\.\d+)?)([十百千万亿]+)")
_MIXED_NUMBER = re.compile(rf"(?:{_MIXED_PART.pattern})+(?:\d+)?")
_MAGNITUDES = {**STEPS, "万": 10_000, "亿": 100_000_000}
WIDE = str.maketrans("０１２３４５６７８９．，－＋", "0123456789.,-+")


def parse_number(text: str) -> Decimal:
    """An Arabic number (also full-width, with thousands commas, or 1亿2000万) or a Chinese one
    (三百, 九十五点五). Else ValueError."""
    plain = text.strip().translate(WIDE)
    if ARABIC_NUMBER.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    if CHINESE_NUMBER.fullmatch(plain):
        return Decimal(chinese_integer(plain))
    if match := _POINT_NUMBER.fullmatch(plain):
        decimals = "".join(str(DIGITS[c]) for c in match[2])
        return Decimal(f"{chinese_integer(match[1])}.{decimals}")
    if _MIXED_NUMBER.fullmatch(plain):
        return _mixed(plain)
    raise ValueError(f"not a number: {text!r}")


def _mixed(text: str) -> Decimal:
    total, end = Decimal(0), 0
    for part in _MIXED_PART.finditer(text):
        value, end = Decimal(part[1]), part.end()
        for magnitude in part[2]:
            value *= _MAGNITUDES[magnitude]
        total += value
    return total + Decimal(text[end:] or 0)


def chinese_integer(text: str) -> int:
    """二十五 is 25, 一百零三 is 103, 三亿五千万 is 350000000, 二〇二三 is 2023. Else ValueError."""
    if not CHINESE_NUMBER.fullmatch(text):
        raise ValueError(f"not a Chinese number: {text!r}")
    if all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    total = part = section = digit = 0
    for c in text:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in STEPS:
            section += (digit or 1) * STEPS[c]
            digit = 0
        elif c == "万":
            part += (section + digit) * 10_000
            section = digit = 0
        else:
            total += (part + section + digit) * 100_000_000
            part = section = digit = 0
    return total + part + section + digit


def chinese_numeral(number: int) -> str:
    """1 to 99 as offices number their parts: 一, 十, 二十五. Else ValueError."""
    if not 1 <= number <= 99:
        raise ValueError(f"no part is numbered {number}")
    tens, ones = divmod(number, 10)
    names = "零一二三四五六七八九"
    head = "" if tens == 0 else "十" if tens == 1 else names[tens] + "十"
    return head + ("" if ones == 0 else names[ones])
