"""The number formats of an .xlsx workbook's cells, which the reader of its values leaves out."""

from collections.abc import Iterator
from io import BytesIO
from posixpath import join, normpath

from lxml import etree

from tongchou.documents.guard import Archive, GuardError, damaged, too_much
from tongchou.documents.sheets.number_formats import BUILT_IN
from tongchou.documents.xml_parts import parse_part

Formats = dict[tuple[int, int], str]
MAX_AREA = 5_000_000
"""Cells up to the last filled one: the reader of values holds all of them."""
_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_LETTERS = 3


def xlsx_formats(archive: Archive) -> dict[str, Formats]:
    """By sheet, the format codes of its filled cells; raises GuardError for a sheet whose cells
    lie too far apart."""
    if _BOOK not in archive:
        return {}
    codes = _codes(archive)
    return {name: _sheet(archive, part, codes) for name, part in _sheets(archive)}


def _sheets(archive: Archive) -> Iterator[tuple[str, str]]:
    targets: dict[str, str] = {}
    if _RELATIONS in archive:
        for relation in parse_part(archive, _RELATIONS):
            target = relation.get("Target", "")
            base = "" if target.startswith("/") else "xl"
            targets[relation.get("Id", "")] = normpath(join(base, target.lstrip("/")))
    for sheet in parse_part(archive, _BOOK).iter("{*}sheet"):
        link = next((v for k, v in sheet.attrib.items() if str(k).endswith("}id")), "")
        part = targets.get(str(link), "")
        if part in archive:
            yield sheet.get("name", ""), part


def _codes(archive: Archive) -> list[str]:
    """The format code of each style of a cell."""
    if _STYLES not in archive:
        return []
    root = parse_part(archive, _STYLES)
    own = {
        entry.get("numFmtId", ""): entry.get("formatCode", "") for entry in root.iter("{*}numFmt")
    }
    styles = root.find("{*}cellXfs")
    ids = [] if styles is None else [style.get("numFmtId", "0") for style in styles]
    return [own.get(i) or BUILT_IN.get(int(i) if i.isdecimal() else 0, "") for i in ids]


def _sheet(archive: Archive, part: str, codes: list[str]) -> Formats:
    formats: Formats = {}
    height, width = 0, 0
    for cell in _cells(archive, part):
        place = _place(cell.get("r", ""))
        if place is None or len(cell) == 0:
            continue
        height, width = max(height, place[0] + 1), max(width, place[1] + 1)
        style = cell.get("s", "")
        code = codes[int(style)] if style.isdecimal() and int(style) < len(codes) else ""
        if code:
            formats[place] = code
    if height * width > MAX_AREA:
        raise GuardError(too_much(archive.name))
    return formats


def _cells(archive: Archive, part: str) -> Iterator[etree._Element]:
    """Cells one by one, each forgotten once it was seen; no entity or address is followed."""
    stream = BytesIO(archive.read(part))
    events = etree.iterparse(
        stream, tag="{*}c", resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        for _, cell in events:
            yield cell
            cell.clear(keep_tail=False)
            while (before := cell.getprevious()) is not None and before.getparent() is not None:
                cell.getparent().remove(before)
    except etree.XMLSyntaxError:
        raise GuardError(damaged(archive.name, f"{part} 有误", f"{part} is malformed")) from None


def _place(reference: str) -> tuple[int, int] | None:
    """B12 as row 11, column 1."""
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    if not 0 < len(letters) <= _LETTERS or not letters.isascii() or not 0 < len(digits) < 8:
        return None
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return int(digits) - 1, column - 1
