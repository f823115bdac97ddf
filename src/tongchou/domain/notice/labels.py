"""The marks that number areas, tasks and paragraphs: 一、 （一） 1. （1） ① 第一部分."""

import re
from dataclasses import dataclass

from tongchou.domain.shared.numerals import chinese_integer

_NUMERAL = r"[一二三四五六七八九十百]{1,5}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_LABEL = re.compile(
    rf"\s*(?:(?P<part>第(?P<p>{_NUMERAL}|\d{{1,2}})(?:部分|章|篇|节|方面|大类)[、：:\s]?)"
    rf"|(?P<one>(?P<a>{_NUMERAL})(?:[、.．。,，:：]|(?=[\s\u3000])))"
    rf"|(?P<two>[（(]\s*(?P<b>{_NUMERAL})\s*[）)][、.．]?)"
    r"|(?P<three>(?!20\d\d)(?P<c>\d{1,5})\s*(?:[、．]|\.(?!\d)|(?=[\s\u3000]+[^\d\s年月日个项亿万%％])))"
    r"|(?P<four>(?:[（(]\s*(?P<d>\d{1,4})\s*[）)]|(?P<e>\d{1,3})[）)])[、.．]?)"
    rf"|(?P<five>(?P<f>[{_CIRCLED}])))\s*"
)
_DEPTHS = {"part": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_AREA = re.compile(rf"[（(]?\s*({_NUMERAL})\s*[）)]?[、.．]?")
_TASK = re.compile(r"(?:第?\s*[（(]?\s*(\d{1,5})\s*[）)]?\s*(?:项|号)?[、.．]?)")


@dataclass(frozen=True, slots=True)
class Label:
    """A numbering mark at the head of a line: depth 0 (第一部分) to 5 (①); `end` is behind it."""

    depth: int
    number: int
    end: int


def label_of(text: str) -> Label | None:
    """The mark that opens a line, None for a line without one."""
    match = _LABEL.match(text)
    if not match or not match.lastgroup:
        return None
    kind = next(name for name in _DEPTHS if match[name])
    digits = next(match[name] for name in "pabcdef" if match[name])
    return Label(_DEPTHS[kind], _number(digits), match.end())


def area_number(text: str) -> int | None:
    """一 or （一） or 一、 as a number."""
    match = _AREA.fullmatch(text.strip())
    return chinese_integer(match[1]) if match else None


def task_number(text: str) -> int | None:
    """12 or 12. or （12） or 第12项 or ⑫ as a number."""
    stripped = text.strip()
    if len(stripped) == 1 and stripped in _CIRCLED:
        return _CIRCLED.index(stripped) + 1
    match = _TASK.fullmatch(stripped)
    return int(match[1]) if match else None


def _number(digits: str) -> int:
    if digits in _CIRCLED:
        return _CIRCLED.index(digits) + 1
    return int(digits) if digits.isdigit() else chinese_integer(digits)
