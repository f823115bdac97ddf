from __future__ import annotations

from tongchou.domain.notice.document import Block
from tongchou.domain.notice.lines import lines_of
from tongchou.domain.notice.prose import Sentence, read_prose


def prose(text: str) -> list[tuple[str, str, str]]:
    blocks = [Block(i, "paragraph", line) for i, line in enumerate(text.split("\n"))]
    return [(s.section, s.heading, s.text) for s in read_prose(list(lines_of(blocks)))]


def test_run_in_headings_hold_until_the_next() -> None:
    text = (
        "开头一句话。\n一、聚焦生态\n"
        "要义在此，不可偏废。注重生态共建。种树，护林。注重污染同治。治水，治气。"
    )
    assert prose(text) == [
        ("", "", "开头一句话。"),
        ("一、聚焦生态", "", "要义在此，不可偏废。"),
        ("一、聚焦生态", "注重生态共建", "种树，护林。"),
        ("一、聚焦生态", "注重污染同治", "治水，治气。"),
    ]


def test_a_section_ends_its_headings() -> None:
    text = "一、甲部分\n加快甲方建设。修路，架桥。\n二、乙部分\n统筹推进，协同发力。"
    assert prose(text)[-1] == ("二、乙部分", "", "统筹推进，协同发力。")


def test_numbered_headings_alone_and_run_in() -> None:
    text = "一、甲\n一、甲部分\n（一）修路。年内动工，明年通车。\n（二）架桥\n年内动工，明年通车。"
    assert [(s[1], s[2]) for s in prose(text)] == [
        ("（一）修路", "年内动工，明年通车。"),
        ("（二）架桥", "年内动工，明年通车。"),
    ]


def test_a_short_sentence_at_the_end_is_no_heading() -> None:
    assert prose("一、甲部分\n修路，架桥。加快甲方建设。")[-1] == (
        "一、甲部分",
        "",
        "加快甲方建设。",
    )


def test_titles_and_signatures_are_no_sentences() -> None:
    assert prose("甲乙协同发展\n2024年重点任务\n甲山市人民政府") == []


def test_sentences_know_their_place() -> None:
    blocks = [Block(7, "paragraph", "　　甲做甲事。乙做乙事。")]
    found: tuple[Sentence, ...] = read_prose(list(lines_of(blocks)))
    assert [blocks[0].text[s.span.start : s.span.end] for s in found] == [s.text for s in found]


def test_brackets_that_say_who_answers_are_no_sentences() -> None:
    text = "一、甲部分\n（一）修路。年内动工，明年通车。（甲局负责）\n1.架桥两座。（乙局负责）"
    assert [(s[1], s[2]) for s in prose(text)] == [
        ("（一）修路", "年内动工，明年通车。"),
        ("（一）修路", "1.架桥两座。"),
    ]
