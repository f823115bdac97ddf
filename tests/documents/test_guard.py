from __future__ import annotations

import io
import zipfile

import docx
import pytest

from tests.documents.making import saved
from tongchou.documents import guard
from tongchou.documents.guard import Archive, GuardError


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


WORD = saved(docx.Document())


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
    assert refused(bytes(data)) == "X104"
