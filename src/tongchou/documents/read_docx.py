"""Word documents, read from their XML directly: paragraphs and real tables in order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tongchou.documents.block_list import BlockList
from tongchou.documents.docx_numbering import Numbering
from tongchou.documents.findings import MacrosIgnored
from tongchou.documents.guard import (
    MAX_COLUMNS,
    Archive,
    GuardError,
    damaged,
    suspicious,
)
from tongchou.documents.xml_parts import Element, W, parse_part, release, stream_part
from tongchou.domain.notice.document import Block
from tongchou.domain.shared.findings import Finding

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BODY = "word/document.xml"
BOX = f"{W}txbxContent"
TEXT = f"{W}body"
P, TBL, TR, TC = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
WRAPPERS = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}smartTag", f"{W}moveTo"}
LEFT_OUT = {f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}pPr", f"{W}rPr", f"{W}instrText"}
BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


def read_docx(data: bytes, name: str) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """Blank paragraphs are left out, automatic numbers written out; a merged cell is one block
    with its spans; paragraphs of a cell are joined by newlines. Raises GuardError."""
    archive = Archive.open(data, name)
    numbering = None
    if "word/numbering.xml" in archive:
        numbering = Numbering(parse_part(archive, "word/numbering.xml"))
    blocks = _Reader(numbering, name).read(stream_part(archive, BODY, (TEXT, P, TBL, TR)))
    macros = any(part.endswith("vbaProject.bin") for part in archive.parts.namelist())
    return blocks, (MacrosIgnored(name=name),) if macros else ()


class _Reader:
    def __init__(self, numbering: Numbering | None, name: str) -> None:
        self.numbering = numbering
        self.name = name
        self.found = BlockList(name)
        self.table = self.row = 0
        self.open_cells: dict[int, int] = {}

    def read(self, events: Iterable[tuple[str, Element]]) -> tuple[Block, ...]:
        """Takes paragraphs and rows as they end, so that no more than one is held."""
        body = False
        for event, element in events:
            body = body or element.tag == TEXT
            holder = _holder(element)
            if event == "start":
                if element.tag == TBL and _is_text(holder):
                    self._open_table()
            elif element.tag == P and _is_text(holder):
                for inner in _boxed(element):
                    self._add(inner)
                self._add(element)
                release(element)
            elif element.tag == TR and holder is not None and holder.tag == TBL:
                if not _is_text(_holder(holder)):
                    continue
                self._take_row(element)
                release(element)
        if not body:
            raise GuardError(damaged(self.name, "没有正文", "it has no body"))
        return tuple(self.found.blocks)

    def _add(self, element: Element) -> None:
        style = _value(element, f"{W}pPr/{W}pStyle")
        self.found.paragraph(self._paragraph(element), style)

    def _paragraph(self, element: Element) -> str:
        label = self.numbering.label(element) if self.numbering else ""
        return label + "".join(_words(element))

    def _open_table(self) -> None:
        self.table, self.row = self.found.new_table(), 0
        self.open_cells = {}

    def _take_row(self, row: Element) -> None:
        column = _integer(_value(row, f"{W}trPr/{W}gridBefore"), 0)
        for cell in (e for e in _unwrapped(row) if e.tag == TC):
            width = max(_integer(_value(cell, f"{W}tcPr/{W}gridSpan"), 1), 1)
            if column + width > MAX_COLUMNS:
                raise GuardError(suspicious(self.name, "表格列数过多", "too many columns"))
            if _continues(cell) and column in self.open_cells:
                self._lengthen(self.open_cells[column])
            else:
                self.open_cells[column] = len(self.found.blocks)
                self.found.cell(self._cell(cell), self.table, self.row, column, (1, width))
            column += width
        self.row += 1

    def _cell(self, cell: Element) -> str:
        lines = [self._paragraph(p) for p in cell.iter(P) if not _inside_left_out(p, cell)]
        return "\n".join(lines)

    def _lengthen(self, index: int) -> None:
        old = self.found.blocks[index]
        self.found.blocks[index] = replace(old, row_span=old.row_span + 1)


def _holder(element: Element) -> Element | None:
    """What an element stands in, seen through content controls and accepted insertions."""
    parent = element.getparent()
    while parent is not None and parent.tag in WRAPPERS:
        parent = parent.getparent()
    return parent


def _is_text(element: Element | None) -> bool:
    return element is not None and element.tag == TEXT


def _unwrapped(parent: Element) -> Iterator[Element]:
    """Children in order, seen through content controls and accepted insertions."""
    for child in parent:
        if child.tag in WRAPPERS:
            yield from _unwrapped(child)
        else:
            yield child


def _boxed(element: Element) -> Iterator[Element]:
    """The paragraphs of text boxes anchored here: red heads are often drawn so."""
    for box in element.iter(BOX):
        if not _inside_left_out(box, element):
            yield from box.iterchildren(P)


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in BREAKS:
            yield BREAKS[child.tag]
        elif child.tag not in LEFT_OUT and child.tag != P:
            yield from _words(child)


def _inside_left_out(element: Element, end: Element) -> bool:
    parent = element.getparent()
    while parent is not None and parent is not end:
        if parent.tag in LEFT_OUT:
            return True
        parent = parent.getparent()
    return False


def _continues(cell: Element) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val", "continue") == "continue"


def _value(element: Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else found.get(f"{W}val", "")


def _integer(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default
