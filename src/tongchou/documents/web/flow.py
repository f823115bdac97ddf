"""The words of a part of a web page as lines, broken where a browser breaks them."""

import re
from typing import TYPE_CHECKING

from tongchou.documents.web.nodes import BLOCKS, walk
from tongchou.domain.shared.numerals import chinese_numeral
from tongchou.domain.shared.text import printable

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

BREAK = "\0"
"""Between the lines of one paragraph while it is gathered; no page holds this character."""
_WIDE = "\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_TORN = re.compile(f"(?<=[{_WIDE}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{_WIDE}])")
_BLANKS = re.compile("[ \t\r\n\f\u00a0]+")
_NUMBERED = re.compile(r"[（(]?(?:\d+|[一二三四五六七八九十]+|[a-zA-Z])[）)、.．]")
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.I)
_CHINESE = {"cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"}
_PLAIN_LISTS = {"1", "decimal", "decimal-leading-zero", ""}
_LETTERS = {"a": "a", "A": "A", "lower-alpha": "a", "upper-alpha": "A", "lower-latin": "a"}
_MOST = 99


class Flow:
    """Gathers lines: feed it nodes as they are entered and left, then take `lines`."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []
        self.pieces: list[str] = []
        self.style = ""
        self.label = ""
        self.kept_breaks = 0
        self.lists: list[tuple[str, int]] = []

    def enter(self, node: "LexborNode") -> None:
        if node.is_text_node:
            self._text(node.text_content or "")
            return
        tag = node.tag or ""
        if tag == "br":
            self.pieces.append(BREAK)
        elif tag in BLOCKS:
            self.flush()
            self._begin(tag, node)

    def leave(self, node: "LexborNode") -> None:
        tag = node.tag or ""
        if tag not in BLOCKS:
            return
        self.flush()
        if tag == "pre":
            self.kept_breaks -= 1
        elif tag in {"ol", "ul"} and self.lists:
            self.lists.pop()
        elif tag in _HEADINGS:
            self.style = ""

    def _begin(self, tag: str, node: "LexborNode") -> None:
        if tag == "pre":
            self.kept_breaks += 1
        elif tag in _HEADINGS:
            self.style = f"Heading{tag[1]}"
        elif tag in {"ol", "ul"}:
            self.lists.append((_list_kind(tag, node), _integer(node.attributes.get("start"), 1)))
        elif tag == "li" and self.lists:
            kind, number = self.lists[-1]
            number = _integer(node.attributes.get("value"), number)
            self.lists[-1] = kind, number + 1
            self.label = _label(kind, number)

    def _text(self, text: str) -> None:
        self.pieces.append(text.replace("\n", BREAK) if self.kept_breaks else text)

    def flush(self) -> None:
        """End the paragraph that is open."""
        if not self.pieces:
            return
        gathered, self.pieces = "".join(self.pieces), []
        for part in gathered.split(BREAK):
            text = tidy(part)
            if text:
                if self.label and not _NUMBERED.match(text):
                    text = self.label + text
                self.label = ""
                self.lines.append((text, self.style))


_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def lines_of_cell(cell: "LexborNode", left_out: set[int]) -> list[str]:
    """The lines of a cell; the rows of a table inside it are lines too."""
    flow = Flow()
    for enters, node in walk(cell, left_out):
        if enters and node.mem_id not in left_out:
            flow.enter(node)
        elif not enters and node.mem_id not in left_out:
            flow.leave(node)
    flow.flush()
    return [text for text, _ in flow.lines]


def tidy(text: str) -> str:
    """One blank for many; none where a line of the file ends between two Chinese characters."""
    return printable(_BLANKS.sub(" ", _TORN.sub("", text))).strip()


def _list_kind(tag: str, node: "LexborNode") -> str:
    """What its items are numbered with: a type, or nothing for a list with dots."""
    found = _LIST_STYLE.search(node.attributes.get("style") or "")
    kind = found[1].lower() if found else (node.attributes.get("type") or "1")
    return "none" if tag == "ul" else kind


def _label(kind: str, number: int) -> str:
    if kind in _CHINESE and 1 <= number <= _MOST:
        return f"{chinese_numeral(number)}、"
    if kind in _LETTERS and 1 <= number <= 26:
        return f"{chr(ord(_LETTERS[kind]) + number - 1)}."
    return f"{number}." if kind in _PLAIN_LISTS else ""


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else default
