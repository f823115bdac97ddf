"""Markdown: headings, lists and tables with pipes; the marks go, the words stay."""

import html
import re

from tongchou.documents.block_list import BlockList
from tongchou.documents.decoding import decode
from tongchou.documents.readers import Reading
from tongchou.domain.notice.document import Block
from tongchou.domain.shared.text import printable

_RULE_ROW = re.compile(r"(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*)")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
_BULLET = re.compile(r"^\s*[-*+]\s+(?:\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"^\s{0,3}(?:>\s?)+")
_LIST = re.compile(r"\s*(?:[-*+]\s|\d{1,9}[.)、．]|[（(][一二三四五六七八九十\d]+[）)])")
_BR = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<!--.{0,500}?-->")
_LINK = re.compile(r"(!?)\[([^\[\]]{0,500})\]\([^()\s]{0,500}(?:\s+\"[^\"]{0,200}\")?\)")
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)(.{1,2000}?)(?<=\S)\1", re.DOTALL)
_STRESS = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\*(?![\w*])")
_CODE = re.compile(r"`([^`\n]{1,500})`")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>])")
_ENDS = "。；：！？.;:!?"
_LONG = 25
_SHIELD = 0xE000


def read_markdown(data: bytes, name: str) -> Reading:
    """A line that breaks off inside a sentence goes on in the next. Raises GuardError."""
    text, findings = decode(data, name)
    return _Reader(printable(text).split("\n"), name).read(), findings


def has_pipe_table(text: str) -> bool:
    """Whether a text holds a Markdown table: a row, and below it the row of dashes."""
    above = ""
    for line in text.splitlines():
        if "|" in above and _is_rule_row(line):
            return True
        above = line
    return False


def _is_rule_row(line: str) -> bool:
    return "|" in line and "-" in line and bool(_RULE_ROW.fullmatch(line.strip()))


class _Reader:
    def __init__(self, lines: list[str], name: str) -> None:
        self.lines = lines
        self.found = BlockList(name)
        self.open: list[str] = []

    def read(self) -> tuple[Block, ...]:
        at = 0
        while at < len(self.lines):
            below = self.lines[at + 1] if at + 1 < len(self.lines) else ""
            if "|" in self.lines[at] and _is_rule_row(below):
                at = self._table(at)
            else:
                at += self._line(self.lines[at], below)
        self._close()
        return tuple(self.found.blocks)

    def _line(self, line: str, below: str) -> int:
        """How many lines were used."""
        heading = _HEADING.fullmatch(line)
        if _FENCE.match(line) or _RULE.fullmatch(line) or not line.strip():
            self._close()
        elif heading:
            self._close()
            self._add(_without_closing(heading[2]), f"Heading{len(heading[1])}")
        elif _UNDERLINE.fullmatch(below) and below.strip() and not _RULE_ROW_START.match(line):
            self._close()
            self._add(line, "Heading1" if "=" in below else "Heading2")
            return 2
        else:
            self._words(_QUOTE.sub("", line))
        return 1

    def _words(self, line: str) -> None:
        """Join what was wrapped; what begins a list or stands after a whole line is its own."""
        if self.open and not _LIST.match(line) and self._breaks_off():
            blank = " " if self.open[-1][-1].isascii() and line.lstrip()[:1].isascii() else ""
            if line.strip():
                self.open[-1] = self.open[-1].rstrip()
                self.open.append(blank + line.lstrip())
            return
        self._close()
        bare = _BULLET.sub("", line, count=1)
        self.open = [bare] if bare.strip() else []

    def _breaks_off(self) -> bool:
        last = self.open[-1]
        whole = last.rstrip()[-1] in _ENDS or last.endswith("  ")
        return not whole and (len(self.open) > 1 or len(last) >= _LONG)

    def _close(self) -> None:
        if self.open:
            self._add("".join(self.open))
        self.open = []

    def _add(self, text: str, style: str = "") -> None:
        self.found.paragraph(plain(text), style)

    def _table(self, at: int) -> int:
        """Read a table; the line behind it."""
        self._close()
        rows = [_cells(self.lines[at])]
        at += 2
        while at < len(self.lines) and "|" in self.lines[at]:
            rows.append(_cells(self.lines[at]))
            at += 1
        self.found.table(rows)
        return at


_RULE_ROW_START = re.compile(r"\s*(?:[-*+]\s|>|#)")


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    parts = re.split(r"(?<!\\)\|", inner)
    if parts and not parts[-1].strip() and line.rstrip().endswith("|"):
        parts.pop()
    return [plain(part) for part in parts]


def _without_closing(heading: str) -> str:
    """A heading without the # that may close it: ## 甲 ##."""
    words = heading.rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if bare == "" or bare[-1].isspace() else words


def plain(text: str) -> str:
    """Words without their marks; what a backslash guards stays as it is."""
    text = _ESCAPED.sub(lambda m: chr(_SHIELD + ord(m[1])), _BR.sub("\n", text))
    text = _LINK.sub(lambda m: "" if m[1] else m[2], _TAG.sub("", text))
    text = _STRESS.sub(r"\1", _STRONG.sub(r"\2", _STRONG.sub(r"\2", _CODE.sub(r"\1", text))))
    text = "".join(chr(ord(c) - _SHIELD) if _SHIELD <= ord(c) < _SHIELD + 128 else c for c in text)
    lines = html.unescape(text).replace("\u00a0", " ").split("\n")
    return printable("\n".join(line.strip() for line in lines)).strip()
