"""Files made to break a reader: each gets one finding, and little memory is spent on it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from tests.documents.making_sheets import ODS_TYPE, packed
from tongchou.documents import gongwen, guard
from tongchou.documents.gongwen import tables
from tongchou.documents.kinds import NAMED
from tongchou.documents.read import read_document
from tongchou.domain.notice.document import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'


def docx(body: str, method: int = zipfile.ZIP_DEFLATED, **parts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as package:
        package.writestr("word/document.xml", document(body))
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", text)
    return packed.getvalue()


def document(body: str, head: str = "") -> str:
    return f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def codes(read: Document) -> list[str]:
    return [finding.code for finding in read.findings]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_word_does_not_use_is_refused(method: int) -> None:
    assert codes(read_document(docx(paragraph("正文"), method), "a.docx")) == ["X107"]


def test_broken_lzma_is_a_damaged_file() -> None:
    data = bytearray(docx(paragraph("正文" * 2000), zipfile.ZIP_LZMA))
    start = data.find(b"word/document.xml") + len("word/document.xml")
    data[start + 9 : start + 30] = bytes(21)
    assert codes(read_document(bytes(data), "a.docx")) == ["X107"]


def test_a_list_pattern_is_not_written_out_before_each_paragraph() -> None:
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{"%1" * 50_000}"/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        "</w:numbering>"
    )
    data = docx(paragraph("正文", NUMBERED) * 200, numbering=numbering)
    read = read_document(data, "a.docx")
    assert len(read.blocks) == 200
    assert max(len(block.text) for block in read.blocks) < 100


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE z [<!ENTITY a "x">]>',
        '<!DOCTYPE z SYSTEM "http://127.0.0.1:1/x.dtd">',
        "<!DOCTYPE z [<!ENTITY a0 'ha'>"
        + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
        + "]>",
    ],
)
def test_entities_and_outside_addresses_are_not_followed(head: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("word/document.xml", document(paragraph("正文"), head))
    assert codes(read_document(packed.getvalue(), "a.docx")) == ["X106"]


def test_entities_that_multiply_in_the_text_are_refused() -> None:
    head = "<!DOCTYPE z [<!ENTITY a0 'ha'>" + "".join(
        f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("word/document.xml", document(paragraph("&a11;"), head + "]>"))
    assert set(codes(read_document(packed.getvalue(), "a.docx"))) <= {"X106", "X107"}


@pytest.mark.parametrize(("depth", "texts", "found"), [(200, ["正文"], []), (2_000, [], ["X107"])])
def test_deep_nesting_is_read_or_refused(depth: int, texts: list[str], found: list[str]) -> None:
    nested = "<w:sdt>" * depth + paragraph("正文") + "</w:sdt>" * depth
    read = read_document(docx(nested), "a.docx")
    assert [block.text for block in read.blocks] == texts
    assert codes(read) == found


@pytest.mark.parametrize("span", ["0", "-1", "abc", "999999", "2"])
def test_odd_spans_do_not_stop_the_reader(span: str) -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>" + paragraph("甲") + "</w:tc>"
    row = "<w:tr>" + cell.format(f'<w:gridSpan w:val="{span}"/>') + cell.format("<w:vMerge/>")
    read = read_document(docx(f"<w:tbl>{row}</w:tr>{row}</w:tr></w:tbl>"), "a.docx")
    assert codes(read) == []
    assert {block.text for block in read.blocks} == {"甲"}


def test_a_file_of_more_text_than_any_notice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "建设内容。" * (guard.MAX_CHARACTERS // 5 + 1)
    assert codes(read_document(text.encode(), "a.txt")) == ["X111"]
    monkeypatch.setattr("tongchou.documents.read.MAX_CHARACTERS", 10)
    for name in ("a.txt", "a.md", "a.html"):
        assert codes(read_document("关于印发重点任务的通知".encode(), name)) != []
        assert codes(read_document("关于印发重点任务".encode(), name.replace("html", "txt"))) == []


SHEET = packed({"mimetype": ODS_TYPE, "content.xml": "<x>" * 100_000})
BOOK = {"xl/workbook.xml": '<workbook><sheets><sheet name="a" id="1"/></sheets></workbook>'}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<div>" * 100_000 + b"x", "a.html"),
        (b"<table><tr><td>" * 50_000 + b"x", "a.html"),
        (b"<p " + b" ".join(b"a%d" % n for n in range(100_000)) + b">x", "a.html"),
        (SHEET, "a.ods"),
        (packed({"xl/workbook.xml": "<a>" * 100_000}), "a.xlsx"),
        (packed({**BOOK, "xl/styles.xml": "<a>" * 100_000}), "a.xlsx"),
        (packed({"OFD.xml": "<a>" * 100_000}), "a.ofd"),
        (packed({"word/document.xml": "<a>" * 100_000}), "a.docx"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_tags_and_attributes_without_end_are_one_finding(data: bytes, name: str) -> None:
    read = read_document(data, name, isolated=False)
    assert read.blocks == ()
    assert len(read.findings) == 1
    assert codes(read)[0] in {"X106", "X107"}


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("xl/workbook.xml", "a.xlsx"),
        ("content.xml", "a.ods"),
        ("OFD.xml", "a.ofd"),
        ("word/document.xml", "a.docx"),
    ],
)
def test_bombs_and_locked_parts_of_every_packed_kind_are_refused(part: str, name: str) -> None:
    kind = {"mimetype": ODS_TYPE} if name == "a.ods" else {}
    bomb = packed({**kind, part: b"0" * (8 * guard.MEGABYTE)})
    assert codes(read_document(bomb, name, isolated=False)) == ["X106"]
    locked = bytearray(packed({**kind, part: b"<x/>"}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.rindex(mark) + flags] |= 1
    assert codes(read_document(bytes(locked), name, isolated=False)) == ["X104"]


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("xl/workbook.xml", "a.xlsx"),
        ("content.xml", "a.ods"),
        ("OFD.xml", "a.ofd"),
    ],
)
def test_entities_of_every_packed_kind_are_not_followed(part: str, name: str) -> None:
    kind = {"mimetype": ODS_TYPE} if name == "a.ods" else {}
    head = '<!DOCTYPE z [<!ENTITY a SYSTEM "file:///etc/passwd">]><z>&a;</z>'
    assert codes(read_document(packed({**kind, part: head}), name, isolated=False)) == ["X106"]


@pytest.mark.parametrize("ending", [*NAMED, "exe", ""])
def test_nothing_under_any_name_is_empty_and_junk_is_refused(ending: str) -> None:
    assert codes(read_document(b"", f"a.{ending}")) == ["X101"]
    read = read_document(bytes(range(256)) * 40, f"a.{ending}", isolated=False)
    assert read.blocks == ()
    assert codes(read)[0] in {"X103", "X108"}
    assert len(codes(read)) == 1


def test_a_document_of_too_many_paragraphs_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tongchou.documents.block_list.MAX_BLOCKS", 50)
    assert codes(read_document(docx(paragraph("正文") * 51), "a.docx")) == ["X111"]
    assert codes(read_document(docx(paragraph("正文") * 50), "a.docx")) == []


def test_control_marks_of_a_text_file_are_left_out() -> None:
    text = "关于印发\0重点任务\x01的通知\n下一行\u202e有\x0b新行\n" + "照此推进。\n" * 20
    read = read_document(text.encode(), "a.txt")
    assert [block.text for block in read.blocks[:3]] == [
        "关于印发重点任务的通知",
        "下一行有",
        "新行",
    ]


def test_papers_are_written_from_texts_with_control_marks() -> None:
    paper = gongwen.new_paper(title="简报", dated=date(2023, 10, 20))
    gongwen.body(paper, "甲\x0b乙\x01丙\0")
    tables.add_row(gongwen.table(paper, [20], ["头\x0c"]), ["格\x0b\x02"])
    assert zipfile.is_zipfile(io.BytesIO(gongwen.to_bytes(paper)))
