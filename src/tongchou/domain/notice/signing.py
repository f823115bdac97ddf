"""Who signs and when: organs in a line, dates of signing, the signatures above a date."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tongchou.domain.notice.lines import Line
from tongchou.domain.shared.organizations import is_organ
from tongchou.domain.shared.periods import parse_date

_DATE = re.compile(
    r"(?:[12]\d{3}|[〇零一二三四五六七八九]{4})年[^，。：；年]{1,3}月[^，。：；月]{1,3}日"
)
_PLAIN_DATE = re.compile(r"([12]\d{3})[-/.年](\d{1,2})[-/.月](\d{1,2})")
MASTHEAD = re.compile(r"文件$")
_TOGETHER = re.compile(
    r"(?<=[府厅室会局院部队心司行])"
    r"(?!办公|委员|和|与|联)(?=(?:中共|中国|国家)[\u4e00-\u9fff]{2,}|[\u4e00-\u9fff]{1,8}?(?:省|自治区|市|区|县|州|盟|旗)"
    r"(?:委|人民|[\u4e00-\u9fff]{1,14}?[府厅室会局院部队心司行]))"
)
_OTHERS = re.compile(r"等[\d一二三四五六七八九十]*个?(?:部门|单位|地区)?$")
LONGEST_SIGNATURE = 80


def organs_in(line: Line) -> Iterator[Line]:
    """The organs of one line: apart by blanks or 、, or run together (…办公室…办公室)."""
    if MASTHEAD.search(line.text) or len(line.text) > LONGEST_SIGNATURE * 3:
        return
    if "。" in line.text or line.text.count("（") != line.text.count("）"):
        return
    for piece in re.finditer(r"[^\s、，]+", line.text):
        cuts = [m.start() for m in _TOGETHER.finditer(piece.group())]
        for start, end in zip([0, *cuts], [*cuts, len(piece.group())], strict=True):
            part = line.part(piece.start() + start, piece.start() + end)
            others = _OTHERS.search(part.text)
            part = part.part(0, others.start()) if others else part
            if part.text and is_organ(part.text):
                yield part


def signatures_above(lines: Sequence[Line], day_at: int) -> list[Line]:
    dated = lines[day_at]
    match = _DATE.search(_spaceless(dated.text))
    found = [] if match and match.start() == 0 else list(organs_in(_before_date(dated)))
    for line in reversed(lines[:day_at]):
        firm = line.text.endswith(("。", "：", "；")) or len(line.text) > LONGEST_SIGNATURE
        organs = [] if firm else list(organs_in(line))
        if not organs:
            break
        found[:0] = organs
    return found


def _before_date(line: Line) -> Line:
    year = re.search(r"(?:[12]\s*\d\s*\d\s*\d|[〇○零一二三四五六七八九]{4})\s*年", line.text)
    return line.part(0, year.start() if year else len(line.text))


def _spaceless(text: str) -> str:
    return re.sub(r"\s+", "", text).replace("○", "〇").replace("Ｏ", "〇").replace("О", "〇")


def is_date_of_signing(line: Line) -> bool:
    """Whether a line is the date of signing, alone or behind the organs that sign."""
    if len(line.text) > LONGEST_SIGNATURE:
        return False
    words = _spaceless(line.text)
    match = _DATE.search(words)
    if match is None or match.end() != len(words):
        return False
    return match.start() == 0 or any(True for _ in organs_in(_before_date(line)))


def date_at(lines: Sequence[Line], day_at: int | None) -> list[Line]:
    if day_at is None:
        return []
    line = lines[day_at]
    return [line.part(len(_before_date(line).text), len(line.text))]


def parsed_date(text: str) -> date | None:
    found = parse_date(_spaceless(text))
    match = _PLAIN_DATE.search(text)
    if found or not match:
        return found
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        return None


def first_signature(lines: Sequence[Line], last: int, day_at: int) -> int:
    """The first line of the signatures above the date."""
    first = day_at
    while first > last and any(True for _ in organs_in(lines[first - 1])):
        first -= 1
    return first
