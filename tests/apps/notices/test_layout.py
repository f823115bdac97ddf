"""A document on a page: titles, headings, and tables with real rows."""

from __future__ import annotations

from tests.documents.making import flattened, word_notice
from tests.programmes_cast import HEADINGS, notice_text
from tongchou.apps.notices.layout import Paragraph, Table, lay_out
from tongchou.documents.read import read_document
from tongchou.domain.notice.document import Block, Document, Span

TEXT = notice_text()


def texts(table: Table) -> list[list[str]]:
    return [["".join(p.text for p in cell.pieces).strip() for cell in row] for row in table.rows]


def table_of(document: Document) -> Table:
    return next(part for part in lay_out(document) if isinstance(part, Table))


def test_a_flattened_table_gets_its_rows_back() -> None:
    table = table_of(read_document(TEXT.encode(), "a.txt"))
    rows = texts(table)
    assert rows[0] == list(HEADINGS)
    assert all(cell.heading for cell in table.rows[0])
    assert rows[1] == ["一", "种好一片果"]
    assert rows[2][:3] == ["1", "晚熟柑橘连片基地", "2023年底"]
    assert len(rows) == 1 + 2 + 5


def test_a_short_row_spans_the_table() -> None:
    table = table_of(read_document(TEXT.encode(), "a.txt"))
    assert [cell.column_span for cell in table.rows[1]] == [1, len(HEADINGS) - 1]
    assert all(sum(c.column_span for c in row) == len(HEADINGS) for row in table.rows)


def test_a_word_table_keeps_its_own_rows_and_spans() -> None:
    table = table_of(read_document(word_notice(flattened(TEXT)), "a.docx"))
    assert texts(table)[0] == list(HEADINGS)
    assert [cell.column_span for cell in table.rows[1]] == [1, len(HEADINGS) - 1]
    assert all(cell.heading for cell in table.rows[0])
    assert not any(cell.heading for cell in table.rows[1])


def test_every_word_of_the_document_is_shown_once() -> None:
    document = read_document(TEXT.encode(), "a.txt")
    shown: list[int] = []
    for part in lay_out(document):
        if isinstance(part, Paragraph):
            shown.append(part.block)
        else:
            shown += [cell.block for row in part.rows for cell in row]
    with_words = [block.index for block in document.blocks if block.text.strip()]
    assert [index for index in shown if document.blocks[index].text.strip()] == with_words
    assert len(set(shown)) == len(shown)


def test_titles_and_headings_have_their_look() -> None:
    document = read_document(TEXT.encode(), "a.txt")
    title = next(b.index for b in document.blocks if b.text.startswith("关于印发"))
    looks = {p.block: p.look for p in lay_out(document, titles=[title]) if isinstance(p, Paragraph)}
    heading = next(b.index for b in document.blocks if b.text == "一、种好一片果")
    plain = next(b.index for b in document.blocks if b.text.startswith("三地连片"))
    assert (looks[title], looks[heading], looks[plain]) == ("title", "heading", "text")


def test_the_passage_asked_for_is_lit_and_no_other() -> None:
    document = read_document(TEXT.encode(), "a.txt")
    block = next(b.index for b in document.blocks if b.text.startswith("三地连片"))
    lit = [
        piece.text
        for part in lay_out(document, [Span(block, 2, 4)])
        if isinstance(part, Paragraph)
        for piece in part.pieces
        if piece.lit
    ]
    assert lit == ["连片"]


def test_a_table_that_is_no_table_of_tasks_is_shown_as_paragraphs() -> None:
    blocks = tuple(Block(i, "cell", text, table=0) for i, text in enumerate(["甲", "乙", " "]))
    parts = lay_out(Document("a.txt", "txt", blocks))
    assert [part.block for part in parts if isinstance(part, Paragraph)] == [0, 1]


def test_an_empty_document_has_no_parts() -> None:
    assert lay_out(Document("a.txt", "txt", ())) == ()
