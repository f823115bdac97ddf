"""OpenDocument workbooks (.ods), read from their XML: it holds each cell as it is shown."""

from collections.abc import Iterator

from lxml import etree

from tongchou.documents.findings import HiddenSheets, MacrosIgnored
from tongchou.documents.guard import MAX_BLOCKS, MAX_COLUMNS, Archive, GuardError, too_much
from tongchou.documents.readers import Reading
from tongchou.documents.sheets.tables import Place, Sheet, blocks_of_sheets
from tongchou.documents.xml_parts import parse_part
from tongchou.domain.shared.findings import Finding
from tongchou.domain.shared.text import printable

CONTENT = "content.xml"
T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
X = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
S = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
ROW, CELL, COVERED = f"{T}table-row", f"{T}table-cell", f"{T}covered-table-cell"
GROUPS = {f"{T}table-header-rows", f"{T}table-row-group", f"{T}table-rows"}
BREAKS = {f"{X}s": " ", f"{X}tab": "\t", f"{X}line-break": "\n"}
_MOST_REPEATS = 1000
"""Filled rows or cells said to be repeated more often are looks, not content."""

Element = etree._Element


def read_ods(data: bytes, name: str) -> Reading:
    """Hidden sheets are left out and named. Raises GuardError."""
    archive = Archive.open(data, name)
    root = parse_part(archive, CONTENT)
    out_of_sight = _hidden_styles(root)
    sheets: list[Sheet] = []
    hidden: list[str] = []
    for table in root.iterfind(f"{OFFICE}body/{OFFICE}spreadsheet/{T}table"):
        sheet = _sheet(table, name)
        if table.get(f"{T}style-name") in out_of_sight:
            hidden += [sheet.name] if any(map(any, sheet.rows)) else []
        else:
            sheets.append(sheet)
    findings: list[Finding] = []
    if any(part.startswith(("Basic/", "Scripts/")) for part in archive.parts.namelist()):
        findings.append(MacrosIgnored(name=name))
    if hidden:
        findings.append(HiddenSheets(name=name, sheets="、".join(hidden)))
    return blocks_of_sheets(sheets, name), tuple(findings)


def _hidden_styles(root: Element) -> set[str]:
    return {
        style.get(f"{S}name", "")
        for style in root.iter(f"{S}style")
        for looks in style.iterfind(f"{S}table-properties")
        if looks.get(f"{T}display") == "false"
    }


def _sheet(table: Element, name: str) -> Sheet:
    rows: list[list[str]] = []
    merged: dict[Place, Place] = {}
    filled = 0
    for row in _rows(table):
        cells, spans = _row(row)
        times = _repeats(row, "rows") if cells else min(_repeats(row, "rows"), 1)
        for _ in range(times):
            merged.update({(len(rows), c): span for c, span in spans.items()})
            rows.append(cells)
            filled += len(cells)
        if filled > MAX_BLOCKS or len(rows) > MAX_BLOCKS:
            raise GuardError(too_much(name))
    return Sheet(table.get(f"{T}name", ""), rows, merged)


def _rows(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == ROW:
            yield child
        elif child.tag in GROUPS:
            yield from _rows(child)


def _row(row: Element) -> tuple[list[str], dict[int, Place]]:
    """The texts up to the last filled cell, and the spans of the cells that have any."""
    cells: list[str] = []
    spans: dict[int, Place] = {}
    for cell in (child for child in row if child.tag in {CELL, COVERED}):
        if len(cells) >= MAX_COLUMNS:
            break
        text = _text(cell) if cell.tag == CELL else ""
        span = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
        if span != (1, 1):
            spans[len(cells)] = span
        cells += [text] * min(_repeats(cell, "columns"), MAX_COLUMNS)
    while cells and not cells[-1]:
        cells.pop()
    return cells, spans


def _text(cell: Element) -> str:
    lines = ["".join(_words(line)) for line in cell.iterchildren(f"{X}p", f"{X}h")]
    return printable("\n".join(lines)).strip()


def _words(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in BREAKS:
            yield BREAKS[child.tag]
        elif not str(child.tag).startswith(OFFICE):
            yield from _words(child)
        yield child.tail or ""


def _repeats(element: Element, what: str) -> int:
    return min(_number(element, f"number-{what}-repeated"), _MOST_REPEATS)


def _number(element: Element, name: str) -> int:
    text = element.get(f"{T}{name}", "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 8 else 1
