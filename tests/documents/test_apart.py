from __future__ import annotations

import logging
import threading

import pytest

from tests.documents.making_old import ole, xls
from tests.documents.making_sheets import packed, xls_list, xlsx_list
from tongchou.documents import apart
from tongchou.documents.apart import read_apart
from tongchou.documents.guard import GuardError
from tongchou.documents.read import read_document
from tongchou.documents.readers import READERS, read_here

PAGE = "<table><tr><td rowspan=2>序号<td>任务<tr><td>修路<tr><td>1<td>架桥</table>".encode()


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("html", PAGE),
        ("xlsx", xlsx_list()),
        ("xls", xls_list()),
        ("xls", xls([["甲"]], state=1)),
        ("txt", "甲\n\t乙\n".encode()),
    ],
)
def test_a_file_read_apart_reads_the_same(kind: str, data: bytes) -> None:
    assert read_apart(kind, data, "通知“甲”.x") == read_here(kind, data, "通知“甲”.x")


def test_a_refusal_comes_back_whole() -> None:
    data = ole({"Workbook": b"junk"})
    with pytest.raises(GuardError) as near:
        read_here("xls", data, "a.xls")
    with pytest.raises(GuardError) as far:
        read_apart("xls", data, "a.xls")
    assert far.value.finding == near.value.finding


def stopped(monkeypatch: pytest.MonkeyPatch, code: str) -> str:
    """What is said when the child does this instead of reading."""
    command = apart._command("txt", "a.txt")
    command[4] = code
    monkeypatch.setattr(apart, "_command", lambda *_: command)
    document = read_document(xls_list(), "a.xls")
    assert document.blocks == ()
    (finding,) = document.findings
    assert finding.code == "X113"
    return finding.message("en")


START = "import json, sys; sys.path[:] = json.loads(sys.argv[1])\n"
READER = START + "from tongchou.documents import apart\n"


def test_a_reader_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.5)
    assert "too long" in stopped(monkeypatch, "import time; time.sleep(600)")


def test_a_reader_that_eats_memory_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    code = READER + (
        "apart.MEMORY = 400 * 2**20\n"
        "apart.read_here = lambda *given: [bytearray(2**20) for _ in range(4000)]\n"
        "apart.serve('txt', 'a.txt')"
    )
    assert "too much memory" in stopped(monkeypatch, code)


def test_a_reader_that_never_rests_is_stopped_by_its_own_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = READER + (
        "apart.SECONDS = 1\n"
        "def spin(*given):\n"
        "    while True: pass\n"
        "apart.read_here = spin\n"
        "apart.serve('txt', 'a.txt')"
    )
    assert "broke off" in stopped(monkeypatch, code)


def test_a_reader_that_breaks_is_told_to_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        assert "broke off" in stopped(monkeypatch, "raise RuntimeError('a fault of ours')")
    assert "a fault of ours" in caplog.text


def test_an_answer_that_is_none_is_no_reading(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for answer in ("", "{}", "[1]", '{"blocks": [[1]], "findings": []}', '{"blocks": 1}'):
        with caplog.at_level(logging.ERROR):
            assert "broke off" in stopped(monkeypatch, f"print({answer!r})")


def test_it_works_from_threads_of_a_server() -> None:
    found: list[object] = []
    threads = [
        threading.Thread(target=lambda: found.append(read_apart("html", PAGE, "a.html")))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [read_here("html", PAGE, "a.html")] * 4


def test_hostile_kinds_are_read_apart_and_small_texts_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def noted(kind: str, data: bytes, name: str) -> object:
        asked.append(kind)
        return read_here(kind, data, name)

    monkeypatch.setattr("tongchou.documents.read.read_apart", noted)
    read_document(xls_list(), "a.xls")
    read_document(xlsx_list(), "a.xlsx")
    read_document(PAGE, "a.html")
    read_document("通知".encode(), "a.txt")
    read_document(b"<p>x</p>" + b"<br>" * 100_000, "a.html")
    read_document(packed({"word/document.xml": b"<x/>"}), "a.docx")
    read_document(
        packed({"word/document.xml": b"<x/>", "word/a.bin": bytes(10**6) * 3}, 0), "a.docx"
    )
    read_document(xls_list(), "a.xls", isolated=False)
    assert asked == ["xls", "xlsx", "html", "docx"]
    assert set(asked) <= READERS.keys()
