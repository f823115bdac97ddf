"""Who answers and until when, as lists say it: （责任单位：…；完成时限：…）, （甲局牵头）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from tongchou.domain.notice.columns import ORGANIZATION_COLUMNS, PACKAGE, column_of
from tongchou.domain.notice.layouts.likeness import is_period, organ_share
from tongchou.domain.notice.lines import Line
from tongchou.domain.shared.data import load

_LABEL = re.compile(r"(?:^|(?<=[；;，,。、\s（(【〔\[]))([\u4e00-\u9fff、和及]{2,12})\s*[:：]")
_BEHIND_SENTENCE = re.compile(r"[。；;.]\s*$")
_ROLES = {*ORGANIZATION_COLUMNS, "period", "leader"}
_BETWEEN_MARKS = re.compile(r"[^，,；;。]+")
_EDGE = "；;，,。、：: \t\n\u3000"
_OPEN, _SHUT = "（(【〔[", "）)】〕]"
_STRONG = re.compile(
    r"(?:局|委|办|厅|中心|公司|集团|政府|管委会|委员会|办公室|部门|单位|镇街|街道|工商联|残联|妇联|文联|总工会|团委|银行"
    r"|各.{0,4}(?:企业|乡镇|镇乡|区县|县区|高校|学校|医院|园区))$"
)
LONGEST_BRACKET = 600
_LONGEST_TRAIL = 60


@dataclass
class Duty:
    """Who answers: `organizations` as (role, words), `period` and `leader` where they are said."""

    organizations: list[tuple[str, Line]] = field(default_factory=list)
    period: Line | None = None
    leader: Line | None = None

    def __bool__(self) -> bool:
        return bool(self.organizations or self.period or self.leader)

    def merged(self, other: "Duty") -> "Duty":
        return Duty(
            [*self.organizations, *other.organizations],
            self.period or other.period,
            self.leader or other.leader,
        )


@cache
def vocabulary() -> dict[str, Any]:
    table: dict[str, Any] = load(PACKAGE, "duties.json")
    return table


@cache
def _verbs() -> tuple[re.Pattern[str], dict[str, str]]:
    roles = {verb: role for role, verbs in vocabulary()["verbs"].items() for verb in verbs}
    words = sorted([*roles, *vocabulary()["between"]], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words))), roles


@cache
def _trailing() -> re.Pattern[str]:
    """Words behind organizations that name none: 列首位的为牵头单位, 下同."""
    notes = "|".join(vocabulary()["trailing"])
    return re.compile(rf"[，,；;、\s]*(?:(?:{notes})[，,；;\s]*)+$")


def duty_of(line: Line) -> Duty:
    """Read words that only say who answers; empty when they say something else."""
    duty = Duty()
    labels = [m for m in _LABEL.finditer(line.text) if column_of(m[1]) in _ROLES]
    before = line.part(0, labels[0].start() if labels else len(line.text))
    _read_phrase(before, duty)
    for i, match in enumerate(labels):
        end = labels[i + 1].start() if i + 1 < len(labels) else len(line.text)
        _take(str(column_of(match[1])), _stripped(line.part(match.end(), end)), duty)
    return duty


def labelled_runs(line: Line) -> Iterator[tuple[int, int, Duty]]:
    """Every 责任单位：…。 that stands behind a sentence of the same paragraph, with its bounds."""
    text, at, seen, depth = line.text, 0, 0, 0
    for match in _LABEL.finditer(text):
        start = match.start()
        depth += sum((c in _OPEN) - (c in _SHUT) for c in text[seen:start])
        seen = start
        if start < at or depth > 0 or column_of(match[1]) not in _ROLES:
            continue
        if not _BEHIND_SENTENCE.search(text, max(start - 4, 0), start):
            continue
        at = _run_end(text, match.end())
        duty = duty_of(line.part(start, at))
        if duty:
            yield start, at, duty


def _run_end(text: str, at: int) -> int:
    """Behind the full stop after which no further label follows."""
    while True:
        stop = text.find("。", at)
        if stop < 0:
            return len(text)
        match = _LABEL.match(text, stop + 1)
        if not match or column_of(match[1]) not in _ROLES:
            return stop + 1
        at = match.end()


def is_labelled(text: str) -> bool:
    """Whether a line opens with 责任单位：, 牵头领导：, 完成时限：…"""
    match = _LABEL.match(text)
    return bool(match and column_of(match[1]) in _ROLES)


def brackets(line: Line) -> Iterator[tuple[int, int, Duty]]:
    """The brackets of a text that say who answers, with their bounds, in order."""
    at = 0
    for start, end in _pairs(line.text):
        if start < at or end - start > LONGEST_BRACKET:
            continue
        duty = duty_of(line.part(start + 1, end))
        if duty and _says_duty(line.text, start, end):
            yield start, end + 1, duty
            at = end + 1


def _pairs(text: str) -> list[tuple[int, int]]:
    """Where brackets of any kind open and close, in the order of their opening."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for i, c in enumerate(text):
        if c in _OPEN:
            opened.append(i)
        elif c in _SHUT and opened:
            found.append((opened.pop(), i))
    return sorted(found)


def _says_duty(text: str, start: int, end: int) -> bool:
    """A bracket with labels or verbs anywhere; a bare list of organs only at a sentence's end."""
    inside = text[start + 1 : end]
    if any(column_of(m[1]) in _ROLES for m in _LABEL.finditer(inside)):
        return True
    if _verbs()[0].search(inside):
        return True
    behind = text[end + 1 : end + 2]
    closes = not behind.strip() or behind in "。；;" or text[start - 1 : start] in "。；;"
    pieces = [piece for piece in re.split(r"[、，,；;\s]+", inside) if piece]
    named = [piece for piece in pieces if _STRONG.search(piece)]
    others = [piece for piece in pieces if piece not in named]
    return closes and bool(named) and all(organ_share(p) == 1 or is_period(p) for p in others)


def _read_phrase(line: Line, duty: Duty) -> None:
    """甲局牵头，乙局、丙局配合: each verb takes the organs before it."""
    pattern, roles = _verbs()
    start = 0
    for match in pattern.finditer(line.text):
        words = _stripped(line.part(start, match.start()))
        if not words.text or organ_share(words.text) < 0.5:
            continue
        if match.group() in vocabulary()["between"]:
            duty.organizations.append(("lead", words))
        else:
            _take(_role_behind(roles[match.group()], line.text, start), words, duty)
        start = match.end()
    rest = _stripped(line.part(start, len(line.text)))
    if rest.text:
        _read_rest(rest, duty)


def _role_behind(role: str, text: str, start: int) -> str:
    """Behind 会同 the others assist, whatever the verb says of all of them."""
    joined_by = text[:start].endswith(tuple(vocabulary()["between"]))
    return "assisting" if joined_by and role in {"responsible", "lead"} else role


def _read_rest(rest: Line, duty: Duty) -> None:
    """Words without a verb: a period, or organs that are responsible."""
    named: list[tuple[int, int]] = []
    for match in _BETWEEN_MARKS.finditer(rest.text):
        piece = rest.part(*match.span())
        if is_period(piece.text):
            duty.period = duty.period or piece
        elif piece.text:
            named.append(match.span())
    organs = rest.part(named[0][0], named[-1][1]) if named else None
    if organs and organ_share(organs.text) >= 0.5:
        duty.organizations.append(("responsible", organs))


def _take(role: str, words: Line, duty: Duty) -> None:
    if not words.text:
        return
    if role == "period":
        duty.period = duty.period or words
    elif role == "leader":
        duty.leader = duty.leader or words
    else:
        duty.organizations.append((role, words))


def _stripped(line: Line) -> Line:
    """Without the marks at both ends and the words that open a phrase (由)."""
    text = line.text
    start, end = 0, len(text)
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    trailing = _trailing().search(text, max(start, end - _LONGEST_TRAIL), end)
    end = trailing.start() if trailing and trailing.start() > start else end
    for word in vocabulary()["opening"]:
        if text.startswith(word, start) and end - start > len(word) + 1:
            start += len(word)
            break
    return line.part(start, end)
