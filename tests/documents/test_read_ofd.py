"""OFD files give the paragraphs and cells that were set in them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.documents.making import Flattened, flattened, word_notice
from tests.documents.making_ofd import (
    SPACE,
    area,
    ofd_notice,
    ofd_of,
    packed,
    page,
    text_object,
)
from tests.documents.making_pages import Layout, Paper, Sheet, em_width
from tests.documents.reading_pages import cells, paragraphs, shapes
from tongchou.documents.guard import GuardError
from tongchou.documents.pages.ofd_pages import ofd_pages
from tongchou.documents.read_docx import read_docx
from tongchou.documents.read_ofd import read_ofd
from tongchou.domain.notice.document import Block

NOTICE = Path(__file__).parent.parent / "golden" / "notice.txt"
PAPERS = {
    "rows broken over pages": Paper(),
    "landscape, head repeated": Paper(width=842, height=595, repeat_head=True),
    "no rules": Paper(ruled=False),
}


@pytest.fixture(scope="module")
def notice() -> Flattened:
    return flattened(NOTICE.read_text(encoding="utf-8"))


def blocks(data: bytes) -> tuple[Block, ...]:
    found, findings = read_ofd(data, "a.ofd")
    assert findings == ()
    return found


def refusal(data: bytes) -> str:
    with pytest.raises(GuardError) as refused:
        read_ofd(data, "a.ofd")
    return refused.value.finding.code


def one_page(*content: str, document: str = "") -> bytes:
    """A package of one page that draws these objects."""
    common = f"<ofd:PageArea>{area(Paper())}</ofd:PageArea>"
    pages = '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'
    return packed(
        {
            "Doc_0/Document.xml": document
            or f"<ofd:Document {SPACE}><ofd:CommonData>{common}</ofd:CommonData>"
            f"<ofd:Pages>{pages}</ofd:Pages></ofd:Document>",
            "Doc_0/Pages/Page_0/Content.xml": page(content, False),
        }
    )


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())
def test_each_layout_gives_the_same_words(paper: Paper, notice: Flattened) -> None:
    expected = read_docx(word_notice(notice), "a.docx")[0]
    found = blocks(ofd_notice(notice, paper))
    assert paragraphs(found) == paragraphs(expected)
    assert shapes(found) == shapes(expected)


def test_the_lines_of_a_template_make_the_table() -> None:
    layout = Layout(Paper(), em_width)
    layout.table([["一月", "二月"], ["修路", "架桥"]], (1, 1))
    (sheet,) = layout.sheets
    words, lines = Sheet(texts=sheet.texts), Sheet(rules=sheet.rules)
    found = blocks(ofd_of([words], Paper(), template=lines))
    assert cells(found) == {(0, 0): "一月", (0, 1): "二月", (1, 0): "修路", (1, 1): "架桥"}


def test_repeated_distances_are_counted_out() -> None:
    text = "云岭省岚州市"
    data = one_page(text_object(30, 30, 5, text, steps="g 4 5 5"))
    assert paragraphs(blocks(data)) == [text]


def test_words_without_distances_stand_side_by_side() -> None:
    line = (
        '<ofd:TextObject Boundary="{} 20 90 5" Size="5">'
        '<ofd:TextCode X="0" Y="5">{}</ofd:TextCode></ofd:TextObject>'
    )
    data = one_page(line.format(20, "新增3.6万亩"), line.format(20 + 5 * 4.5 + 5, "营造林"))
    assert paragraphs(blocks(data)) == ["新增3.6万亩营造林"]


def test_a_matrix_scales_and_moves() -> None:
    scaled = (
        '<ofd:TextObject Boundary="10 20 90 5" CTM="2 0 0 2 30 0" Size="2">'
        '<ofd:TextCode X="0" Y="2.5" DeltaX="2">重点</ofd:TextCode></ofd:TextObject>'
    )
    data = one_page(scaled, text_object(48, 25, 4, "任务"))
    assert paragraphs(blocks(data)) == ["重点任务"]
    (found,) = ofd_pages(data, "a.ofd")
    assert {round(glyph.size * 25.4 / 72, 3) for glyph in found.glyphs} == {4}


def test_blocks_of_a_page_are_followed_but_not_endlessly() -> None:
    words = text_object(20, 20, 5, "一级")
    nested = "<ofd:PageBlock>" * 8 + text_object(20, 60, 5, "八级") + "</ofd:PageBlock>" * 8
    deep = "<ofd:PageBlock>" * 40 + text_object(20, 90, 5, "四十级") + "</ofd:PageBlock>" * 40
    assert paragraphs(blocks(one_page(words, nested, deep))) == ["一级", "八级"]


def test_a_page_that_is_missing_is_named(notice: Flattened) -> None:
    parts = _parts(ofd_notice(notice))
    del parts["Doc_0/Pages/Page_1/Content.xml"]
    found, findings = read_ofd(_zipped(parts), "a.ofd")
    assert found
    assert [finding.code for finding in findings] == ["X122"]


def test_no_page_at_all_is_a_damaged_file(notice: Flattened) -> None:
    parts = {k: v for k, v in _parts(ofd_notice(notice)).items() if "Pages/" not in k}
    assert refusal(_zipped(parts)) == "X107"


def test_a_scan_is_said_to_be_one() -> None:
    image = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="4"/>'
    assert refusal(one_page(image)) == "X120"


def test_an_encrypted_file_is_recognized(notice: Flattened) -> None:
    parts = _parts(ofd_notice(notice)) | {"Encryptions.xml": b"<x/>"}
    assert refusal(_zipped(parts)) == "X104"


@pytest.mark.parametrize(
    ("part", "text", "code"),
    [
        ("OFD.xml", b"<x", "X107"),
        ("OFD.xml", b"<x/>", "X107"),
        ("OFD.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "X106"),
        ("Doc_0/Document.xml", b"", "X107"),
    ],
)
def test_a_damaged_package_is_refused(part: str, text: bytes, code: str, notice: Flattened) -> None:
    assert refusal(_zipped(_parts(ofd_notice(notice)) | {part: text})) == code


@pytest.mark.parametrize(
    "attributes",
    [
        'Boundary="nan 1 2 3" Size="5"',
        'Boundary="1" Size="5"',
        'Size="1e9"',
        'Boundary="0 0 9 9" Size="5" CTM="0 0 0 0 0 0"',
        'Boundary="0 0 9 9" Size="x" CTM="a b c d e f"',
    ],
)
def test_odd_figures_do_not_stop_the_reader(attributes: str) -> None:
    code = '<ofd:TextCode X="q" DeltaX="g 99999999 1">甲乙</ofd:TextCode>'
    odd = f"<ofd:TextObject {attributes}>{code}</ofd:TextObject>"
    assert "好" in paragraphs(blocks(one_page(odd, text_object(50, 50, 5, "好"))))


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch, notice: Flattened) -> None:
    monkeypatch.setattr("tongchou.documents.pages.ofd_pages.MAX_PAGES", 1)
    assert refusal(ofd_notice(notice)) == "X106"


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return stream.getvalue()
