"""The nodes of a parsed web page, walked without recursion, and what is not to be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tongchou.domain.notice.columns import column_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

UNSEEN = {
    "head", "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed",
    "video", "audio", "select", "option", "button", "input", "textarea", "nav", "footer", "map",
    "xml", "math", "dialog", "title",
}  # fmt: skip
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
BOXES = {"div", "ul", "ol", "dl", "p", "td", "section", "table", "header", "aside", "menu"}
"""Elements that may hold nothing but the links of a site."""
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_LINKS = 3
_LINKED = 0.8
_LONGEST_LINE = 200
_HEADINGS = 2


@dataclass(slots=True)
class Shape:
    """What decides whether a table holds data or lays out a page; lengths in characters."""

    rows: int = 0
    columns: int = 0
    headings: int = 0
    text: int = 0
    nested: int = 0
    largest: int = 0


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet."""

    node: "LexborNode"
    text: int = 0
    linked: int = 0
    links: int = 0
    cells: int = 0
    headings: int = 0
    start: str = ""


def walk(
    top: "LexborNode", skipped: "set[int] | None" = None
) -> "Iterator[tuple[bool, LexborNode]]":
    """Every node below `top` in order, as (True, node) and behind its children (False, node)."""
    node = top.child
    while node is not None:
        yield True, node
        below = None if skipped and node.mem_id in skipped else node.child
        while below is None:
            yield False, node
            below = node.next
            if below is None:
                node = node.parent
                if node is None or node.mem_id == top.mem_id:
                    return
        node = below


class Survey:
    """One look over a page: which elements are left out, and the shape of each table."""

    def __init__(self, top: "LexborNode") -> None:
        self.left_out: set[int] = set()
        self.tables: dict[int, Shape] = {}
        self.open: list[_Open] = [_Open(top)]
        self.outer: list[Shape] = []
        for enters, node in walk(top, self.left_out):
            if node.is_text_node:
                if enters:
                    self._text(node.text_content or "")
            elif enters:
                self._enter(node)
            elif node.is_element_node:
                self._leave(node)

    def _text(self, text: str) -> None:
        top = self.open[-1]
        top.text += len("".join(text.split()))
        if len(top.start) < _LONGEST_LINE:
            top.start += text[:_LONGEST_LINE]

    def _enter(self, node: "LexborNode") -> None:
        if not node.is_element_node:
            return
        if is_unseen(node):
            self.left_out.add(node.mem_id)
        self.open.append(_Open(node))
        if node.tag == "table":
            self.outer.append(Shape())

    def _leave(self, node: "LexborNode") -> None:
        closed, above = self.open.pop(), self.open[-1]
        if node.mem_id in self.left_out:
            if node.tag == "table":
                self.outer.pop()
            return
        if node.tag == "a":
            closed.linked, closed.links = closed.text, 1
        if node.tag in BOXES and _is_furniture(closed):
            self.left_out.add(node.mem_id)
        else:
            _add(closed, above)
        if self.outer:
            self._measure(closed, above)

    def _measure(self, closed: _Open, above: _Open) -> None:
        shape = self.outer[-1]
        if closed.node.tag in {"td", "th"}:
            above.cells += 1
            above.headings += column_of("".join(closed.start.split())) is not None
            shape.largest = max(shape.largest, closed.text)
        elif closed.node.tag == "tr":
            shape.rows += 1
            shape.columns = max(shape.columns, closed.cells)
            shape.headings = max(shape.headings, closed.headings)
        elif closed.node.tag == "table":
            shape.text = closed.text
            self.tables[closed.node.mem_id] = self.outer.pop()
            if self.outer:
                self.outer[-1].nested += closed.text


def _add(closed: _Open, above: _Open) -> None:
    above.text += closed.text
    above.linked += closed.linked
    above.links += closed.links
    if len(above.start) < _LONGEST_LINE:
        above.start += closed.start


def is_layout(shape: Shape) -> bool:
    """A table that only places things on the page; known headings make it a table of data."""
    if shape.headings >= _HEADINGS:
        return False
    if shape.rows < 2 or shape.columns < 2 or shape.nested * 2 > shape.text:
        return True
    return shape.largest > 3000 or (shape.largest > 400 and shape.largest > 0.6 * shape.text)


def is_unseen(node: "LexborNode") -> bool:
    attributes = node.attributes
    return (
        node.tag in UNSEEN
        or "hidden" in attributes
        or attributes.get("role") == "navigation"
        or bool(_INVISIBLE.search(attributes.get("style") or ""))
    )


def _is_furniture(element: _Open) -> bool:
    """Whether it is a list of the site's links."""
    return element.links >= _LINKS and element.linked >= _LINKED * element.text
