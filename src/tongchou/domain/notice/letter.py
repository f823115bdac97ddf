"""The letter of a notice: number, issuers, title, addressees, date, publicity."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from tongchou.domain.notice.document import Span
from tongchou.domain.notice.lines import Line
from tongchou.domain.shared.organizations import is_organ
from tongchou.domain.shared.periods import parse_date

_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,14}\s*[〔\[（(【]\s*20\d\d\s*[〕\]）)】]\s*\d+\s*号")
_TITLE_END = re.compile(r"(通知|意见|决定|函|通告|公告|批复|方案)$")
_DATE = re.compile(r"([12]\d{3}|[〇零一二三四五六七八九]{4})年[^，。：；]{1,4}月[^，。：；]{1,4}日")
_CLOSED = re.compile(r"不予公开|不公开|此件不宜公开")
_ON_REQUEST = re.compile(r"依申请公开")
_OPEN = re.compile(r"主动公开|此件公开|公开发布|删减后公开")
_ANNEX_LINE = re.compile(r"附\s*件\s*(\d+|[一二三四五])?\s*[:：]?")
_MASTHEAD = re.compile(r"文件$")
TITLE_LINES = 6
HEAD_LINES = 30


@dataclass(frozen=True, slots=True)
class Letter:
    """The parts found; `spans` tells where, `body` is the first line below the title, `end` the
    first after the letter."""

    document_number: str | None
    issuers: tuple[str, ...]
    day: date | None
    title: str
    addressees: tuple[str, ...]
    publicity: str | None
    body: int
    end: int
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)


def read_letter(lines: Sequence[Line]) -> Letter:
    """Read the lines before the table; `end` is 0 when they hold no letter."""
    spans: dict[str, tuple[Span, ...]] = {}
    number = next((line for line in lines[:HEAD_LINES] if _NUMBER.fullmatch(line.text)), None)
    first, last = _title_range(lines)
    title_parts, issuers = _title_and_issuers(lines, first, last)
    addressee_line = next((x for x in lines[last : last + 3] if x.text.endswith(("：", ":"))), None)
    day_at = next((i for i in range(last, len(lines)) if _DATE.fullmatch(lines[i].text)), None)
    open_at = next((i for i in range(len(lines)) if _publicity(lines[i].text)), None)
    if not issuers and day_at is not None:
        issuers = list(_signatures(lines, day_at))
    addressees = list(_addressees(addressee_line)) if addressee_line else []
    found = {
        "document_number": [number] if number else [],
        "issuers": issuers,
        "title": title_parts,
        "addressees": addressees,
        "date": [lines[day_at]] if day_at is not None else [],
        "publicity": [lines[open_at]] if open_at is not None else [],
    }
    spans = {name: tuple(part.span for part in parts) for name, parts in found.items() if parts}
    ends = [i + 1 for i in (day_at, open_at) if i is not None]
    return Letter(
        document_number=re.sub(r"\s+", "", number.text) if number else None,
        issuers=tuple(part.text for part in issuers),
        day=parse_date(lines[day_at].text) if day_at is not None else None,
        title="".join(part.text for part in title_parts),
        addressees=tuple(part.text for part in addressees),
        publicity=_publicity(lines[open_at].text) if open_at is not None else None,
        body=last,
        end=max(ends, default=last),
        spans=spans,
    )


def is_annex_line(text: str) -> bool:
    """A line that only says 附件, or 附件1."""
    return _ANNEX_LINE.fullmatch(text) is not None


def _title_range(lines: Sequence[Line]) -> tuple[int, int]:
    """The lines [first, last) that hold 关于…的通知; (0, 0) when there are none."""
    for first, line in enumerate(lines[:HEAD_LINES]):
        if "关于" not in line.text or line.text.endswith(("。", "：")):
            continue
        for last in range(first, min(first + TITLE_LINES, len(lines))):
            if _TITLE_END.search(lines[last].text):
                return first, last + 1
    return 0, 0


def _title_and_issuers(
    lines: Sequence[Line], first: int, last: int
) -> tuple[list[Line], list[Line]]:
    if last == 0:
        return [], []
    opening = lines[first]
    at = opening.text.index("关于")
    title = [opening.part(at, len(opening.text)), *lines[first + 1 : last]]
    numbered = [i for i, line in enumerate(lines[:first]) if _NUMBER.fullmatch(line.text)]
    above = lines[numbered[-1] + 1 if numbered else 0 : first]
    named = [*above] + ([opening.part(0, at)] if at else [])
    issuers = [name for line in named for name in _organs(line)]
    return title, issuers


def _organs(line: Line) -> Iterator[Line]:
    """The organs of one line: apart by blanks, or run together (…办公室…办公室)."""
    if _MASTHEAD.search(line.text):
        return
    for piece in re.finditer(r"\S+", line.text):
        start = piece.start()
        for match in re.finditer(r"\S+?(?:人民政府办公[室厅]|人民政府(?!办公)|$)", piece.group()):
            if match.group() and is_organ(match.group()):
                yield line.part(start + match.start(), start + match.end())


def _signatures(lines: Sequence[Line], day_at: int) -> list[Line]:
    found: list[Line] = []
    for line in reversed(lines[:day_at]):
        organs = list(_organs(line)) if not line.text.endswith(("。", "：")) else []
        if not organs:
            break
        found[:0] = organs
    return found


def _addressees(line: Line) -> Iterator[Line]:
    """Addressees stand between commas and semicolons; brackets hold together."""
    depth = start = 0
    for i, c in enumerate(line.text):
        depth += (c in "（(") - (c in "）)")
        if c in "，；、,;：:" and depth == 0:
            piece = line.part(start, i)
            if piece.text:
                yield piece
            start = i + 1


def _publicity(text: str) -> str | None:
    if len(text) > 30:
        return None
    if _CLOSED.search(text):
        return "不予公开"
    if _ON_REQUEST.search(text):
        return "依申请公开"
    return "主动公开" if _OPEN.search(text) else None
