"""Sound files made unsound: bytes turned, cut, doubled and put in, also inside packed parts."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

TOKENS = [
    b"\0", b"\xff" * 4, b"\x7f\xff\xff\xff", b"-1", b"99999999999", b"0", b"\t", b"\t\t\t", b'"',
    b"|", b"|---|", b"\n", b"**", b"[", b"<table>", b"</td>", b"<td rowspan=0 colspan=999>",
    b"<!--", b"]]>", b"<b>", b"</p>", b"&#0;", b"&a;", b"<!DOCTYPE a [", b"xmlns=", b"\xe4\xbd",
    "任务".encode(), "序号\t".encode("gb18030"), b"/Length 99999", b"obj", b"endstream",
    b"PK\x01\x02", b"%PDF-",
]  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One change at a place given as a share of the file in 1/65536."""

    what: str
    at: int
    length: int
    token: int

    def of(self, data: bytes) -> bytes:
        start = len(data) * self.at >> 16
        end = min(start + self.length, len(data))
        piece = data[start:end]
        match self.what:
            case "turn":
                changed = bytes(byte ^ (1 << self.token % 8) for byte in piece[:1])
                return data[:start] + changed + data[start + 1 :]
            case "cut":
                return data[:start] + data[end:]
            case "end":
                return data[:start]
            case "double":
                return data[:end] + piece * 2 + data[end:]
            case "move":
                return data[:start] + data[end:] + piece
        token = TOKENS[self.token % len(TOKENS)]
        return data[:start] + token + data[end if self.what == "over" else start :]


CHANGES = st.lists(
    st.builds(
        Change,
        st.sampled_from(["turn", "cut", "end", "double", "move", "put", "over"]),
        st.integers(0, 65_535),
        st.integers(1, 64),
        st.integers(0, 255),
    ),
    min_size=1,
    max_size=4,
)


def changed(data: bytes, changes: list[Change], part: int) -> bytes:
    """The file with its changes; in a packed file `part` says where, 0 for the packing itself."""
    names = parts_of(data) if data.startswith(b"PK") else ()
    inside = part % (len(names) + 1)
    if inside == 0:
        return _apply(data, changes)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for index, (name, content) in enumerate(names, start=1):
            archive.writestr(name, _apply(content, changes) if index == inside else content)
    return stream.getvalue()


def _apply(data: bytes, changes: list[Change]) -> bytes:
    for change in changes:
        data = change.of(data)
    return data


@cache
def parts_of(data: bytes) -> tuple[tuple[str, bytes], ...]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return tuple((name, archive.read(name)) for name in archive.namelist())
