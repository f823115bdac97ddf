"""Moments as offices write them: 2023年6月底, 第三季度, 2023.12, “十四五”末, 印发之日起3个月内."""

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from tongchou.domain.shared.data import load
from tongchou.domain.shared.numerals import parse_number

PACKAGE = "tongchou.domain.shared"

_ZH_MONTH = "十一|十二|十|[一二三四五六七八九]"
_YEAR = (
    r"(?:(?P<year>(?:19|20)\d\d)(?:年度|年)?|(?P<zh_year>[一二][〇零○九][〇零○一二三四五六七八九]{{2}})年"
    r"|(?P<this>{this})|(?P<next>{next}))"
)
_NUMERIC = (
    r"(?P<numeric_year>20\d\d)[./\-](?P<numeric_month>1[0-2]|0?[1-9])"
    r"(?:[./\-](?P<numeric_day>3[01]|[12]\d|0?[1-9]))?(?![\d年])日?"
)
_TO = r"[—–－\-~～至到]+"
_PART = (
    rf"(?:(?P<month>1[0-2]|0?[1-9]|{_ZH_MONTH})(?:月份?|(?={_TO}(?:1[0-2]|[1-9])月))"
    r"(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号]|(?P<third>[上中下]旬)|(?P<month_end>月?底|月?末|初))?"
    rf"|第?(?P<quarter>[一二三四1-4])(?:季度[末底]?|季[末底]|(?=(?:{_TO}|、)第?[二三四2-4]季度))"
    r"|前(?P<quarters>[二三23])个?季度|(?P<half>[上下]半年)"
    r"|(?P<year_part>年底|年末|年中|岁末|全年|(?<=[年度\d])[底末中]|(?<![一二两三四五六七八九十半\d])年(?=内)))"
)
_PLAN = (
    r"[“\"‘]?(?P<plan>十[一二三四五六七八九]|二十)五[”\"’]?(?:规划)?"
    r"(?P<plan_part>期?末|末期|期间|时期|期内)"
)
_BEGINNING = r"(?=[\d一二三四五六七八九十第前上下年岁全今本当明次来国劳元教“\"])"
_TAIL = r"(?P<tail>以前|之前|前|以内|之内|内|止)?"
_SINCE = re.compile(
    r"[自从]?[^，。；]{0,12}?(?:印发|发布|下发|公布|施行|文件|通知|发文)(?:之日)?(?:起|后)"
    r"(?P<count>\d+|[一二两三四五六七八九十半]+)个?(?P<unit>月|年|日|天|周|星期|工作日)(?:以内|之内|内)"
)
_SEPARATOR = re.compile(r"起?(?:[—–－\-~～]+|至|到)")
_QUARTER_ENDS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_PARTS = ("numeric_month", "plan", "month", "quarter", "quarters", "half", "year_part", "holiday")
_THIRDS = {"上旬": 10, "中旬": 20, "下旬": 31}


@dataclass(frozen=True, slots=True)
class Moment:
    """A span of days a wording means: 第三季度 is 1 July to 30 September.

    `yeared` tells that the words name the year themselves, `part` that they name a part of it,
    `tail` is the closing 前 or 内.
    """

    start: int
    end: int
    first: date
    last: date
    yeared: bool
    part: bool
    tail: str


@cache
def words() -> dict[str, Any]:
    """The vocabulary of periods (period_words.json)."""
    table: dict[str, Any] = load(PACKAGE, "period_words.json")
    return table


@cache
def any_word(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words()[name], key=len, reverse=True))))


@cache
def _pattern() -> re.Pattern[str]:
    year = _YEAR.format(this="|".join(words()["this_year"]), next="|".join(words()["next_year"]))
    holidays = "|".join(sorted(words()["holidays"], key=len, reverse=True))
    holiday = rf"[“\"]?(?P<holiday>{holidays})[”\"]?(?:节|假期)?(?=以?前|之前)"
    dated = rf"{_BEGINNING}{year}?(?:{holiday}|{_PART})?"
    return re.compile(rf"(?<![\d.〔\[])(?:{_NUMERIC}|{_PLAN}|{dated}){_TAIL}")


def moments_in(
    text: str, year: int | None, issued: date | None = None, inherit: bool = False
) -> Iterator[Moment]:
    """The moments a text names, in order. `year` serves words that name none (6月底); what stands
    behind 至 or 、 takes the year before it, and with `inherit` every later one does."""
    since = _SINCE.search(text) if issued else None
    if since and issued and (last := _later(issued, since["count"], since["unit"])):
        yield Moment(since.start(), since.end(), issued, last, True, True, "内")
    known, end = year, -1
    for match in _pattern().finditer(text):
        if (since and match.start() < since.end()) or not (_has_year(match) or _has_part(match)):
            continue
        joined = end >= 0 and are_joined(text, end, match.start())
        own = _own_year(match, year)
        days = _days(match, own or (known if joined or inherit else year))
        if days:
            yield Moment(
                match.start(),
                match.end(),
                *days,
                yeared=own is not None,
                part=_has_part(match),
                tail=match["tail"] or "",
            )
            known, end = own or known, match.end()


def are_joined(text: str, end: int, start: int) -> bool:
    """Whether the words between two moments make them one range (至; 第二、三季度)."""
    if text[end:start] == "、":
        return text[end - 1 : end] in _QUARTER_ENDS
    return _SEPARATOR.fullmatch(text, end, start) is not None


def _own_year(match: re.Match[str], year: int | None) -> int | None:
    printed = match["year"] or match["numeric_year"]
    if printed:
        return int(printed)
    if match["zh_year"]:
        return int(parse_number(match["zh_year"].replace("○", "〇")))
    if match["plan"]:
        return _plan_years(match["plan"])[1]
    if year is None:
        return None
    return year if match["this"] else year + 1 if match["next"] else None


def _has_year(match: re.Match[str]) -> bool:
    return any(match[g] for g in ("year", "zh_year", "this", "next"))


def _has_part(match: re.Match[str]) -> bool:
    return any(match[g] for g in _PARTS)


def _plan_years(printed: str) -> tuple[int, int]:
    """十四(五) is 2021 to 2025."""
    first = 1953 + (int(parse_number(printed)) - 1) * 5 + (3 if parse_number(printed) > 2 else 0)
    return first, first + 4


def _days(match: re.Match[str], year: int | None) -> tuple[date, date] | None:
    if match["plan"]:
        first, last = _plan_years(match["plan"])
        end = "末" in match["plan_part"]
        return date(last if end else first, 1, 1), date(last, 12, 31)
    if year is None:
        return None
    month = match["numeric_month"] or match["month"]
    if month:
        return _days_of_month(match, year, int(parse_number(month)))
    if match["holiday"]:
        return _days_to_holiday(match, year)
    if match["quarter"]:
        last_month = _QUARTER_ENDS[match["quarter"]]
        return date(year, last_month - 2, 1), _last(year, last_month)
    if match["quarters"]:
        return date(year, 1, 1), _last(year, _QUARTER_ENDS[match["quarters"]])
    if match["half"]:
        second = match["half"] == "下半年"
        return date(year, 7 if second else 1, 1), _last(year, 12 if second else 6)
    middle = match["year_part"] in {"年中", "中"}
    return date(year, 1, 1), _last(year, 6 if middle else 12)


def _days_of_month(match: re.Match[str], year: int, month: int) -> tuple[date, date] | None:
    last = _last(year, month)
    day = match["numeric_day"] or match["day"]
    if day:
        exact = last.replace(day=int(day)) if int(day) <= last.day else None
        return (exact, exact) if exact else None
    if match["third"]:
        end = min(_THIRDS[match["third"]], last.day)
        return date(year, month, {10: 1, 20: 11}.get(end, 21)), last.replace(day=end)
    if match["month_end"] == "初":
        return date(year, month, 1), date(year, month, 10)
    return date(year, month, 1), last


def _days_to_holiday(match: re.Match[str], year: int) -> tuple[date, date]:
    """The eve of a holiday; the eve of 元旦 lies in the year before the one that is named."""
    month, day = map(int, words()["holidays"][match["holiday"]].split("-"))
    named = bool(match["year"] or match["next"])
    if match["holiday"] == "元旦" and named:
        year -= 1
    return date(year, 1, 1), date(year, month, day)


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _later(issued: date, count: str, unit: str) -> date | None:
    """Days are counted on; months keep the day where the month has it. 工作日 needs a calendar
    of holidays: None."""
    number = 0.5 if count == "半" else int(parse_number(count)) if "半" not in count else None
    if number is None or unit == "工作日" or number > _MOST[unit]:
        return None
    if unit in {"日", "天", "周", "星期"}:
        return issued + timedelta(days=int(number * (7 if unit in {"周", "星期"} else 1)))
    months = int(number * (12 if unit == "年" else 1))
    if not months:
        return issued + timedelta(days=15)
    year, month = divmod(issued.year * 12 + issued.month - 1 + months, 12)
    return date(year, month + 1, min(issued.day, _last(year, month + 1).day))


_MOST: Mapping[str, int] = {"日": 3660, "天": 3660, "周": 520, "星期": 520, "月": 120, "年": 10}
