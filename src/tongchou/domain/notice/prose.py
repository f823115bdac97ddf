"""The prose of a notice: sections, run-in headings, sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongchou.domain.notice.document import Span
from tongchou.domain.notice.lines import Line, sentences

_SECTION = re.compile(r"[一二三四五六七八九十]+、[^。]{2,40}")
_NUMBERED = re.compile(r"([（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、])[^。]{2,30}[。：]?")
_BRACKETED = re.compile(r"[（(【〔\[][^。]*[）)】〕\]][。；]?")
_BARE = re.compile(r"[\u4e00-\u9fff]{4,12}。")
_FIRM_END = "。！？；：”）"


@dataclass(frozen=True, slots=True)
class Sentence:
    section: str
    heading: str
    text: str
    span: Span


def read_prose(lines: Sequence[Line]) -> tuple[Sentence, ...]:
    """Sentences with the section and the heading they stand under ("" where there is none)."""
    return tuple(_sentences(lines))


def is_section(text: str) -> bool:
    """一、聚焦生态共保: a heading of the first level on a line of its own."""
    return _SECTION.fullmatch(text) is not None


def _sentences(lines: Sequence[Line]) -> Iterator[Sentence]:
    section = heading = ""
    for line in lines:
        if is_section(line.text):
            section, heading = line.text, ""
            continue
        if _NUMBERED.fullmatch(line.text) and not line.text.endswith("。"):
            heading = line.text
            continue
        if line.text[-1] not in _FIRM_END:
            continue
        parts = [part for part in sentences(line) if not _BRACKETED.fullmatch(part.text)]
        for i, part in enumerate(parts):
            if i + 1 < len(parts) and _is_run_in(part.text):
                heading = part.text.rstrip("。：")
            else:
                yield Sentence(section, heading, part.text, part.span)


def _is_run_in(text: str) -> bool:
    return bool(_BARE.fullmatch(text) or _NUMBERED.fullmatch(text))
