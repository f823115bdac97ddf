"""What a web page and a printer put around a notice: metadata, navigation, copy-to lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tongchou.domain.notice.columns import PACKAGE
from tongchou.domain.notice.lines import Line
from tongchou.domain.shared.data import load

_EMPTY = {"无", "—", "-", "--", "暂无"}
_LONGEST = 400
_LONGEST_CHROME = 60
_LONGEST_HEAD = 60
_SHORT = 6
_BRACKETS = "【】[] \u3000|｜"
_BETWEEN = re.compile(r"[【】\[\]|｜\s]+")


@dataclass(frozen=True, slots=True)
class Cleared:
    """The lines of the notice itself, and the metadata that stood around them by field."""

    lines: list[Line]
    metadata: dict[str, Line]


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load(PACKAGE, "furniture.json")
    return table


@cache
def _fields() -> dict[str, str]:
    known = {word: name for name, words in _table()["fields"].items() for word in words}
    return known | dict.fromkeys(_table()["others"], "")


@cache
def _label() -> re.Pattern[str]:
    """A label of metadata, its characters perhaps apart (索 引 号), behind it : or | or blanks."""
    words = sorted(_fields(), key=len, reverse=True)
    spaced = "|".join(r"[ \u3000\u00a0]*".join(map(re.escape, word)) for word in words)
    return re.compile(
        rf"(?:(?<=[\s|｜【\[(（：:])|^)({spaced})(?:\s*[:：|｜][\s|｜]*|[ \u3000\u00a0\t]{{1,}}|$)"
    )


@cache
def _label_with_colon() -> re.Pattern[str]:
    words = "|".join(sorted(_fields(), key=len, reverse=True))
    return re.compile(rf"(?:(?<=\s)|^)({words})[:：][ \u3000]*")


@cache
def _chrome() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in _table()["chrome"]))


def clear(lines: Sequence[Line]) -> Cleared:
    """Take furniture away; of metadata that stand twice the first filled one counts."""
    kept: list[Line] = []
    metadata: dict[str, Line] = {}
    waiting: str | None = None
    head = _head(lines)
    for i, line in enumerate(lines):
        if waiting is not None and not _label().match(line.text):
            _keep(metadata, waiting, line)
            waiting = None
            continue
        waiting = None
        found = list(_pairs(line, _label() if i < head else _label_with_colon()))
        if found:
            for name, value in found:
                _keep(metadata, name, value)
            last, value = found[-1]
            waiting = last if last and not value.text else None
        elif not _is_chrome(line.text):
            kept.append(line)
    return Cleared(kept, metadata)


def _is_chrome(text: str) -> bool:
    """Navigation and printing marks, also several in one line (【打印】【关闭】)."""
    if _chrome().fullmatch(text):
        return True
    words = _BETWEEN.split(text.strip(_BRACKETS)) if len(text) <= _LONGEST_CHROME else []
    return len(words) > 1 and all(not word or _chrome().fullmatch(word) for word in words)


def is_metadata(texts: Sequence[str]) -> bool:
    """Whether the cells of a table are labels and values of metadata."""
    known = sum(re.sub(r"[\s:：]+", "", text) in _fields() for text in texts)
    labelled = sum(bool(_label().match(text)) for text in texts)
    return max(known, labelled) >= 2


def _head(lines: Sequence[Line]) -> int:
    """Where the notice itself begins to speak: only above it stand labels without a colon."""
    for i, line in enumerate(lines[:_LONGEST_HEAD]):
        if line.text.endswith(("。", "：", "；")) and len(line.text) > _SHORT:
            return i
    return min(len(lines), _LONGEST_HEAD)


def _pairs(line: Line, label: re.Pattern[str]) -> Iterator[tuple[str, Line]]:
    """Labels with their values; none where the line opens with other words."""
    if len(line.text) > _LONGEST or line.text.endswith("。"):
        return
    matches = list(label.finditer(line.text))
    if not matches or line.text[: matches[0].start()].strip(" |｜【[（(\u3000"):
        return
    for i, match in enumerate(matches):
        end = matches[i + 1].start() if i + 1 < len(matches) else len(line.text)
        word = re.sub(r"\s+", "", match[1])
        yield _fields()[word], _value(line, match.end(), end)


def _value(line: Line, start: int, end: int) -> Line:
    while end > start and line.text[end - 1] in " |｜】]）)\u3000\t":
        end -= 1
    return line.part(start, end)


def _keep(metadata: dict[str, Line], name: str, value: Line) -> None:
    if name and value.text and value.text not in _EMPTY:
        metadata.setdefault(name, value)
