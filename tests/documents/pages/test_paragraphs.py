"""Lines become paragraphs by margins, indents and distances."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.documents.reading_pages import text_line
from tongchou.documents.pages.content import PageContent
from tongchou.documents.pages.lines import TextLine
from tongchou.documents.pages.paragraphs import Paragraphs

FULL = "同心协力推进一体化发展把各项任务落实到位"
LEFT, SIZE, WIDTH = 50.0, 10.0, 300.0


def line(text: str, n: float, x: float = LEFT, **more: float) -> TextLine:
    return text_line(text, x, 100 + 15 * n, **more)


def page_of(lines: Sequence[TextLine], number: int = 1) -> PageContent:
    return PageContent(number, WIDTH, 800, list(lines))


def read(*lines: TextLine) -> list[str]:
    return Paragraphs([page_of(lines)]).read(lines)


def body(start: int, count: int) -> list[TextLine]:
    return [line(FULL, start + n) for n in range(count)]


def test_full_lines_run_on_and_a_short_one_ends() -> None:
    assert read(*body(0, 3), line("到此为止。", 3), line("另起一段。", 4)) == [
        FULL * 3 + "到此为止。",
        "另起一段。",
    ]


def test_an_indent_begins_a_paragraph() -> None:
    first = line(FULL[2:], 3, LEFT + 2 * SIZE)
    assert read(*body(0, 3), first, line("末行。", 4)) == [FULL * 3, FULL[2:] + "末行。"]


def test_a_line_that_leaves_room_for_what_follows_ends() -> None:
    short = line(FULL[:18], 3)
    assert read(*body(0, 3), short, line("下一段。", 4)) == [FULL * 3 + FULL[:18], "下一段。"]
    number = line("2024年底前完成。", 4, unit=25)
    assert read(*body(0, 3), short, number) == [FULL * 3 + FULL[:18] + "2024年底前完成。"]


def test_a_wide_distance_begins_a_paragraph() -> None:
    assert len(read(*body(0, 4), line("隔开的一行。", 5))) == 2


def test_another_size_begins_a_paragraph() -> None:
    assert len(read(*body(0, 3), line("小字说明。", 3, size=7))) == 2


def test_a_numbered_line_after_a_full_stop_begins_a_paragraph() -> None:
    ended = line(FULL[:19] + "。", 3)
    assert len(read(*body(0, 3), ended, line("（二）水运成网。", 4))) == 2
    assert len(read(*body(0, 3), ended, line("照此办理。", 4))) == 1
    running = line(FULL[:19] + "；", 3)
    assert len(read(*body(0, 3), running, line("（二）水运成网。", 4))) == 1


def test_titles_in_the_middle_and_dates_to_the_right_stand_alone() -> None:
    title = line(FULL[:19], 3, LEFT + 5)
    date = line("2024年2月8日", 5, 250 - 45)
    lines = [line("末行。", 2), title, line("各区县：", 4), date, line("附件", 6), *body(7, 3)]
    assert read(*lines) == ["末行。", FULL[:19], "各区县：", "2024年2月8日", "附件", FULL * 3]


def test_a_paragraph_runs_over_the_end_of_a_page() -> None:
    first, last = body(0, 4), text_line("下页继续。", LEFT, 80, page=2)
    pages = [page_of(first), page_of([last], 2)]
    assert Paragraphs(pages).read([*first, last]) == [FULL * 4 + "下页继续。"]


def test_english_words_are_joined_with_a_blank() -> None:
    english = line("promote the joint development of the two", 3)
    found = read(*body(0, 3), english, line("regions", 4))
    assert found == [FULL * 3 + "promote the joint development of the two regions"]


@pytest.mark.parametrize("count", [1, 2])
def test_few_lines_are_held_to_the_page(count: int) -> None:
    """Where hardly a line is long, the longest is not taken for a full one."""
    lines = [line("岚州市人民政府办公室", n) for n in range(count)]
    assert read(*lines, line("关于印发", count)) == ["岚州市人民政府办公室"] * count + ["关于印发"]


def test_equal_short_lines_are_not_full() -> None:
    issuers = [line("云岭省岚州市人民政府", n) for n in range(3)]
    assert read(*issuers, *body(3, 1), line("末行。", 4)) == [
        "云岭省岚州市人民政府",
    ] * 3 + [FULL + "末行。"]
