"""The number formats of an old .xls workbook's cells, from its records.

Records and their fields: Microsoft's open specification MS-XLS 2.4.
"""

import struct
from collections.abc import Iterator

from tongchou.documents.guard import MAX_FILE, GuardError, too_much
from tongchou.documents.ole import Ole
from tongchou.documents.sheets.number_formats import BUILT_IN
from tongchou.documents.sheets.xlsx_formats import MAX_AREA, Formats

FORMAT, XF, BEGIN, SIZE = 0x41E, 0xE0, 0x809, 0x200
FORMULA, NUMBER, RK, MANY_RK = 0x06, 0x203, 0x27E, 0xBD
NUMBERS = {FORMULA, NUMBER, RK, MANY_RK}
CELLS = NUMBERS | {0x204, 0x205, 0xFD, 0xD6}
"""Numbers, and texts (LABEL, LABELSST, RSTRING) and truths (BOOLERR)."""
BIFF8 = 0x0600
MOST_ROWS, MOST_COLUMNS = 65_536, 256


def xls_formats(data: bytes, name: str) -> list[Formats]:
    """The formats of the filled cells, a list with one entry a sheet in order of their streams.

    Empty for workbooks older than Excel 97; what is broken is left out. Raises GuardError for
    cells that lie too far apart.
    """
    packed = Ole(data)
    reader = _Reader(name)
    for kind, body in _records(packed.read("Workbook", MAX_FILE) or packed.read("Book", MAX_FILE)):
        reader.take(kind, body)
    return reader.sheets if reader.version == BIFF8 else []


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.version = 0
        self.codes: dict[int, str] = {}
        self.styles: list[int] = []
        self.sheets: list[Formats] = []
        self.height = self.width = 0

    def take(self, kind: int, body: bytes) -> None:
        if kind == BEGIN and len(body) >= 4:
            self.version, part = struct.unpack_from("<HH", body)
            self.height = self.width = 0
            self.sheets += [{}] if part != 5 else []
        elif kind == FORMAT and len(body) > 5:
            self.codes[struct.unpack_from("<H", body)[0]] = _text(body[2:])
        elif kind == XF and len(body) >= 4:
            self.styles.append(struct.unpack_from("<H", body, 2)[0])
        elif kind == SIZE and len(body) >= 12:
            rows, columns = struct.unpack_from("<4xI2xH", body)
            self._check(rows <= MOST_ROWS and columns <= MOST_COLUMNS)
        elif kind in CELLS and len(body) >= 6:
            self._cell(kind, body)

    def _cell(self, kind: int, body: bytes) -> None:
        for place, style in _styled(kind, body):
            self.height = max(self.height, place[0] + 1)
            self.width = max(self.width, place[1] + 1)
            self._check(self.height * self.width <= MAX_AREA)
            number = self.styles[style] if style < len(self.styles) else 0
            code = self.codes.get(number) or BUILT_IN.get(number, "")
            if code and kind in NUMBERS and self.sheets:
                self.sheets[-1][place] = code

    def _check(self, holds: bool) -> None:
        if not holds:
            raise GuardError(too_much(self.name))


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _styled(kind: int, body: bytes) -> Iterator[tuple[tuple[int, int], int]]:
    row, column, style = struct.unpack_from("<HHH", body)
    if kind != MANY_RK:
        yield (row, column), style
        return
    for offset in range((len(body) - 6) // 6):
        yield (row, column + offset), struct.unpack_from("<H", body, 4 + 6 * offset)[0]


def _text(body: bytes) -> str:
    """A string with its length in characters and a flag for two bytes each."""
    length, wide = struct.unpack_from("<HB", body)
    if wide & 1:
        return body[3 : 3 + 2 * length].decode("utf-16-le", "replace")
    return body[3 : 3 + length].decode("latin-1")
