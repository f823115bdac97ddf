from __future__ import annotations

import docx
import pytest

from tests.documents.making import saved
from tests.documents.making_old import ole
from tests.documents.making_sheets import ods_list, packed, xls_list, xlsx_list
from tongchou.documents.kinds import KINDS, NAMED, TEXTS, UNREAD, ending, sniff
from tongchou.documents.ole import OLE
from tongchou.documents.readers import OFFICE, READERS

WORD = saved(docx.Document())
PAGE = "<!DOCTYPE html><html><body>通知</body></html>"
WORD_XML = (
    '<?xml version="1.0"?><w:x xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'
)
SHEET_XML = '<?xml version="1.0"?><W xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'
ODT = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (WORD, "docx"),
        (WORD[:-200], "docx"),
        (xlsx_list(), "xlsx"),
        (packed({"xl/workbook.bin": b""}), "xlsx"),
        (ods_list(), "ods"),
        (ODT, "odt"),
        (packed({"OFD.xml": b"<x/>"}), "ofd"),
        (packed({"a.txt": b"a"}), "zip"),
        (packed({"mimetype": b"application/epub+zip"}), "zip"),
        (packed({"notes.txt": b"word/document.xml"}, 0), "zip"),
        (b"PK\x03\x04" + b"junk" * 40, "zip"),
        (b"Rar!\x1a\x07\x01", "zip"),
        (ole({"WordDocument": b""}), "doc"),
        (ole({"CONTENTS": b""}), "doc"),
        (xls_list(), "xls"),
        (ole({"Book": b""}), "xls"),
        (ole({"EncryptedPackage": b""}), "docx"),
        (ole({"PowerPoint Document": b""}), "ole"),
        (OLE, "ole"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"junk before\n%PDF-1.4", "pdf"),
        (b"{\\rtf1 ...", "rtf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (PAGE.encode(), "html"),
        (PAGE.encode("utf-16"), "html"),
        (PAGE.encode("utf-16-be"), "html"),
        (b"\xef\xbb\xbf\r\n<!-- a > b -->\n<!--x--><table >", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', "html"),
        (b"<meta charset=gbk>", "html"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x", "mht"),
        (WORD_XML.encode(), "wordml"),
        (SHEET_XML.encode(), "sheetml"),
        ("通知".encode(), "txt"),
        (b"<!-- never closed", "txt"),
        (b"a < b > c", "txt"),
        (b"", "txt"),
    ],
)
def test_a_kind_is_known_by_its_content(data: bytes, kind: str) -> None:
    assert sniff(data) == kind


@pytest.mark.parametrize(
    ("name", "last"),
    [("通知.DOCX", "docx"), ("a.b.txt", "txt"), ("notice", ""), ("", ""), ("a. doc ", "doc")],
)
def test_the_ending_of_a_name(name: str, last: str) -> None:
    assert ending(name) == last


def test_every_kind_has_a_name_and_a_reader_or_none() -> None:
    read = READERS.keys() | OFFICE.keys()
    assert read | UNREAD == KINDS.keys()
    assert not read & UNREAD
    assert set(OFFICE.values()) <= READERS.keys()
    assert READERS.keys() >= TEXTS
    assert set().union(*NAMED.values()) <= read
