"""What evidence may be: of an allowed kind, of its size, and inside what its name says."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest
from django.core.files.base import ContentFile
from pytest_django import Settings

from tongchou.apps.files.actions import check_evidence
from tongchou.apps.files.evidence import KINDS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def package(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


DOCX = package({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"})
GOOD = {
    "a.pdf": b"%PDF-1.7\n...",
    "a.png": b"\x89PNG\r\n\x1a\n...",
    "a.jpg": b"\xff\xd8\xff\xe0...",
    "a.JPEG": b"\xff\xd8\xff\xe1...",
    "a.docx": DOCX,
    "a.xlsx": package({"xl/workbook.xml": b"<workbook/>"}),
    "a.ofd": package({"OFD.xml": b"<OFD/>"}),
    "a.doc": OLE + b"...",
    "a.xls": OLE + b"...",
    "a.wps": OLE + b"...",
    "a.txt": "竣工验收".encode(),
    "gb.txt": "竣工验收".encode("gb18030"),
    "utf16.txt": "竣工验收".encode("utf-16"),
}


def codes(data: bytes, name: str) -> list[str]:
    return [finding.code for finding in check_evidence(data=data, name=name)]


@pytest.mark.parametrize("name", GOOD)
def test_every_allowed_kind_is_accepted(name: str) -> None:
    assert codes(GOOD[name], name) == []


def test_every_kind_has_an_example_above() -> None:
    assert {name.rpartition(".")[2].lower() for name in GOOD} == set(KINDS)


@pytest.mark.parametrize("name", ["a.zip", "a.exe", "a.html", "a.svg", "a.docm", "pdf", "a.pdf.js"])
def test_other_kinds_are_refused_with_the_list_of_allowed_ones(name: str) -> None:
    (finding,) = check_evidence(data=b"%PDF-1.7", name=name)
    assert finding.code == "X403"
    assert "pdf" in finding.advice.zh


@pytest.mark.parametrize("ending", [kind for kind in KINDS if kind != "txt"])
def test_content_of_another_kind_under_an_allowed_name_is_refused(ending: str) -> None:
    assert codes(b"MZ\x90\x00 a program", f"a.{ending}") == ["X404"]


def test_a_spreadsheet_is_no_word_document() -> None:
    assert codes(GOOD["a.xlsx"], "a.docx") == ["X404"]


def test_bytes_that_are_no_text_are_refused_as_text() -> None:
    assert codes(b"\x00\x01\x02\xff\xfe\x80", "a.txt") == ["X404"]


def test_an_empty_file_is_said_to_be_empty() -> None:
    assert codes(b"", "a.pdf") == ["X401"]


def test_the_limit_is_the_setting(settings: Settings) -> None:
    settings.TONGCHOU_EVIDENCE_LIMIT = 2 * 2**20
    body = b"%PDF-1.7" + bytes(2 * 2**20 - 8)
    assert codes(body, "a.pdf") == []
    (finding,) = check_evidence(data=ContentFile(body + b"x"), name="a.pdf")
    assert finding.code == "X402"
    assert "2 MB" in finding.message("zh")


def test_a_bomb_is_refused_without_unpacking_it() -> None:
    bomb = package({"word/document.xml": bytes(64 * 2**20)})
    assert len(bomb) < 2**17
    assert codes(bomb, "a.docx") == ["X405"]


def test_a_package_of_countless_entries_is_refused() -> None:
    parts = {f"word/{number}": b"" for number in range(5001)}
    assert codes(package({"word/document.xml": b"x"} | parts), "a.docx") == ["X405"]


def test_entries_that_share_their_bytes_are_refused() -> None:
    """The directory is written anew with a second entry that points at the first one's bytes."""
    plain = package({"word/document.xml": random.Random(1).randbytes(4000)})
    start, end = plain.rindex(b"PK\x01\x02"), plain.rindex(b"PK\x05\x06")
    entry = plain[start:end]
    directory = entry + entry.replace(b"word/document.xml", b"word/documenu.xml")
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(directory), start, 0)
    assert codes(plain, "a.docx") == []
    assert codes(plain[:start] + directory + tail, "a.docx") == ["X405"]


def test_macros_are_refused() -> None:
    parts = {"word/document.xml": b"<document/>", "word/vbaProject.bin": b"..."}
    assert codes(package(parts), "a.docx") == ["X406"]


def test_a_truncated_package_is_not_of_its_kind() -> None:
    assert codes(DOCX[:-30], "a.docx") == ["X404"]
