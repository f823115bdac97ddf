from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.documents.making import fill, saved
from tongchou.documents.guard import GuardError
from tongchou.documents.read_docx import BODY, read_docx
from tongchou.documents.xml_parts import STRICT
from tongchou.domain.notice.document import Block

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def body(xml: str, **parts: bytes) -> bytes:
    """A .docx with just this body."""
    document = f'<w:document xmlns:w="{W}"><w:body>{xml}</w:body></w:document>'
    return raw(document.encode(), **parts)


def raw(document: bytes, **parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(BODY, document)
        for name, data in parts.items():
            archive.writestr(f"word/{name}.xml", data)
    return stream.getvalue()


def blocks(data: bytes) -> tuple[Block, ...]:
    return read_docx(data, "a.docx")[0]


def texts(xml: str, **parts: bytes) -> list[str]:
    return [block.text for block in blocks(body(xml, **parts))]


def p(*words: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{word}</w:t></w:r>" for word in words) + "</w:p>"


def test_paragraphs_and_tables_in_their_order() -> None:
    document = docx.Document()
    document.add_paragraph("前文", style="Heading 1")
    table = document.add_table(rows=2, cols=2)
    for r, row in enumerate([["甲", "乙\n丙"], ["丁", ""]]):
        for c, text in enumerate(row):
            fill(table, r, c, text)
    document.add_paragraph("")
    document.add_paragraph("后文")
    found = blocks(saved(document))
    assert [(b.kind, b.text) for b in found] == [
        ("paragraph", "前文"),
        ("cell", "甲"),
        ("cell", "乙\n丙"),
        ("cell", "丁"),
        ("cell", ""),
        ("paragraph", "后文"),
    ]
    assert [(b.table, b.row, b.column) for b in found[1:5]] == [
        (0, 0, 0),
        (0, 0, 1),
        (0, 1, 0),
        (0, 1, 1),
    ]
    assert [b.index for b in found] == list(range(6))
    assert found[0].style == "Heading1"


def test_merged_cells_are_one_block_with_their_spans() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for r in range(3):
        for c in range(3):
            fill(table, r, c, f"{r}{c}")
    table.cell(0, 1).merge(table.cell(0, 2)).text = "宽"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "高"
    found = {(b.row, b.column): b for b in blocks(saved(document))}
    assert (found[0, 1].text, found[0, 1].column_span) == ("宽", 2)
    assert (found[1, 0].text, found[1, 0].row_span) == ("高", 2)
    assert (2, 0) not in found
    assert (0, 2) not in found
    assert found[2, 2].text == "22"


def test_runs_breaks_and_tabs() -> None:
    xml = "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>"
    assert texts(xml) == ["甲\n乙\t丙"]


def test_accepted_changes_count_and_deleted_words_do_not() -> None:
    xml = (
        "<w:p><w:ins><w:r><w:t>增</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:t>留</w:t></w:r></w:p>"
    )
    assert texts(xml) == ["增留"]


def test_content_controls_and_links_are_seen_through() -> None:
    xml = (
        f"<w:sdt><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>"
    )
    assert texts(xml) == ["控件", "链接"]


def test_text_boxes_come_before_the_paragraph_they_hang_on() -> None:
    """Word writes each box twice; only the first counts."""
    box = f"<w:txbxContent>{p('甲府发〔2024〕1号')}</w:txbxContent>"
    markup = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    xml = (
        f"<w:p><w:r><mc:AlternateContent {markup}><mc:Choice><w:drawing>{box}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r><w:r><w:t>正文</w:t></w:r></w:p>"
    )
    assert texts(xml) == ["甲府发〔2024〕1号", "正文"]


def test_a_table_within_a_cell_gives_its_words_to_the_cell() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('内')}</w:tc></w:tr></w:tbl>"
    xml = f"<w:tbl><w:tr><w:tc>{p('外')}{inner}</w:tc></w:tr></w:tbl>"
    found = blocks(body(xml))
    assert [(b.text, b.row, b.column) for b in found] == [("外\n内", 0, 0)]


def test_automatic_numbers_are_written_out() -> None:
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%2."/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )

    def item(level: int, text: str, number: str = "1") -> str:
        return (
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            f"</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )

    rows = [(0, "甲"), (1, "乙"), (1, "丙"), (0, "丁"), (1, "戊"), (2, "己")]
    xml = "".join(item(level, text) for level, text in rows) + item(0, "庚", "0")
    assert texts(xml, numbering=numbering.encode()) == [
        "一、甲",
        "3.乙",
        "4.丙",
        "二、丁",
        "3.戊",
        "己",
        "庚",
    ]


def test_macros_are_ignored_and_said() -> None:
    data = io.BytesIO(body(p("正文")))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"\x00")
    found, findings = read_docx(data.getvalue(), "a.docx")
    assert [block.text for block in found] == ["正文"]
    assert [finding.code for finding in findings] == ["X110"]


def code(data: bytes) -> str:
    with pytest.raises(GuardError) as refused:
        read_docx(data, "a.docx")
    return refused.value.finding.code


def test_entities_are_never_followed() -> None:
    inside = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    document = f'{inside}<w:document xmlns:w="{W}"><w:body>{p("&e;")}</w:body></w:document>'
    assert code(raw(document.encode())) == "X106"


def test_an_entity_bomb_is_not_unfolded() -> None:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)
    )
    document = f'<!DOCTYPE a [{entities}]><w:document xmlns:w="{W}">&j;</w:document>'
    assert code(raw(document.encode())) in {"X106", "X107"}


def test_broken_and_foreign_xml_are_damage() -> None:
    assert code(raw(b"<w:document")) == "X107"
    assert code(raw(b"<html/>")) == "X107"


def test_a_table_as_wide_as_a_trap_is_refused() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr><w:p/></w:tc>'
    assert code(body(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")) == "X106"


@pytest.mark.parametrize("value", ["", "-3", "two", "99999999999999999999"])
def test_spans_that_are_no_numbers_count_as_one(value: str) -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{value}"/></w:tcPr>{p("甲")}</w:tc>'
    (found,) = blocks(body(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"))
    assert found.column_span == 1


def test_a_row_that_starts_later_keeps_its_columns() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    row = table.rows[0]._tr
    row.insert(0, parse_xml(f'<w:trPr {nsdecls("w")}><w:gridBefore w:val="1"/></w:trPr>'))
    assert [b.column for b in blocks(saved(document))] == [1, 2]


def test_a_file_saved_as_strict_open_xml_reads_the_same() -> None:
    body = "<w:body><w:p><w:r><w:t>通知</w:t></w:r></w:p></w:body>"
    strict = f'<w:document xmlns:w="{STRICT.decode()}">{body}</w:document>'.encode()
    assert [block.text for block in read_docx(raw(strict), "a.docx")[0]] == ["通知"]
