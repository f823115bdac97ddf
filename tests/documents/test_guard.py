from __future__ import annotations

import io
import zipfile

import docx
import pytest

from tests.documents.making import saved
from tongchou.documents import guard
from tongchou.documents.guard import OLE, Archive, GuardError, check_kind, sniff


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


WORD = saved(docx.Document())
SHEET = packed({"xl/workbook.xml": b"<x/>"})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (WORD, "docx"),
        (SHEET, "xlsx"),
        (packed({"a.txt": b"a"}), "zip"),
        (OLE + b"\x00" * 64, "ole"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"{\\rtf1 ...", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"<!DOCTYPE html><html>", "html"),
        ("通知".encode(), "txt"),
    ],
)
def test_a_kind_is_known_by_its_content(data: bytes, kind: str) -> None:
    assert sniff(data) == kind


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.docx", "X101"),
        (b"%PDF-1.7", "a.pdf", "X102"),
        (OLE, "a.doc", "X102"),
        (OLE, "a.wps", "X102"),
        (SHEET, "a.xlsx", "X102"),
        (b"hello", "a.csv", "X102"),
        (b"%PDF-1.7", "notice", "X102"),
        (b"%PDF-1.7", "a.docx", "X103"),
        ("通知".encode(), "a.docx", "X103"),
        (SHEET, "a.docx", "X103"),
        (OLE, "a.docx", "X103"),
        (WORD, "a.txt", "X103"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "X104"),
    ],
)
def test_what_is_not_read_says_why(data: bytes, name: str, code: str) -> None:
    with pytest.raises(GuardError) as refused:
        check_kind(data, name)
    assert refused.value.finding.code == code


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [(WORD, "通知.DOCX", "docx"), (WORD, "notice", "docx"), (b"hello", "A.TXT", "txt")],
)
def test_what_is_read(data: bytes, name: str, kind: str) -> None:
    assert check_kind(data, name) == kind


def test_a_file_over_the_limit_is_not_even_sniffed() -> None:
    with pytest.raises(GuardError) as refused:
        check_kind(bytes(guard.MAX_FILE + 1), "a.docx")
    assert refused.value.finding.code == "X105"


def refused(data: bytes) -> str:
    with pytest.raises(GuardError) as error:
        Archive.open(data, "a.docx")
    return error.value.finding.code


def test_a_zip_bomb_is_not_opened() -> None:
    assert refused(packed({"word/document.xml": b"0" * (8 * guard.MEGABYTE)})) == "X106"


def test_too_many_parts_are_not_opened() -> None:
    parts = {f"part{n}": b"" for n in range(guard.MAX_ENTRIES + 1)}
    assert refused(packed(parts, zipfile.ZIP_STORED)) == "X106"


def test_too_much_in_all_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_UNPACKED", 1000)
    assert refused(packed({"a": b"x" * 600, "b": b"y" * 600})) == "X106"


def test_a_torn_archive_is_damaged() -> None:
    assert refused(WORD[: len(WORD) // 2]) == "X107"


def test_a_declared_size_that_lies_is_caught_while_reading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    archive = Archive.open(packed({"a": b"x" * 5000}), "a.docx")
    monkeypatch.setattr(guard, "MAX_PART", 1000)
    with pytest.raises(GuardError) as error:
        archive.read("a")
    assert error.value.finding.code == "X106"


def test_a_missing_part_and_a_broken_one_are_damage() -> None:
    data = bytearray(packed({"a": bytes(range(256)) * 20}))
    data[40:60] = bytes(20)
    archive = Archive.open(bytes(data), "a.docx")
    for part in ("a", "nowhere"):
        with pytest.raises(GuardError) as error:
            archive.read(part)
        assert error.value.finding.code == "X107"


def test_an_encrypted_part_is_said() -> None:
    data = bytearray(packed({"a": b"hello"}, zipfile.ZIP_STORED))
    central = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[central + 8] |= 1
    with pytest.raises(GuardError) as error:
        Archive.open(bytes(data), "a.docx").read("a")
    assert error.value.finding.code == "X104"
