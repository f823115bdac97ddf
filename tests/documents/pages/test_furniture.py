"""Running heads and page numbers are left out, words of the text are not."""

from __future__ import annotations

import pytest

from tests.documents.reading_pages import text_line
from tongchou.documents.pages.content import PageContent
from tongchou.documents.pages.furniture import without_furniture

HEIGHT = 842


def pages(count: int, head: str = "", foot: str = "") -> list[PageContent]:
    made = []
    for n in range(1, count + 1):
        lines = [text_line(f"第{n}页的正文。", 80, 400, page=n)]
        if head:
            lines.insert(0, text_line(head, 80, 40, page=n))
        if foot:
            lines.append(text_line(foot.replace("#", str(n)), 300, HEIGHT - 40, page=n))
        made.append(PageContent(n, 595, HEIGHT, lines))
    return made


def texts(found: list[PageContent]) -> list[str]:
    without_furniture(found)
    return [line.text for page in found for line in page.lines]


@pytest.mark.parametrize(
    "foot", ["— # —", "-#-", "- # -", "#", "第#页", "第 # 页 共 9 页", "#/9", "Page #", "·#·"]
)
def test_page_numbers(foot: str) -> None:
    assert texts(pages(1, foot=foot)) == ["第1页的正文。"]


@pytest.mark.parametrize("foot", ["2024年#月", "（#）", "附件#"])
def test_other_words_at_the_foot_stay(foot: str) -> None:
    assert len(texts(pages(1, foot=foot))) == 2


def test_words_repeated_in_the_margin() -> None:
    assert texts(pages(3, head="联合办公室文件")) == [f"第{n}页的正文。" for n in (1, 2, 3)]
    assert len(texts(pages(1, head="联合办公室文件"))) == 2


def test_a_number_in_the_text_stays() -> None:
    page = PageContent(1, 595, HEIGHT, [text_line("12", 80, 400)])
    assert texts([page]) == ["12"]


def test_words_repeated_in_the_text_stay() -> None:
    found = [PageContent(n, 595, HEIGHT, [text_line("附件", 80, 150, page=n)]) for n in (1, 2, 3)]
    assert texts(found) == ["附件"] * 3
