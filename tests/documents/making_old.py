"""Old Office files made for the tests: the packing (MS-CFB) and a small .xls workbook (MS-XLS)."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

from tongchou.documents.ole import OLE

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
LARGE = 4096
GENERAL, PERCENT, AREA, MONTH = 0, 1, 2, 3
"""Styles of cells: their formats are none, 0%, 0.0"万亩" and yyyy"年"m"月"."""
OWN_FORMATS = {164: '0.0"万亩"', 165: 'yyyy"年"m"月"'}
STYLES = (0, 9, 164, 165)

Cell = str | tuple[float, int]
"""A text, or a number with its style."""


def ole(streams: Mapping[str, bytes], storages: Sequence[str] = ()) -> bytes:
    """A file with these streams, each in sectors of its own (small ones are padded)."""
    sectors: list[bytes] = []
    fat: list[int] = []
    entries = [_entry("Root Entry", 5, END, 0, child=1)]
    for name, given in streams.items():
        content = given.ljust(LARGE, b"\0")
        entries.append(_entry(name, 2, len(sectors), len(content)))
        _lay(content, sectors, fat)
    entries += [_entry(name, 1, 0, 0) for name in storages]
    directory = len(sectors)
    _lay(b"".join(entries), sectors, fat)
    count = (len(sectors) + 1) // 127 + 1
    places = range(len(sectors), len(sectors) + count)
    fat += [FAT] * count
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(count * SECTOR, b"\xff")
    header = OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", 0, count, directory, 0, LARGE, END, 0, END, 0, places[0])
    header += struct.pack(f"<{count - 1}I", *places[1:])
    return header.ljust(SECTOR, b"\xff") + b"".join(sectors) + table


def _lay(content: bytes, sectors: list[bytes], fat: list[int]) -> None:
    pieces = [
        content[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(content), SECTOR)
    ]
    for piece in pieces:
        sectors.append(piece)
        fat.append(len(sectors))
    fat[-1] = END


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    title = name.encode("utf-16-le") + b"\0\0"
    entry = title.ljust(64, b"\0") + struct.pack("<HBB", len(title), kind, 1)
    right = FREE
    entry += struct.pack("<III", FREE, right, child) + bytes(36) + struct.pack("<II", start, size)
    return entry.ljust(128, b"\0")


def xls(
    rows: Sequence[Sequence[Cell]],
    merged: Sequence[tuple[int, int, int, int]] = (),
    *,
    locked: bool = False,
    state: int = 0,
) -> bytes:
    """One sheet; `merged` as (first row, last row, first column, last column); `state` 1 hides."""
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if isinstance(cell, str):
                sheet += _record(0x204, struct.pack("<HHH", r, c, GENERAL) + _string(cell)) * bool(
                    cell
                )
            else:
                sheet += _record(0x203, struct.pack("<HHHd", r, c, cell[1], cell[0]))
    if merged:
        ranges = b"".join(struct.pack("<HHHH", *place) for place in merged)
        sheet += _record(0xE5, struct.pack("<H", len(merged)) + ranges)
    sheet += _record(0x0A, b"")
    head = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    head += _record(0x2F, struct.pack("<H", 1) + bytes(52)) if locked else b""
    head += _record(0x42, struct.pack("<H", 1200))
    for number, code in OWN_FORMATS.items():
        head += _record(0x41E, struct.pack("<H", number) + _string(code))
    for number in STYLES:
        head += _record(0xE0, struct.pack("<HH", 0, number) + bytes(16))
    name = "任务".encode("utf-16-le")
    behind = 4 + 8 + len(name) + 4
    place = struct.pack("<IBB", len(head) + behind, state, 0)
    head += _record(0x85, place + bytes([len(name) // 2, 1]) + name)
    return ole({"Workbook": head + _record(0x0A, b"") + sheet})


def _string(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body
