"""Tables run together: headings in one line, and rows that numbers, periods and organizations
alone tell apart."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from tongchou.domain.notice.columns import (
    ORGANIZATION_COLUMNS,
    Columns,
    column_of,
    columns_of,
    heading_words,
    is_header,
)
from tongchou.domain.notice.grid import Grid, Row
from tongchou.domain.notice.layouts.alignment import aligned
from tongchou.domain.notice.layouts.flattened import Found
from tongchou.domain.notice.layouts.likeness import organ_share
from tongchou.domain.notice.lines import Line, joined, sentences, split
from tongchou.domain.shared.moments import any_word, are_joined, moments_in

_FEWEST_HEADINGS = 3
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_TAIL = 40
_SEARCHED = 200
_MARK = re.compile(
    r"(?<![\d.—\-第〔（(])(\d{1,5})(?![\d.年月日季])[、.．]?\s*(?=[\u4e00-\u9fff“《A-Z])"
)
_STANDING = re.compile(rf"(?:{any_word('standing').pattern})(?:坚持|推进|开展|实施)?")
_RESULT = re.compile(r"取得[^，。；]{1,8}?(?:成效|进展|成果|突破)")
_AREA_TAIL = re.compile(rf"({_NUMERAL})[、.．\s]*([^\d。，；、]{{3,30}})$")
_COUNTED = re.compile(r"[个项亿万千百%％名家座条处所户人次公吨亩米元类批期号级层—～至-]")
_ORGAN_END = re.compile(
    r"(?:[局委办厅会]|人民政府|政府|中心|公司|集团|街道|单位|部门|管委会|[经高]新?区|开发区|新区)$"
)
_REMARKED = re.compile(r"[局委办厅府会][^。；，\d二三四五六七八九十]{1,20}$")
_BETWEEN_ORGANS = re.compile(
    r"(?<=[局委办厅部院会处社团司府心队行])"
    r"(?=[\u4e00-\u9fff]{2,4}?(?:省|市|区|县|州|盟|旗)(?:委|人民|[\u4e00-\u9fff]{2,12}?[局委办厅部院会处]))"
)


def run_together_grids(lines: Sequence[Line]) -> list[Found]:
    """Tables whose headings stand in one line; rows follow there or in the lines below."""
    heads = [(i, *found) for i, line in enumerate(lines) if (found := _headings(line))]
    result: list[Found] = []
    for n, (i, headings, end) in enumerate(heads):
        stop = heads[n + 1][0] if n + 1 < len(heads) else len(lines)
        rest = lines[i].part(end, len(lines[i].text))
        below = [*([rest] if rest.text else []), *lines[i + 1 : stop]]
        if not below:
            continue
        body = joined(below)
        texts = [line.text for line in headings]
        columns = columns_of(texts)
        rows = list(_rows(body, columns, len(headings)))
        if rows:
            grid = Grid(headings, columns, rows, rebuilt=True, guessed=True)
            result.append(Found(grid, i, stop))
    return result


def _headings(line: Line) -> tuple[list[Line], int] | None:
    """The headings in one line, apart by blanks or not at all, and where they end."""
    if "号" not in line.text[:60] and "任务" not in line.text[:60]:
        return None
    blank = list(split(line, " \t\u3000|"))
    if len(blank) >= _FEWEST_HEADINGS and all(column_of(piece.text) for piece in blank):
        found, end = blank, len(line.text)
    else:
        found, end = _cut(line)
    texts = [piece.text for piece in found]
    return (found, end) if len(found) >= _FEWEST_HEADINGS and is_header(texts) else None


def _cut(line: Line) -> tuple[list[Line], int]:
    """Headings from the table of columns, one behind the other."""
    at = line.text.find("序")
    found: list[Line] = []
    while 0 <= at < len(line.text):
        match = _heading_pattern().match(line.text, at)
        if not match:
            break
        found.append(line.part(match.start(), match.end()))
        at = match.end()
    return found, max(at, 0)


@cache
def _heading_pattern() -> re.Pattern[str]:
    words = sorted(heading_words(), key=len, reverse=True)
    spaced = "|".join(r"\s*".join(map(re.escape, word)) for word in words)
    return re.compile(rf"\s*(?:20\d\d年?度?)?(?:{spaced})(?:[（(][^）)]{{1,8}}[）)])?")


def _rows(body: Line, columns: Columns, width: int) -> Iterator[Row]:
    text = body.text
    marks: dict[int, list[re.Match[str]]] = {}
    for match in _MARK.finditer(text):
        marks.setdefault(int(match[1]), []).append(match)
    area, start = _area_before(text, 0, _next_number(text, 0, marks.get(1, [])))
    if area:
        yield _area_row(body, area, width)
    number = 1
    while start is not None:
        end = _next_number(text, start + len(str(number)), marks.get(number + 1, []))
        area, row_end = _area_before(text, start, end)
        chunk = body.part(start, area[0] if area else row_end if row_end else len(text))
        yield Row(_cells(chunk, number, columns, width))
        if area:
            yield _area_row(body, area, width)
        start, number = end, number + 1


def _next_number(text: str, start: int, marks: Sequence[re.Match[str]]) -> int | None:
    """Which of the places of a number begins its row: best behind organizations, an area or a
    remark, else at a line's head or behind a full stop."""
    weak: int | None = None
    for match in marks[bisect_left(marks, start, key=lambda mark: mark.start()) :][:_SEARCHED]:
        at = match.start()
        before = text[max(at - _TAIL, start) : at]
        if not before.strip() or _ends_row(before):
            return at
        counts = _COUNTED.match(text, match.end()) is not None
        if not counts and (before[-1] == "\n" or _REMARKED.search(before)):
            return at
        if weak is None and not counts and before.rstrip()[-1] in "。；）)":
            weak = at
    return weak


def _ends_row(before: str) -> bool:
    """Whether organizations end here, or an area's name behind them or behind a remark."""
    words = before.rstrip()
    if _ORGAN_END.search(words):
        return True
    area = _AREA_TAIL.search(words)
    ahead = words[: area.start()].rstrip() if area else ""
    return area is not None and (
        not ahead or bool(_ORGAN_END.search(ahead) or _REMARKED.search(ahead))
    )


def _area_before(
    text: str, start: int, end: int | None
) -> tuple[tuple[int, int, int] | None, int | None]:
    """An area named between two rows as (start, name start, end), and where the row ends."""
    if end is None:
        return None, None
    begin = max(end - _TAIL, start)
    match = _AREA_TAIL.search(text[begin:end].rstrip())
    if match is None or not (begin + match.start() == start or _ends_row(text[begin:end])):
        return None, end
    return (begin + match.start(), begin + match.start(2), begin + match.end(2)), end


def _area_row(body: Line, area: tuple[int, int, int], width: int) -> Row:
    start, name, end = area
    return Row({0: body.part(start, name), max(width - 1, 1): body.part(name, end)})


def _cells(chunk: Line, number: int, columns: Columns, width: int) -> dict[int, Line]:
    digits = chunk.part(0, len(str(number)))
    rest = chunk.part(len(str(number)), len(chunk.text))
    rest = rest.part(1, len(rest.text)) if rest.text[:1] in "、.．" else rest
    apart = [piece for piece in split(rest, " \t\u3000\n|") if piece.text]
    wanted = sum(role != "remark" for role, _ in columns.roles) - 1
    if len(apart) >= wanted:
        return aligned([digits, *apart], columns, width)
    return aligned([digits, *_pieces(rest, columns)], columns, width)


def _pieces(rest: Line, columns: Columns) -> list[Line]:
    """Name, period, sentences and organizations of a row without separators."""
    text = rest.text
    period = _period_in(text) if "period" in columns.names else None
    body = period[1] if period else 0
    tail = _organs_at(text, body) if columns.names & set(ORGANIZATION_COLUMNS) else len(text)
    head = [rest.part(0, period[0]), rest.part(period[0], period[1])] if period else []
    middle = list(sentences(rest.part(body, tail)))
    organs = rest.part(tail, len(text))
    return [line for line in (*head, *middle, *_apart(organs)) if line.text]


def _period_in(text: str) -> tuple[int, int] | None:
    """The first time a row names before its first sentence ends: names seldom hold one."""
    end_of_first = text.find("。") if "。" in text else len(text)
    moments = [m for m in moments_in(text, 2000, None) if m.start < end_of_first][:2]
    if not moments:
        standing = _STANDING.search(text, 0, end_of_first)
        return standing.span() if standing else None
    first, last = moments[0], moments[-1]
    end = last.end if are_joined(text, first.end, last.start) else first.end
    result = _RESULT.match(text, end)
    return first.start, result.end() if result else end


def _organs_at(text: str, start: int) -> int:
    """Where the organizations at the end of a row begin: behind the last full stop."""
    at = max(text.rfind(mark, start) for mark in "。；") + 1
    pieces = [text[a:b] for a, b in _bounds(text, max(at, start))]
    named = sum(organ_share(piece) > 0.5 or _REMARKED.search(piece) is not None for piece in pieces)
    return at if at > start and pieces and named * 2 > len(pieces) else len(text)


def _apart(organs: Line) -> list[Line]:
    """Lists of organizations of several governments, run together, and the remark behind."""
    pieces = [organs.part(a, b) for a, b in _bounds(organs.text, 0)]
    remarked = _REMARKED.search(pieces[-1].text) if pieces else None
    if remarked and organ_share(pieces[-1].text) <= 0.9:
        last = pieces.pop()
        pieces += [
            last.part(0, remarked.start() + 1),
            last.part(remarked.start() + 1, len(last.text)),
        ]
    return pieces


def _bounds(text: str, start: int) -> list[tuple[int, int]]:
    cuts = [match.start() for match in _BETWEEN_ORGANS.finditer(text, start)]
    return [(a, b) for a, b in pairwise([start, *cuts, len(text)]) if a < b]
