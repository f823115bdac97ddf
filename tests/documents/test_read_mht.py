from __future__ import annotations

import base64
import quopri

import pytest

from tongchou.documents.guard import GuardError
from tongchou.documents.read import read_document
from tongchou.documents.read_mht import read_mht

PAGE = "<html><body><p>关于印发重点任务的通知</p></body></html>"


def mail(page: bytes, packing: str, charset: str = "utf-8") -> bytes:
    return (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="--=_X"\r\n\r\n'
        b"----=_X\r\nContent-Type: image/png\r\n\r\nnot a picture\r\n"
        b'----=_X\r\nContent-Location: file:///a.htm\r\nContent-Type: text/html; charset="'
        + charset.encode()
        + f'"\r\nContent-Transfer-Encoding: {packing}\r\n\r\n'.encode()
        + page
        + b"\r\n----=_X--\r\n"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312"])
def test_the_page_is_unpacked(encoding: str) -> None:
    page = PAGE.encode(encoding)
    for packing, packed in (
        ("quoted-printable", quopri.encodestring(page)),
        ("base64", base64.encodebytes(page)),
        ("8bit", page),
    ):
        blocks, findings = read_mht(mail(packed, packing, encoding), "a.mht")
        assert [block.text for block in blocks] == ["关于印发重点任务的通知"]
        assert findings == ()


def test_the_charset_of_the_packing_counts() -> None:
    page = "<html><body><p>重點任務</p></body></html>".encode("big5")
    blocks, _ = read_mht(mail(page, "8bit", "big5"), "a.mht")
    assert [block.text for block in blocks] == ["重點任務"]


def test_a_page_saved_under_the_name_of_a_word_file_is_read() -> None:
    document = read_document(mail(PAGE.encode(), "8bit"), "通知.doc")
    assert (document.format, [f.code for f in document.findings]) == ("mht", ["X112"])
    assert document.blocks[0].text == "关于印发重点任务的通知"


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n",
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: a/b",
        b"",
    ],
)
def test_a_packing_without_a_page_is_damage(data: bytes) -> None:
    with pytest.raises(GuardError) as refused:
        read_mht(data, "a.mht")
    assert refused.value.finding.code == "X107"


def test_broken_base64_holds_no_words() -> None:
    assert [f.code for f in read_document(mail(b"A", "base64"), "a.mht").findings] == ["X108"]
