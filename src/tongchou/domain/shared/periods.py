"""When something is due: deadlines, ranges, soft and standing periods, and calendar months."""

import calendar
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Any

from tongchou.domain.shared.moments import Moment, any_word, are_joined, moments_in
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


_UNSAID = re.compile(r"\d|待定|未定|另行|视情|春节|中秋|端午|清明|元宵|寒假|暑假")
_ONWARD = re.compile(r"年?(?:开始|起)(?!至|到)")
_ONCE_EVERY = re.compile(r"一[年季月周日]一")
_EVERY = re.compile(r"每(?:半年|季度?|年度?|个?月|周|日|天)(?:末|底|初)?(?:前|内)?")
_RESULT = re.compile(
    r"(?:，|前)?(?:力争|争取|确保)?取得[^，。；、]{0,4}(?:阶段性|实质性|突破性|明显|积极|重大|新)"
    r"[^，。；、]{0,4}(?:成效|进展|成果|突破)"
)
_TITLE = re.compile(r"《[^《》]*》")
_HISTORY = re.compile(
    r"份?(?:以来|起(?!步)|前期|同期|同比|第[一二三]|的?通知|印发的|出台的|召开的)"
)
_POINTED = re.compile(r"(?:于|在|拟|计划|预计|到|至|截至|力争|争取|确保|原则上)(?:于|在)?$")
_BOUND = re.compile(r"[底末]$|季度$|半年$|[上中下]旬$|全年$|年中$|时期$|期间$")
_CLAUSE_END = "，,、；;。：:"


def find_periods(
    text: str, year: int | None = None, issued: date | None = None
) -> list[tuple[int, int, Period]]:
    """The deadlines inside a sentence (6月底前, 上半年, 每季度) with their offsets, in order.

    A year that only names something (2023年重点任务) and a day that has passed are none.
    """
    titles = [match.span() for match in _TITLE.finditer(text)]
    starts = [start for start, _ in titles]
    every = {match.end(): match for match in _EVERY.finditer(text)}
    found = []
    for group in _joined(text, list(moments_in(text, year, issued))):
        start, end = group[0].start, group[-1].end
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < titles[at][1]:
            continue
        if start in every:
            start = every.pop(start).start()
            found.append((start, end, Period(text[start:end], PeriodKind.STANDING)))
        elif _is_deadline(text, group, year):
            result = _RESULT.match(text, end)
            end = result.end() if result else end
            found.append((start, end, parse_period(text[start:end], year, issued)))
    for match in every.values():
        found.append((*match.span(), Period(match.group(), PeriodKind.STANDING)))
    return sorted(found, key=lambda item: item[0])


def _joined(text: str, moments: Sequence[Moment]) -> Iterator[Sequence[Moment]]:
    """Moments alone, or two that make a range."""
    at = 0
    while at < len(moments):
        pair = moments[at : at + 2]
        if len(pair) == 2 and are_joined(text, pair[0].end, pair[1].start):
            yield pair
            at += 2
        else:
            yield pair[:1]
            at += 1


def _is_deadline(text: str, group: Sequence[Moment], year: int | None) -> bool:
    last = group[-1]
    behind = text[last.end : last.end + 4]
    if _HISTORY.match(text, last.end) or (year is not None and last.last.year < year):
        return False
    printed = text[group[0].start : last.end]
    if last.tail or _BOUND.search(printed):
        return True
    acts = any_word("acts").match(behind) is not None
    pointed = _POINTED.search(text, max(group[0].start - 6, 0), group[0].start) is not None
    return acts or pointed or (behind[:1] in _CLAUSE_END and (len(group) > 1 or behind[:1] != "、"))


def parse_period(text: str, year: int | None = None, issued: date | None = None) -> Period:
    """Read a printed period. `year` is the programme's, for words that name none (6月底前);
    `issued` the date of the notice, for 印发之日起3个月内."""
    shown, plain = text.strip(), re.sub(r"\s+", "", text)
    found = list(moments_in(plain, year, issued, inherit=True))
    first, last = _bounds(found)
    done = any_word("done_by").search(plain) is not None
    if first and last and first > last:
        return Period(shown, PeriodKind.UNKNOWN)
    if any_word("soft").search(plain) and not done:
        if not found and year is not None:
            first, last = date(year, 1, 1), date(year, 12, 31)
        elif len(found) == 1 and first and last:
            first = first.replace(month=1, day=1)
        return Period(shown, PeriodKind.SOFT, first, last)
    due = "每" not in plain and any(moment.tail.endswith("前") for moment in found)
    if _stands(plain, found) and not (found and (done or due)):
        return _standing(shown, plain, found)
    return _dated(shown, plain, found, year, issued)


def _bounds(found: Sequence[Moment]) -> tuple[date | None, date | None]:
    return (found[0].first, found[-1].last) if found else (None, None)


def _stands(plain: str, found: Sequence[Moment]) -> bool:
    onward = len(found) == 1 and _ONWARD.match(plain, found[0].end) is not None
    every = any_word("standing").search(plain) or _ONCE_EVERY.search(plain)
    return onward or (every is not None and "即日起至" not in plain)


def _standing(shown: str, plain: str, found: Sequence[Moment]) -> Period:
    """Without an end where it goes on from a day; 每年6月底前 is no single day."""
    if "每" in plain or _ONCE_EVERY.search(plain) or not found:
        return Period(shown, PeriodKind.STANDING)
    if _ONWARD.match(plain, found[-1].end):
        return Period(shown, PeriodKind.STANDING, found[-1].first)
    return Period(shown, PeriodKind.STANDING, *_bounds(found))


def _dated(
    shown: str, plain: str, found: Sequence[Moment], year: int | None, issued: date | None
) -> Period:
    rest = plain
    for moment in reversed(found):
        rest = rest[: moment.start] + rest[moment.end :]
    if not found or _UNSAID.search(rest):
        return Period(shown, PeriodKind.UNKNOWN)
    if "即日起至" in plain:
        return Period(shown, PeriodKind.RANGE, issued, found[-1].last)
    range_ = _range(plain, found)
    if range_:
        return Period(shown, PeriodKind.RANGE, *range_)
    last = max(moment.last for moment in found)
    return Period(shown, PeriodKind.DEADLINE, date(min(last.year, year or last.year), 1, 1), last)


def _range(plain: str, found: Sequence[Moment]) -> tuple[date, date] | None:
    """Two moments joined by 至, a five-year plan (期间), a start and an end that are said, or a
    schedule (一季度：…；二季度：…；三季度：…)."""
    for one, other in pairwise(found):
        if are_joined(plain, one.end, other.start):
            return one.first, other.last
    if len(found) > 2 and all(plain[m.end : m.end + 1] in "：:" for m in found):
        return found[0].first, found[-1].last
    begun = len(found) > 1 and any_word("begun").search(plain, found[0].end, found[-1].start)
    if begun and any_word("done_by").search(plain, found[-1].end):
        return found[0].first, found[-1].last
    if len(found) == 1 and found[0].first.year < found[0].last.year and not found[0].tail:
        return found[0].first, found[0].last
    return None


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
