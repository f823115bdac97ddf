"""When something is due: deadlines, ranges, soft and standing periods, and calendar months."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tongchou.domain.shared.numerals import chinese_integer


class PeriodKind(StrEnum):
    DEADLINE = "deadline"
    RANGE = "range"
    SOFT = "soft"
    STANDING = "standing"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Period:
    """A printed period; inclusive dates, None where the words give none."""

    text: str
    kind: PeriodKind
    start: date | None = None
    end: date | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "kind": str(self.kind),
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Period":
        start, end = data["start"], data["end"]
        return cls(
            text=data["text"],
            kind=PeriodKind(data["kind"]),
            start=date.fromisoformat(start) if start else None,
            end=date.fromisoformat(end) if end else None,
        )


_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_POINT = (
    r"(?:(?P<{0}year>20\d\d)年?)?"
    r"(?:(?P<{0}month>1[0-2]|0?[1-9])月(?:(?P<{0}day>[0-3]?\d)日)?"
    r"|第?(?P<{0}quarter>[一二三四1-4])季度|(?P<{0}half>[上下]半年)|(?P<{0}three>前三季度))?"
    r"(?:底|末|内|中旬|上旬|下旬|年底|年末|年内)?"
)
_SINGLE = re.compile(_POINT.format("a") + r"(?:以?前|之前|完成|前完成)?")
_RANGE = re.compile(
    _POINT.format("a") + r"(?:[—–－\-~～]+|至|到)" + _POINT.format("b") + r"(?:以?前|之前)?"
)
_SOFT = re.compile(r"阶段性|成效|进展|突破性")
_STANDING = re.compile(r"长期|持续|常态|常年|每年|滚动|逐年")
_YEAR = re.compile(r"20\d\d(?=年)")


def parse_period(text: str, year: int | None = None) -> Period:
    """Read a printed period; `year` is the programme's, for words that name none (6月底前)."""
    words = re.sub(r"\s+", "", text)
    shown = text.strip()
    if _SOFT.search(words):
        named = _YEAR.search(words)
        soft_year = int(named.group()) if named else year
        if soft_year is None:
            return Period(shown, PeriodKind.SOFT)
        return Period(shown, PeriodKind.SOFT, date(soft_year, 1, 1), date(soft_year, 12, 31))
    if _STANDING.search(words):
        return Period(shown, PeriodKind.STANDING)
    match = _RANGE.fullmatch(words)
    if match and (match["ayear"] or match["byear"] or year):
        return _range(shown, match, year)
    match = _SINGLE.fullmatch(words)
    if words and match:
        return _deadline(shown, match, year)
    return Period(shown, PeriodKind.UNKNOWN)


def _range(shown: str, match: re.Match[str], year: int | None) -> Period:
    end_year = int(match["byear"] or match["ayear"] or year or 0)
    start_year = int(match["ayear"] or year or end_year)
    start = _first_day(match, start_year)
    end = _last_day(match, "b", end_year)
    if start is None or end is None or start > end:
        return Period(shown, PeriodKind.UNKNOWN)
    return Period(shown, PeriodKind.RANGE, start, end)


def _deadline(shown: str, match: re.Match[str], year: int | None) -> Period:
    own = match["ayear"]
    if own is None and year is None:
        return Period(shown, PeriodKind.UNKNOWN)
    due_year = int(own or year or 0)
    end = _last_day(match, "a", due_year)
    if end is None:
        return Period(shown, PeriodKind.UNKNOWN)
    return Period(shown, PeriodKind.DEADLINE, date(min(due_year, year or due_year), 1, 1), end)


def _first_day(match: re.Match[str], year: int) -> date | None:
    last = _last_day(match, "a", year)
    if last is None:
        return None
    if match["aday"]:
        return last
    if match["amonth"]:
        return last.replace(day=1)
    if match["aquarter"]:
        return date(year, last.month - 2, 1)
    return date(year, 7 if match["ahalf"] == "下半年" else 1, 1)


def _last_day(match: re.Match[str], side: str, year: int) -> date | None:
    month = 12
    if match[f"{side}month"]:
        month = int(match[f"{side}month"])
    elif match[f"{side}quarter"]:
        month = _QUARTERS[match[f"{side}quarter"]]
    elif match[f"{side}half"]:
        month = 6 if match[f"{side}half"] == "上半年" else 12
    elif match[f"{side}three"]:
        month = 9
    last = calendar.monthrange(year, month)[1]
    day = int(match[f"{side}day"] or last)
    return date(year, month, day) if 1 <= day <= last else None


def parse_date(text: str) -> date | None:
    """2023年3月29日, also in Chinese numerals (二〇二三年三月二十九日); None when it is no date."""
    match = re.search(
        r"([12]\d{3}|[一二三四五六七八九〇零]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月"
        r"(\d{1,2}|[一二三四五六七八九十]{1,3})日",
        re.sub(r"\s+", "", text),
    )
    if not match:
        return None
    year, month, day = (int(g) if g.isdigit() else chinese_integer(g) for g in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_complete(start: date, as_of: date) -> int:
    """Whole calendar months from the month of `start` that have ended by `as_of`.

    2023-01-01 to 2023-03-31 is 3, to 2023-10-20 is 9; never below zero.
    """
    months = (as_of.year - start.year) * 12 + as_of.month - start.month
    return max(0, months + (1 if as_of == month_end(as_of) else 0))
