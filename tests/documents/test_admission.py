from __future__ import annotations

import docx
import pytest

from tests.documents.making import saved
from tests.documents.making_old import ole, xls
from tests.documents.making_sheets import ODS_TYPE, csv_list, ods_list, packed, xls_list, xlsx_list
from tongchou.documents import admission
from tongchou.documents.admission import admit
from tongchou.documents.guard import GuardError
from tongchou.documents.ole import OLE

WORD = saved(docx.Document())
PAGE = b"<html><body>x</body></html>"
PIPES = "任务如下\n| 序号 | 任务 |\n|---|---|\n| 1 | 修路 |\n".encode()
LOCKED_ODS = packed({"mimetype": ODS_TYPE, "META-INF/manifest.xml": "<m:encryption-data/>"})
OLD_WORD = b"\xec\xa5" + bytes(9)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "a.docx", "X101"),
        (OLE, "notice", "X102"),
        (packed({"a.txt": b"a"}), "a.zip", "X102"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "X102"),
        (b"\x89PNG\r\n\x1a\n", "a.pdf", "X103"),
        (OLE, "a.doc", "X103"),
        (bytes(range(256)) * 8, "a.docx", "X103"),
        (packed({"a.txt": b"a"}), "a.doc", "X103"),
        (packed({"a.txt": b"a"}), "a.docx", "X107"),
        (packed({"a.txt": b"a"}), "a.ofd", "X107"),
        (ole({"EncryptedPackage": b""}), "a.docx", "X104"),
        (ole({"WordDocument": OLD_WORD + b"\x01"}), "a.doc", "X104"),
        (xls([["甲"]], locked=True), "a.xls", "X104"),
        (LOCKED_ODS, "a.ods", "X104"),
    ],
)
def test_what_is_not_read_says_why(data: bytes, name: str, code: str) -> None:
    with pytest.raises(GuardError) as refused:
        admit(data, name)
    assert refused.value.finding.code == code


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (WORD, "通知.DOCX", "docx"),
        (WORD, "notice", "docx"),
        (ole({"WordDocument": OLD_WORD + b"\x10"}), "a.wps", "doc"),
        (xlsx_list(), "a.xlsm", "xlsx"),
        (xls_list(), "a.et", "xls"),
        (ods_list(), "a.ods", "ods"),
        (csv_list().encode("gb18030"), "a.csv", "csv"),
        (b"%PDF-1.7", "a.pdf", "pdf"),
        (PAGE, "a.shtml", "html"),
        (b"words <b>and</b> tags", "a.htm", "html"),
        (b"hello", "A.TXT", "txt"),
        (b"hello", "notice", "txt"),
        (PIPES, "notice", "md"),
        (b"hello", "a.md", "md"),
        (bytes(range(256)) * 8, "a.txt", "txt"),
    ],
)
def test_what_is_read(data: bytes, name: str, kind: str) -> None:
    assert admit(data, name) == (kind, ())


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (PAGE, "a.doc", "html"),
        (PAGE, "a.xls", "html"),
        (PAGE, "a.txt", "html"),
        (WORD, "a.wps", "docx"),
        (WORD, "a.txt", "docx"),
        (WORD, "a.pdf", "docx"),
        (xlsx_list(), "a.xls", "xlsx"),
        (xlsx_list(), "a.docx", "xlsx"),
        (ole({"WordDocument": OLD_WORD + b"\x00"}), "a.docx", "doc"),
        ("通知".encode(), "a.docx", "txt"),
        (b"plain words", "a.html", "txt"),
        (PIPES, "a.txt", "md"),
        (PIPES, "a.doc", "md"),
        (b"hello", "a.log", "txt"),
    ],
)
def test_a_name_that_says_another_kind_does_no_harm_and_is_told(
    data: bytes, name: str, kind: str
) -> None:
    found, (remark,) = admit(data, name)
    assert (found, remark.code, str(remark.severity)) == (kind, "X112", "info")


def test_a_file_over_the_limit_is_not_even_sniffed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admission, "MAX_FILE", 100)
    assert admit(b"x" * 100, "a.txt")[0] == "txt"
    with pytest.raises(GuardError) as refused:
        admit(b"x" * 101, "a.docx")
    assert refused.value.finding.code == "X105"


def test_what_is_not_read_is_told_what_is() -> None:
    with pytest.raises(GuardError) as refused:
        admit(b"\x89PNG\r\n\x1a\n", "a.png")
    message = refused.value.finding.message("zh")
    assert "图片" in message
    assert all(f".{kind}" in message for kind in ("docx", "doc", "wps", "pdf", "ofd", "xlsx", "md"))
