from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tongchou
from tests.documents.making import flattened, word_notice
from tests.documents.making_sheets import xlsx_list
from tests.golden.write import NOTICE
from tongchou.documents import guard
from tongchou.documents.ole import OLE
from tongchou.documents.read import compile_file, read_document, read_file

TEXT = NOTICE.read_text(encoding="utf-8")
WORD = word_notice(flattened(TEXT))
NAMES = st.sampled_from(
    ["a.docx", "a.txt", "a", "a.pdf", "a.md", "a.html", "a.csv", "通知.docx", ""]
)


def holds(data: bytes, name: str) -> None:
    """Blocks, or exactly one error that says why there are none."""
    document = read_document(data, name, isolated=False)
    errors = [finding for finding in document.findings if finding.severity == "error"]
    assert bool(document.blocks) != bool(errors)
    assert len(errors) <= 1
    assert document.readable == bool(document.blocks)
    assert [block.index for block in document.blocks] == list(range(len(document.blocks)))


@given(st.binary(max_size=2000), NAMES)
@settings(max_examples=300)
def test_any_bytes_give_blocks_or_a_finding(data: bytes, name: str) -> None:
    holds(data, name)


@given(st.binary(max_size=500), NAMES)
def test_any_bytes_behind_a_mark_do_too(data: bytes, name: str) -> None:
    for mark in (b"PK\x03\x04", OLE, b"\xff\xfe", b"\xef\xbb\xbf", b"%PDF-"):
        holds(mark + data, name)


@given(st.integers(0, len(WORD) - 1), st.binary(min_size=1, max_size=64))
@settings(max_examples=150, deadline=None)
def test_a_damaged_word_file_gives_blocks_or_a_finding(at: int, junk: bytes) -> None:
    holds(WORD[:at] + junk + WORD[at + len(junk) :], "a.docx")


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_body_in_a_sound_archive_does_too(body: bytes) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", body)
    holds(stream.getvalue(), "a.docx")


@given(st.text(max_size=400))
@settings(deadline=None)
def test_any_text_compiles_to_a_programme(text: str) -> None:
    programme = tongchou.compile(text.encode("utf-8", "replace"), "a.txt")
    assert programme.findings
    assert not programme.tasks


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_a_shuffled_notice_never_breaks_the_compiler(chance: random.Random) -> None:
    lines = TEXT.split("\n")
    chance.shuffle(lines)
    programme = tongchou.compile("\n".join(lines).encode(), "a.txt")
    assert programme.to_json()["schema_version"] == 2


@given(st.sets(st.integers(0, len(TEXT.split("\n")) - 1), max_size=25))
@settings(max_examples=60, deadline=None)
def test_a_notice_with_missing_lines_never_breaks_the_compiler(missing: set[int]) -> None:
    kept = [line for i, line in enumerate(TEXT.split("\n")) if i not in missing]
    programme = tongchou.compile("\n".join(kept).encode(), "a.txt")
    numbers = [task.number for task in programme.tasks]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_a_notice_reads_the_same_in_every_encoding(encoding: str) -> None:
    again = tongchou.compile(TEXT.encode(encoding), "notice.txt")
    assert again == tongchou.compile(TEXT.encode(), "notice.txt")


def test_blanks_alone_are_no_text() -> None:
    document = read_document("　 \n\n\t\n".encode(), "a.txt")
    assert [finding.code for finding in document.findings] == ["X109"]
    assert document.blocks == ()


def test_a_file_of_200_mb_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "大.docx"
    with path.open("wb") as stream:
        stream.truncate(200 * guard.MEGABYTE)
    assert [finding.code for finding in read_file(path).findings] == ["X105"]


def test_a_file_is_compiled_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "通知.docx"
    path.write_bytes(WORD)
    assert len(compile_file(path).tasks) == 9
    assert compile_file(path) == tongchou.compile(str(path)) == tongchou.compile(WORD)


def test_a_file_that_is_not_there_is_an_error_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        tongchou.compile(tmp_path / "nowhere.docx")


def test_a_name_of_ones_own_stands_in_the_findings(tmp_path: Path) -> None:
    path = tmp_path / "upload-17"
    path.write_bytes(b"")
    (finding,) = tongchou.compile(path, "通知.docx").findings
    assert "通知.docx" in finding.message("zh")


@pytest.mark.parametrize(
    "name", ["a\0b.xlsx", "\ud800.xlsx", "甲\n乙\u202e.xlsx", "长" * 300_000 + ".xlsx"]
)
def test_a_name_that_no_system_would_take_does_no_harm(name: str) -> None:
    document = read_document(xlsx_list(), name)
    assert document.blocks
    assert document.name.isprintable()
    assert document.name.endswith(".xlsx")
