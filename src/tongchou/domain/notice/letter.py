"""The letter of a notice: number, issuers, title, addressees, date, publicity."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tongchou.domain.notice.document import Span
from tongchou.domain.notice.labels import label_of
from tongchou.domain.notice.lines import Line
from tongchou.domain.notice.signing import (
    MASTHEAD,
    date_at,
    first_signature,
    is_date_of_signing,
    organs_in,
    parsed_date,
    signatures_above,
)

_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{2,14}\s*[〔\[［（(【﹝]\s*20\d\d\s*[〕\]］）)】﹞]\s*第?\s*\d+\s*号"
)
_TITLE_ENDS = (
    re.compile(r"(?:通知|意见|决定|函|通告|公告|批复)(?:[（(][^）)]{1,12}[）)])?$"),
    re.compile(r"(?:方案|要点|计划|清单|分解表|任务表|分工|安排)(?:[（(][^）)]{1,12}[）)])?$"),
)
_TITLE_START = re.compile(r"关于|印发(?=[《〈“\u4e00-\u9fff].{0,60}的通知)")
_CLOSED = re.compile(r"不予公开|不公开|此件不宜公开")
_ON_REQUEST = re.compile(r"依申请公开")
_OPEN = re.compile(r"主动公开|此件公开|公开发布|删减后公开")
_ANNEX_LINE = re.compile(r"附\s*件\s*(\d+|[一二三四五])?\s*[:：]?")
_ADDRESSED = re.compile(r"[各区县市镇乡街道部门单位局委办厅省府司企业校院会]")
_ADDRESSEE_MARK = re.compile(r"[，；、,;：:]")
_CUT_SHORT = re.compile(r"各[省市州县区旗乡镇村部委办局厅]$")
_SHARES_OWNER = re.compile(
    r"(?:人民)?政府|党委|党工委|管委会|单位|部门|机构|企业|委员会|[部委办局厅行社院校]"
)
TITLE_LINES = 6
HEAD_LINES = 40
ADDRESSEE_LINES = 12
_CLOSE_BY = 4
_PLAIN_HEAD = 4


@dataclass(frozen=True, slots=True)
class Letter:
    """The parts found; `spans` tells where, `body` is the first line below the title, `closing`
    the first of the signatures and the date, `end` the first after the letter."""

    document_number: str | None
    issuers: tuple[str, ...]
    day: date | None
    title: str
    addressees: tuple[str, ...]
    publicity: str | None
    body: int
    closing: int
    end: int
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)


def read_letter(lines: Sequence[Line], metadata: Mapping[str, Line] | None = None) -> Letter:
    """Read the lines before the tasks; what they lack is taken from the page's metadata. `end` is
    0 when they hold no letter."""
    known = metadata or {}
    first, last = _title_range(lines)
    title, issuers = _title_and_issuers(lines, first, last)
    addressee_at = _addressee_at(lines, last)
    day_at = next((i for i in range(last, len(lines)) if is_date_of_signing(lines[i])), None)
    open_at = next((i for i in range(len(lines)) if _publicity(lines[i].text)), None)
    if day_at is not None:
        issuers = _completed(issuers, list(signatures_above(lines, day_at)))
    found = {
        "document_number": _number(lines, known),
        "issuers": issuers or _known_issuers(known, lines[:last]),
        "title": title or _known(known, "title"),
        "addressees": list(_addressees(lines[addressee_at])) if addressee_at is not None else [],
        "date": date_at(lines, day_at) or _known(known, "date"),
        "publicity": [lines[open_at]] if open_at is not None else _known(known, "publicity"),
    }
    end = _end(last, addressee_at, day_at, open_at)
    return _letter(
        found, last, end if day_at is None else first_signature(lines, last, day_at), end
    )


def signed_below(letter: Letter, lines: Sequence[Line]) -> Letter:
    """The letter with the signatures and the date that stand below its tables."""
    day_at = next((i for i, line in enumerate(lines) if is_date_of_signing(line)), None)
    if day_at is None:
        return letter
    (day,) = date_at(lines, day_at)
    signed = [] if letter.issuers else signatures_above(lines, day_at)
    spans = letter.spans | {"date": (day.span,)}
    if signed:
        spans |= {"issuers": tuple(line.span for line in signed)}
    issuers = letter.issuers or tuple(line.text for line in signed)
    return replace(letter, issuers=issuers, day=parsed_date(day.text), spans=spans)


def is_annex_line(text: str) -> bool:
    """A line that only says 附件, or 附件1."""
    return _ANNEX_LINE.fullmatch(text) is not None


def _letter(found: Mapping[str, Sequence[Line]], body: int, closing: int, end: int) -> Letter:
    def texts(name: str) -> tuple[str, ...]:
        return tuple(line.text for line in found[name])

    number, day, publicity = texts("document_number"), texts("date"), texts("publicity")
    return Letter(
        document_number=re.sub(r"\s+", "", number[0]) if number else None,
        issuers=texts("issuers"),
        day=parsed_date(day[0]) if day else None,
        title="".join(texts("title")),
        addressees=texts("addressees"),
        publicity=_publicity(publicity[0]) if publicity else None,
        body=body,
        closing=closing,
        end=end,
        spans={name: tuple(line.span for line in parts) for name, parts in found.items() if parts},
    )


def _end(last: int, addressee_at: int | None, day_at: int | None, open_at: int | None) -> int:
    """Behind date and publicity; a publicity far below them ends another paper."""
    ends = [last, *([addressee_at + 1] if addressee_at is not None else [])]
    if day_at is not None:
        ends.append(day_at + 1)
    if open_at is not None and (open_at <= max(ends) + _CLOSE_BY):
        ends.append(open_at + 1)
    return max(ends)


def _known(metadata: Mapping[str, Line], name: str) -> list[Line]:
    return [metadata[name]] if name in metadata else []


def _known_issuers(metadata: Mapping[str, Line], above: Sequence[Line]) -> list[Line]:
    """Who published it by the metadata, else by the red masthead (甲市人民政府文件)."""
    named = [organ for line in _known(metadata, "issuers") for organ in organs_in(line)]
    heads = [line for line in above if MASTHEAD.search(line.text)]
    stripped = [line.part(0, len(line.text) - 2) for line in heads[:1]]
    return named or [organ for line in stripped for organ in organs_in(line)]


def _number(lines: Sequence[Line], metadata: Mapping[str, Line]) -> list[Line]:
    """A line of its own, else the metadata, else the first at the end of a line of the head."""
    for line in lines[:HEAD_LINES]:
        if _NUMBER.fullmatch(line.text):
            return [line]
    known = [match for line in _known(metadata, "document_number") if (match := _in(line))]
    return known or [m for line in lines[:HEAD_LINES] if (m := _in(line, at_end=True))][:1]


def _in(line: Line, *, at_end: bool = False) -> Line | None:
    match = _NUMBER.search(line.text)
    if match is None or (at_end and (match.end() < len(line.text) or len(line.text) > 60)):
        return None
    return line.part(match.start(), match.end())


def _title_range(lines: Sequence[Line]) -> tuple[int, int]:
    """The lines [first, last) that hold 关于…的通知; (0, 0) when there are none."""
    for first, line in enumerate(lines[:HEAD_LINES]):
        if not _TITLE_START.search(line.text) or line.text.endswith(("。", "：", ":", "；")):
            continue
        for ending in _TITLE_ENDS:
            for last in range(first, min(first + TITLE_LINES, len(lines))):
                if lines[last].text.endswith(("。", "：", ":")):
                    break
                if ending.search(lines[last].text):
                    return first, last + 1
    return _plain_title(lines)


def _plain_title(lines: Sequence[Line]) -> tuple[int, int]:
    """A title without 关于 above addressees: 甲市2024年工作要点; (0, 0) where there is none."""
    for first, line in enumerate(lines[:_PLAIN_HEAD]):
        if not _TITLE_ENDS[1].search(line.text) or label_of(line.text):
            continue
        below = lines[first + 1 : first + 1 + _PLAIN_HEAD]
        return (first, first + 1) if any(map(_is_addressee, below)) else (0, 0)
    return 0, 0


def _title_and_issuers(
    lines: Sequence[Line], first: int, last: int
) -> tuple[list[Line], list[Line]]:
    if last == 0:
        return [], []
    opening = lines[first]
    match = _TITLE_START.search(opening.text)
    at = match.start() if match else 0
    title = [opening.part(at, len(opening.text)), *lines[first + 1 : last]]
    issuers = list(organs_in(opening.part(0, at))) if at else []
    for line in reversed(lines[:first]):
        if _NUMBER.fullmatch(line.text) and not issuers:
            continue
        organs = list(organs_in(line))
        if not organs:
            break
        issuers[:0] = organs
    return title, list({organ.text: organ for organ in issuers}.values())


def _completed(issuers: list[Line], signatures: list[Line]) -> list[Line]:
    """Issuers as they sign where the title has none, or names one without its place
    (区人民政府办公室)."""
    if not issuers:
        return signatures
    return [_in_full(issuer, signatures) for issuer in issuers]


def _in_full(issuer: Line, signatures: Sequence[Line]) -> Line:
    if issuer.text[0] not in "省市区县州旗":
        return issuer
    ends = (s for s in signatures if s.text.endswith(issuer.text) and s.text != issuer.text)
    return next(ends, issuer)


def _addressee_at(lines: Sequence[Line], last: int) -> int | None:
    if last == 0:
        return None
    for i in range(last, min(last + ADDRESSEE_LINES, len(lines))):
        if _is_addressee(lines[i]):
            return i
        if lines[i].text.endswith("。"):
            return None
    return None


def _is_addressee(line: Line) -> bool:
    return line.text.endswith(("：", ":")) and _ADDRESSED.search(line.text) is not None


def _addressees(line: Line) -> Iterator[Line]:
    """Addressees stand between commas and semicolons, and between 、 where both sides name one;
    brackets hold together."""
    depth = start = 0
    for i, c in enumerate(line.text):
        depth += (c in "（(") - (c in "）)")
        if depth or c not in "，；、,;：:":
            continue
        if c == "、" and _is_one_addressee(line.text, start, i):
            continue
        piece = line.part(start, i)
        if piece.text:
            yield piece
        start = i + 1


def _is_one_addressee(text: str, start: int, mark: int) -> bool:
    """Whether a 、 stands inside one addressee: 市政府各委、办、局; 各乡镇党委、人民政府."""
    behind = _ADDRESSEE_MARK.split(text[mark + 1 :], maxsplit=1)[0]
    return bool(_CUT_SHORT.search(text[start:mark]) or _SHARES_OWNER.fullmatch(behind))


def _publicity(text: str) -> str | None:
    if len(text) > 30:
        return None
    if _CLOSED.search(text):
        return "不予公开"
    if _ON_REQUEST.search(text):
        return "依申请公开"
    return "主动公开" if _OPEN.search(text) else None
