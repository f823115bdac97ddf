"""Values of a workbook's cells as people see them, by the number format of the cell.

Format codes and the built-in ones: ECMA-376 part 1, 18.8.30 and 18.8.31 (zh-cn).
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

Value = str | int | float | bool | date | datetime | time | timedelta

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m/d/yy", 31: 'yyyy"年"m"月"d"日"',
    36: 'yyyy"年"m"月"', 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001
LAST_DAY = 2_958_465
LONGEST_CODE = 255
LONGEST_NUMBER = 10**12
"""Above it the fifteen digits of a number leave too few for the places of a format."""
_MOST_PLACES = 10
_PART = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[yY]+|[mM]+|[dD]+|[0#?.,]+|%|.', re.DOTALL)
_DATE_PARTS = {
    "yyyy": "{0.year}", "yy": "{0:%y}", "mm": "{0.month:02}", "m": "{0.month}",
    "dd": "{0.day:02}", "d": "{0.day}",
}  # fmt: skip
_BETWEEN = set("-/.年月日 ")


def shown(value: Value, code: str = "") -> str:
    """What stands in the cell. An unknown format shows a plain number or an ISO date."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        return _date_text(value, code)
    if isinstance(value, time | timedelta):
        return str(value)
    if is_date(code) and 0 < value < LAST_DAY:
        return _date_text(EPOCH + timedelta(days=float(value)), code)
    return _number_text(value, code)


def is_date(code: str) -> bool:
    """Whether a format shows a day or a month."""
    letters = {part[0].lower() for part in _parts(code) if part[0] not in '"\\[_*'}
    return bool(letters & set("yd")) and not letters & set("0#?")


def _parts(code: str) -> list[str]:
    return _PART.findall(code[:LONGEST_CODE].partition(";")[0])


def _date_text(value: date, code: str) -> str:
    pieces: list[str] = []
    for part in _parts(code) if is_date(code) else []:
        pattern = _DATE_PARTS.get(part.lower())
        if pattern:
            pieces.append(pattern.format(value))
        elif part[0] in '"\\':
            pieces.append(part.strip('"').removeprefix("\\"))
        elif part in _BETWEEN:
            pieces.append(part)
        elif part[0] not in "[_*@":
            pieces.clear()
            break
    if pieces:
        return "".join(pieces).strip()
    if isinstance(value, datetime) and value.time() != time():
        return f"{value:%Y-%m-%d %H:%M}"
    return f"{value:%Y-%m-%d}"


def _number_text(value: float, code: str) -> str:
    """Rounded as the format says, with its words (0.0"万亩"); separators of thousands go."""
    if not isfinite(value):
        return ""
    parts = _parts(code)
    plain = _plain(value)
    digits = [part for part in parts if part[0] in "0#?."]
    too_long = abs(value) >= LONGEST_NUMBER
    if (
        too_long
        or len(digits) != 1
        or digits[0].endswith(",")
        or not all(map(_is_plain_part, parts))
    ):
        return plain
    number = Decimal(plain) * (100 if "%" in parts else 1)
    shown_number = _rounded(number, digits[0].partition(".")[2])
    return "".join(shown_number if part is digits[0] else _literal(part) for part in parts).strip()


def _plain(value: float) -> str:
    """As Excel's General: fifteen digits, no exponent, no zeros behind the point."""
    text = format(Decimal(format(value, ".15g")), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rounded(number: Decimal, fraction: str) -> str:
    places = min(len(fraction), _MOST_PLACES)
    text = format(number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), "f")
    whole, _, behind = text.partition(".")
    kept = fraction[:places].count("0")
    behind = behind[:kept] + behind[kept:].rstrip("0")
    return f"{whole}.{behind}" if behind else whole


def _is_plain_part(part: str) -> bool:
    """A part that changes nothing but the looks: digits, words, blanks, colours."""
    return part[0] in '0#?."\\_*[%-+() ' or part > "\x7f"


def _literal(part: str) -> str:
    if part[0] in "_*[":
        return ""
    return part.strip('"') if part[0] == '"' else part.removeprefix("\\")
