from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.making_old import ole
from tongchou.documents.ole import OLE, Ole

LONG = bytes(range(256)) * 300
FILE = ole({"WordDocument": b"head", "Data": LONG}, storages=["Macros"])


def test_streams_and_storages_are_named() -> None:
    opened = Ole(FILE)
    assert "WordDocument" in opened
    assert "Data" in opened
    assert "Macros" not in opened
    assert opened.storages == {"Macros"}


def test_a_stream_is_read_as_far_as_asked() -> None:
    opened = Ole(FILE)
    assert opened.read("Data", len(LONG)) == LONG
    assert opened.read("Data", 700) == LONG[:700]
    assert opened.read("WordDocument", 6) == b"head\0\0"
    assert opened.read("nowhere", 6) == b""


def test_a_large_file_has_more_than_one_sector_of_links() -> None:
    content = bytes(range(251)) * 2000
    assert Ole(ole({"Data": content})).read("Data", 10**7) == content


def test_a_small_stream_lies_in_the_sectors_of_the_root() -> None:
    small = b"abcdefgh" * 12
    data = bytearray(ole({"Data": b"x"}))
    directory = struct.unpack_from("<I", data, 48)[0]
    entry = (directory + 1) * 512
    struct.pack_into("<II", data, entry + 116, 0, 4096)
    struct.pack_into("<II", data, entry + 128 + 116, 1, len(small))
    data[512 + 64 : 512 + 64 + len(small)] = small
    free = len(data) // 512 - 1
    data += struct.pack("<128I", *([0xFFFFFFFE, 2, 0xFFFFFFFE] + [0xFFFFFFFF] * 125))
    struct.pack_into("<I", data, 60, free)
    struct.pack_into("<I", data, 76 + 4, 0xFFFFFFFF)
    table = struct.unpack_from("<I", data, 76)[0]
    struct.pack_into("<I", data, (table + 1) * 512 + free * 4, 0xFFFFFFFE)
    assert Ole(bytes(data)).read("Data", 1000) == small


def test_a_ring_of_sectors_ends() -> None:
    data = bytearray(FILE)
    table = struct.unpack_from("<I", data, 76)[0]
    struct.pack_into("<I", data, (table + 1) * 512 + 8 * 4, 8)
    assert len(Ole(bytes(data)).read("Data", 10**9)) <= len(LONG)
    assert Ole(bytes(data)).has_ring
    assert not Ole(FILE).has_ring


def test_a_list_of_links_that_comes_back_to_itself_ends() -> None:
    data = bytearray(FILE)
    struct.pack_into("<I", data, 68, 0)
    data[512 + 508 : 512 + 512] = bytes(4)
    assert Ole(bytes(data)).has_ring


@pytest.mark.parametrize("length", [8, 100, 511, 512, 600])
def test_a_torn_file_has_no_streams(length: int) -> None:
    assert Ole(FILE[:length]).entries == {}


@given(st.binary(max_size=600), st.integers(0, 2000))
def test_any_bytes_behind_the_mark_are_opened(junk: bytes, at: int) -> None:
    data = FILE[:at] + junk + FILE[at + len(junk) :]
    opened = Ole(OLE + data[8:])
    assert all(len(opened.read(name, 5000)) <= 5000 for name in opened.entries)
