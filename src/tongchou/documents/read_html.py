"""Web pages: paragraphs, and tables of data out of the tables that only lay out the page."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tongchou.documents.block_list import BlockList
from tongchou.documents.decoding import decode
from tongchou.documents.guard import (
    MAX_COLUMNS,
    MAX_FILE,
    GuardError,
    damaged,
    suspicious,
)
from tongchou.documents.readers import Reading
from tongchou.documents.web.flow import Flow, lines_of_cell
from tongchou.documents.web.nodes import Survey, is_layout, walk
from tongchou.domain.notice.document import Block

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_DEPTH = 1000
MAX_ATTRIBUTES = 5000
"""The parser compares each attribute of a tag with all the others."""
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:]*)")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{10000,}")
_ENDLESS = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    "colgroup",
}  # fmt: skip
"""Elements without an end, or whose end may be left away."""
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_HEAD = 8192
_NOT_GUESSED = {"big5", "big5-hkscs"}
_MOST_ROWS = 65_534


def read_html(data: bytes, name: str) -> Reading:
    """Navigation, footers and what is hidden are left out; the words that a site puts round an
    article are left to the outline. Raises GuardError."""
    declared = _DECLARED.search(data[:_HEAD])
    return read_page(data, name, declared[1].decode("ascii") if declared else "")


def read_page(data: bytes, name: str, declared: str) -> Reading:
    """Read a page whose encoding is said elsewhere; it counts only where the bytes agree."""
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    text, findings = decode(_recoded(data, declared), name, MAX_FILE)
    if _depth(text) > MAX_DEPTH:
        raise GuardError(suspicious(name, "标签嵌套过深", "its tags are nested too deep"))
    if any(len(tag.group().split()) > MAX_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        raise GuardError(suspicious(name, "标签的属性过多", "a tag has too many attributes"))
    try:
        root = LexborHTMLParser(text).root
    except (SelectolaxError, ValueError):
        root = None
    if root is None:
        raise GuardError(damaged(name, "网页的标签有误", "its tags are malformed"))
    return _Page(root, name).read(), findings


def _recoded(data: bytes, declared: str) -> bytes:
    """The page in UTF-8 where it says it is in the one encoding that is never guessed."""
    if declared.lower() not in _NOT_GUESSED:
        return data
    try:
        return data.decode("big5hkscs").encode()
    except UnicodeDecodeError:
        return data


def _depth(text: str) -> int:
    """How deep elements are nested at most, counting those that are never closed."""
    depth = deepest = 0
    for found in _TAG.finditer(text):
        if found[2].lower() not in _ENDLESS:
            depth = max(depth - 1, 0) if found[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest


class _Page:
    def __init__(self, root: "LexborNode", name: str) -> None:
        self.root = root
        self.name = name
        self.survey = Survey(root)
        self.flow = Flow()
        self.found = BlockList(name)

    def read(self) -> tuple[Block, ...]:
        left_out = self.survey.left_out
        passed = set(left_out)
        for enters, node in walk(self.root, passed):
            if node.mem_id in left_out:
                continue
            shape = self.survey.tables.get(node.mem_id) if enters else None
            if shape is not None and not is_layout(shape):
                passed.add(node.mem_id)
                self._paragraphs()
                self._table(node)
            elif enters:
                self.flow.enter(node)
            else:
                self.flow.leave(node)
        self._paragraphs()
        return tuple(self.found.blocks)

    def _paragraphs(self) -> None:
        self.flow.flush()
        for text, style in self.flow.lines:
            self.found.paragraph(text, style)
        self.flow.lines.clear()

    def _table(self, table: "LexborNode") -> None:
        for caption in (part for part in _children(table) if part.tag == "caption"):
            for text in lines_of_cell(caption, self.survey.left_out):
                self.found.paragraph(text)
        self._rows(list(_rows(table)))

    def _rows(self, rows: "list[LexborNode]") -> None:
        number = self.found.new_table()
        open_until: dict[int, int] = {}
        for r, row in enumerate(rows):
            column = 0
            for cell in _cells(row):
                while open_until.get(column, 0) > r:
                    column += 1
                wide = max(_span(cell, "colspan"), 1)
                tall = _span(cell, "rowspan") or _MOST_ROWS
                tall = min(tall, len(rows) - r)
                if column + wide > MAX_COLUMNS:
                    raise GuardError(suspicious(self.name, "表格列数过多", "too many columns"))
                open_until.update(dict.fromkeys(range(column, column + wide), r + tall))
                text = "\n".join(lines_of_cell(cell, self.survey.left_out))
                self.found.cell(text, number, r, column, (tall, wide))
                column += wide


def _children(node: "LexborNode") -> "Iterator[LexborNode]":
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _rows(table: "LexborNode") -> "Iterator[LexborNode]":
    for part in _children(table):
        if part.tag == "tr":
            yield part
        elif part.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in _children(part) if row.tag == "tr")


def _cells(row: "LexborNode") -> "Iterator[LexborNode]":
    yield from (part for part in _children(row) if part.tag in {"td", "th"})


def _span(cell: "LexborNode", name: str) -> int:
    text = (cell.attributes.get(name) or "1").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
