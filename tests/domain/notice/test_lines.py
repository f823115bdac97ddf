from __future__ import annotations

from tongchou.domain.notice.document import Block, Document, Span
from tongchou.domain.notice.lines import lines_of, sentences, split, whole


def test_a_line_knows_where_its_words_stand() -> None:
    block = Block(4, "paragraph", "　 关于印发  \n  的通知 ")
    found = list(lines_of([block]))
    assert [line.text for line in found] == ["关于印发", "的通知"]
    document = Document("a", "txt", (*[Block(i, "paragraph", "") for i in range(4)], block))
    assert [document.text_of(line.span) for line in found] == ["关于印发", "的通知"]


def test_sentences_keep_their_closing_marks() -> None:
    line = whole(Block(0, "paragraph", "甲做甲事。他说“好。”乙做乙事！余下"))
    assert [s.text for s in sentences(line)] == ["甲做甲事。", "他说“好。”", "乙做乙事！", "余下"]


def test_pieces_are_trimmed_and_never_empty() -> None:
    line = whole(Block(0, "paragraph", "甲、 乙 、、丙"))
    assert [(p.text, p.span) for p in split(line, "、")] == [
        ("甲", Span(0, 0, 1)),
        ("乙", Span(0, 3, 4)),
        ("丙", Span(0, 7, 8)),
    ]


def test_a_span_is_three_numbers() -> None:
    span = Span(3, 1, 5)
    assert Span.from_json(span.to_json()) == span
    assert span.position("附件").to_json() == {"block": 3, "start": 1, "end": 5, "where": "附件"}
