"""PDF files of many makings give the paragraphs and cells that were set in them."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from tests.documents.making import Flattened, flattened, word_notice
from tests.documents.making_pages import Layout, Paper, laid_out, pages_of_rows
from tests.documents.making_pdf import Strokes, pdf_notice, pdf_of, pictures, raw_pdf, width_of
from tests.documents.reading_pages import cells, paragraphs, shapes
from tongchou.documents.guard import GuardError
from tongchou.documents.read_docx import read_docx
from tongchou.documents.read_pdf import read_pdf
from tongchou.domain.notice.document import Block

NOTICE = Path(__file__).parent.parent / "golden" / "notice.txt"
LANDSCAPE = Paper(width=842, height=595, repeat_head=True)
PAPERS = {
    "rows broken over pages": Paper(),
    "broken rows left open": Paper(close_breaks=False),
    "head repeated, running heads": Paper(
        repeat_head=True, running_head="岚青柏地区联合办公室文件"
    ),
    "whole rows, words in the middle": Paper(break_rows=False, middle=True),
    "landscape": LANDSCAPE,
    "no indents": Paper(indent=False),
    "large print": Paper(size=16, cell_size=12),
    "no rules": Paper(ruled=False),
    "no rules, landscape, head repeated": dataclasses.replace(LANDSCAPE, ruled=False),
    "no rules, words in the middle": Paper(ruled=False, break_rows=False, middle=True, padding=6),
}


@pytest.fixture(scope="module")
def notice() -> Flattened:
    return flattened(NOTICE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def expected(notice: Flattened) -> tuple[Block, ...]:
    """The same notice read from Word."""
    return read_docx(word_notice(notice), "a.docx")[0]


def blocks(data: bytes) -> tuple[Block, ...]:
    found, findings = read_pdf(data, "a.pdf")
    assert findings == ()
    return found


def refusal(data: bytes) -> str:
    with pytest.raises(GuardError) as refused:
        read_pdf(data, "a.pdf")
    return refused.value.finding.code


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS.keys())
def test_each_layout_gives_the_same_words(
    paper: Paper, notice: Flattened, expected: tuple[Block, ...]
) -> None:
    found = blocks(pdf_notice(notice, paper))
    assert paragraphs(found) == paragraphs(expected)
    assert cells(found) == cells(expected)
    assert shapes(found) == shapes(expected)


@pytest.mark.parametrize("strokes", ["lines", "bars", "path"])
def test_rules_may_be_drawn_in_several_ways(strokes: Strokes) -> None:
    layout = Layout(Paper(), width_of)
    layout.table([["一月", "二月"], ["修路", "架桥"]], (1, 1))
    found = cells(blocks(pdf_of(layout.sheets, Paper(), strokes=strokes)))
    assert found == {(0, 0): "一月", (0, 1): "二月", (1, 0): "修路", (1, 1): "架桥"}


def test_a_page_drawn_sideways_is_read_upright(
    notice: Flattened, expected: tuple[Block, ...]
) -> None:
    paper = LANDSCAPE
    found = blocks(pdf_of(laid_out(notice, paper, width_of), paper, turned=True))
    assert shapes(found) == shapes(expected)


def test_fake_bold_is_read_once(notice: Flattened, expected: tuple[Block, ...]) -> None:
    paper = Paper()
    found = blocks(pdf_of(laid_out(notice, paper, width_of), paper, bold=3))
    assert paragraphs(found) == paragraphs(expected)
    assert cells(found) == cells(expected)


def test_a_glyph_may_stand_for_two_characters() -> None:
    two = (
        "begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        "2 beginbfchar <41> <20142014> <42> <8BBA> endbfchar endcmap"
    )
    font = "/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R"
    data = raw_pdf("BT /F 12 Tf 100 700 Td (BAB) Tj ET", font, extra=two)
    assert paragraphs(blocks(data)) == ["论——论"]


@pytest.mark.parametrize(("known", "codes"), [(1, ["X123"]), (60, ["X115"])])
def test_glyphs_without_a_character_are_counted(known: int, codes: list[str]) -> None:
    """A font that does not tell what its glyphs stand for gives no words but rubbish."""
    untold = (
        "/Subtype/Type0/BaseFont/Own/Encoding/Identity-H/DescendantFonts[<</Type/Font"
        "/Subtype/CIDFontType2/BaseFont/Own/CIDSystemInfo<</Registry(Adobe)"
        "/Ordering(Identity)/Supplement 0>>/DW 1000>>]"
        ">> /G <</Type/Font/Subtype/Type1/BaseFont/Helvetica"
    )
    words = f"BT /G 9 Tf 50 700 Td ({'a' * known}) Tj /F 9 Tf 0 -30 Td <004E00500051> Tj ET"
    data = raw_pdf(words, untold)
    if codes == ["X123"]:
        assert refusal(data) == "X123"
    else:
        found, findings = read_pdf(data, "a.pdf")
        assert [finding.code for finding in findings] == codes
        assert paragraphs(found) == ["a" * known, "\ufffd" * 3]


def test_a_gap_that_is_no_blank_is_none() -> None:
    """The library that opens the file sees a blank there."""
    layout = Layout(Paper(), width_of)
    layout.words("建设", 100, 100, 14)
    layout.words("时限", 137, 100, 14)
    assert paragraphs(blocks(pdf_of(layout.sheets, Paper()))) == ["建设时限"]


def test_a_watermark_is_left_out() -> None:
    content = (
        "BT /F 12 Tf 100 700 Td (plan) Tj ET BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (draft) Tj ET"
    )
    data = raw_pdf(content, "/Subtype/Type1/BaseFont/Helvetica")
    assert paragraphs(blocks(data)) == ["plan"]


def test_a_page_may_begin_anywhere() -> None:
    data = raw_pdf(
        "BT /F 12 Tf 1100 1700 Td (plan) Tj 0 900 Td (outside) Tj ET",
        "/Subtype/Type1/BaseFont/Helvetica",
        visible="1000 1000 1595 1842",
    )
    assert paragraphs(blocks(data)) == ["plan"]


def test_words_outside_the_page_are_left_out() -> None:
    layout = Layout(Paper(), width_of)
    layout.paragraph("这一行在页内。")
    layout.words("这一行在页外", 900, 100, 14)
    layout.words("这一行在页下", 100, 900, 14)
    assert paragraphs(blocks(pdf_of(layout.sheets, Paper()))) == ["这一行在页内。"]


def test_a_table_of_many_pages_is_one_table() -> None:
    paper = Paper(repeat_head=True)
    layout = Layout(paper, width_of)
    layout.table(list(pages_of_rows(120)))
    found = blocks(pdf_of(layout.sheets, paper))
    assert len(layout.sheets) > 5
    assert {block.table for block in found} == {0}
    assert [cells(found)[n, 0] for n in range(1, 121)] == [str(n) for n in range(1, 121)]


def test_a_table_with_words_between_is_another_table() -> None:
    layout = Layout(Paper(), width_of)
    layout.table(list(pages_of_rows(2)))
    layout.paragraph("附件2")
    layout.table(list(pages_of_rows(2)))
    found = blocks(pdf_of(layout.sheets, Paper()))
    assert [block.table for block in found if block.text == "序号"] == [0, 1]
    assert paragraphs(found) == ["附件2"]


def test_a_table_marked_as_continued_is_one_table() -> None:
    layout = Layout(Paper(), width_of)
    rows = list(pages_of_rows(4))
    layout.table(rows[:3])
    layout.new_page()
    layout.words("（续表）", 300, 82, 9)
    layout.y += 20
    layout.table([rows[0], *rows[3:]])
    found = blocks(pdf_of(layout.sheets, Paper()))
    assert {block.table for block in found} == {0}
    assert [cells(found)[n, 0] for n in range(5)] == ["序号", "1", "2", "3", "4"]


def test_words_in_a_box_are_paragraphs() -> None:
    layout = Layout(Paper(), width_of)
    layout.paragraph("框里的一句话，说明填报要求和报送时间。")
    layout.sheets[-1].rules += [
        (70, 75, 530, 75), (70, 110, 530, 110), (70, 75, 70, 110), (530, 75, 530, 110),
    ]  # fmt: skip
    found = blocks(pdf_of(layout.sheets, Paper()))
    assert [(b.kind, b.text) for b in found] == [
        ("paragraph", "框里的一句话，说明填报要求和报送时间。")
    ]


def test_a_scan_is_said_to_be_one() -> None:
    assert refusal(pictures(2)) == "X120"
    assert refusal(pictures(2, "扫描工具制作")) == "X120"


def test_pages_that_are_pictures_are_named() -> None:
    import pypdfium2

    layout = Layout(Paper(), width_of)
    layout.paragraph("第一段文字说明了这个通知的来由。")
    whole = pypdfium2.PdfDocument(pdf_of(layout.sheets, Paper()))
    with pypdfium2.PdfDocument(pictures(2)) as scanned:
        whole.import_pages(scanned)
    found, findings = read_pdf(_saved(whole), "a.pdf")
    assert paragraphs(found) == ["第一段文字说明了这个通知的来由。"]
    assert [finding.code for finding in findings] == ["X121"]
    assert "2、3" in findings[0].message("zh")


def _saved(document: object) -> bytes:
    import io

    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def test_a_password_is_recognized(notice: Flattened) -> None:
    paper = Paper()
    assert refusal(pdf_of(laid_out(notice, paper, width_of), paper, password="x")) == "X104"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4 trailer <<>>", b"%PDF-" + b"\0" * 999])
def test_a_damaged_file_is_refused(data: bytes) -> None:
    assert refusal(data) == "X107"


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_torn_file_is_refused(share: float, notice: Flattened) -> None:
    data = pdf_notice(notice)
    assert refusal(data[: int(len(data) * share)]) == "X107"


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch, notice: Flattened) -> None:
    monkeypatch.setattr("tongchou.documents.pages.pdf_pages.MAX_PAGES", 1)
    assert refusal(pdf_notice(notice)) == "X106"


def test_too_many_characters_are_refused(
    monkeypatch: pytest.MonkeyPatch, notice: Flattened
) -> None:
    monkeypatch.setattr("tongchou.documents.pages.blocks.MAX_CHARACTERS", 100)
    assert refusal(pdf_notice(notice)) == "X111"


def test_a_second_file_can_be_read_after_a_refusal(notice: Flattened) -> None:
    """The library is locked while a file is open; a refusal must let it go."""
    assert refusal(b"%PDF-1.7\n") == "X107"
    assert refusal(pictures(1)) == "X120"
    assert blocks(pdf_notice(notice))
