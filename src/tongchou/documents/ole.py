"""The old packing of Office files (.doc, .xls, .wps): names and contents of the streams inside.

Layout: Microsoft's open specification MS-CFB. Every chain is followed at most once round the
file, so that a ring of sectors ends.
"""

import struct
from dataclasses import dataclass

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
HEADER = 512
ENTRY = 128
STREAM, ROOT = 2, 5
LAST_SECTOR = 0xFFFFFFF9
HEADER_FAT = 109


@dataclass(frozen=True, slots=True)
class Entry:
    kind: int
    start: int
    size: int


class Ole:
    """An opened file; what is broken in it is left out, never an error. `has_ring` says that
    sectors follow each other in a ring, which a careless reader would go round without end."""

    def __init__(self, data: bytes) -> None:
        self.data = data.ljust(HEADER, b"\0")
        shift = self._word(30, "<H")
        self.sector_size = 1 << shift if shift in {9, 12} else HEADER
        self.has_ring = False
        self.fat = self._fat()
        self.entries: dict[str, Entry] = {}
        self.storages: set[str] = set()
        directory = self._chain(self._word(48), len(self.data))
        for at in range(0, len(directory) - ENTRY + 1, ENTRY):
            self._enter(directory[at : at + ENTRY])
        root = next((e for e in self.entries.values() if e.kind == ROOT), None)
        self.mini = self._chain(root.start, root.size) if root else b""
        self.mini_fat = self._chain(self._word(60), len(self.data))
        self.has_ring = self.has_ring or _has_ring(self.fat) or _has_ring(self.mini_fat)

    def __contains__(self, name: str) -> bool:
        return name in self.entries and self.entries[name].kind == STREAM

    def read(self, name: str, most: int) -> bytes:
        """The beginning of a stream; nothing where it is not there."""
        if name not in self:
            return b""
        entry = self.entries[name]
        size = min(entry.size, most)
        if entry.size >= self._word(56):
            return self._chain(entry.start, size)
        return self._mini_chain(entry.start, size)

    def _enter(self, entry: bytes) -> None:
        length, kind = struct.unpack_from("<HB", entry, 64)
        name = entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        start, size = struct.unpack_from("<II", entry, 116)
        if kind in {STREAM, ROOT}:
            self.entries.setdefault(name, Entry(kind, start, size))
        elif name:
            self.storages.add(name)

    def _word(self, at: int, kind: str = "<I") -> int:
        return int(struct.unpack_from(kind, self.data, at)[0])

    def _sector(self, number: int) -> bytes:
        return self.data[(number + 1) * self.sector_size : (number + 2) * self.sector_size]

    def _fat(self) -> bytes:
        """The table of which sector follows which, from the list in the header and its links."""
        listed = struct.unpack_from(f"<{HEADER_FAT}I", self.data, 76)
        sectors = [number for number in listed if number < LAST_SECTOR]
        link, seen = self._word(68), set[int]()
        while link < LAST_SECTOR and link not in seen:
            seen.add(link)
            more = self._sector(link)
            numbers = struct.unpack(f"<{len(more) // 4}I", more[: len(more) // 4 * 4])
            sectors += [number for number in numbers[:-1] if number < LAST_SECTOR]
            link = numbers[-1] if numbers else LAST_SECTOR
        self.has_ring = link in seen
        most = len(self.data) // self.sector_size + 1
        return b"".join(self._sector(number) for number in sectors[:most])

    def _chain(self, start: int, size: int) -> bytes:
        pieces: list[bytes] = []
        at, left, steps = start, size, len(self.data) // self.sector_size
        while at < LAST_SECTOR and left > 0 and len(pieces) <= steps:
            pieces.append(self._sector(at))
            left -= self.sector_size
            at = _next(self.fat, at)
        return b"".join(pieces)[:size]

    def _mini_chain(self, start: int, size: int) -> bytes:
        pieces: list[bytes] = []
        at, left = start, size
        while at < LAST_SECTOR and left > 0 and len(pieces) <= len(self.mini) // 64:
            pieces.append(self.mini[at * 64 : at * 64 + 64])
            left -= 64
            at = _next(self.mini_fat, at)
        return b"".join(pieces)[:size]


def _next(table: bytes, at: int) -> int:
    """The sector after this one; the end where the table does not reach."""
    if at * 4 + 4 > len(table):
        return LAST_SECTOR
    return int(struct.unpack_from("<I", table, at * 4)[0])


def _has_ring(table: bytes) -> bool:
    """Whether following a table of sectors ever comes back to where it was on the same way."""
    following = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
    way = [0] * len(following)
    for start in range(len(following)):
        at = start
        while at < len(following) and not way[at]:
            way[at] = start + 1
            at = following[at]
        if at < len(following) and way[at] == start + 1:
            return True
    return False
