from __future__ import annotations

from tongchou.domain.notice.document import Block, Document, Span
from tongchou.domain.notice.lines import Line, joined, lines_of, sentences, split, whole


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


def test_a_joined_line_knows_the_place_of_each_part() -> None:
    blocks = [Block(3, "cell", " 修路60公里 "), Block(8, "cell", "架桥2座")]
    both = joined([whole(block) for block in blocks])
    assert both.text == "修路60公里\n架桥2座"
    assert both.part(2, 6) == Line("60公里", Span(3, 3, 7))
    assert both.part(7, 9) == Line("架桥", Span(8, 0, 2))
    across = both.part(4, 9)
    assert across.text == "公里\n架桥"
    assert [(at, piece.span) for at, piece in across.pieces] == [
        (0, Span(3, 5, 7)),
        (3, Span(8, 0, 2)),
    ]
    assert across.part(0, 2) == Line("公里", Span(3, 5, 7))
    assert both.part(6, 7).text == ""


def test_one_line_joined_is_itself() -> None:
    line, blank = whole(Block(0, "cell", "甲")), whole(Block(1, "cell", " "))
    assert joined([line, blank]) is line
    assert joined([blank, blank]).text == ""


def test_joined_lines_join_again() -> None:
    first, second, third = (whole(Block(i, "cell", text)) for i, text in enumerate("甲乙丙"))
    nested = joined([joined([first, second]), third], "：")
    assert nested.text == "甲\n乙：丙"
    assert [nested.part(i, i + 1).span.block for i in (0, 2, 4)] == [0, 1, 2]
