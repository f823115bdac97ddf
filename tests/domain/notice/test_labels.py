from __future__ import annotations

import pytest

from tongchou.domain.notice.labels import area_number, label_of, task_number


@pytest.mark.parametrize(
    ("text", "depth", "number", "rest"),
    [
        ("第一部分 总体要求", 0, 1, "总体要求"),
        ("第十二章 附则", 0, 12, "附则"),
        ("一、修路", 1, 1, "修路"),
        ("二十一．修路", 1, 21, "修路"),
        ("三 修路", 1, 3, "修路"),
        ("（四）修路", 2, 4, "修路"),
        ("(五)修路", 2, 5, "修路"),
        ("6.修路", 3, 6, "修路"),
        ("７．修路", 3, 7, "修路"),
        ("8、修路", 3, 8, "修路"),
        ("9 修路", 3, 9, "修路"),
        ("（10）修路", 4, 10, "修路"),
        ("11)修路", 4, 11, "修路"),
        ("⑫修路", 5, 12, "修路"),
    ],
)
def test_marks_that_number(text: str, depth: int, number: int, rest: str) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.depth, label.number, text[label.end :]) == (depth, number, rest)


@pytest.mark.parametrize(
    "text",
    ["修路", "2024年修路", "1.5万亩", "60公里", "2024、2025年", "3 个项目", "一体化发展", "十四五"],
)
def test_words_that_only_open_with_a_figure(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("12.", 12),
        ("（12）", 12),
        ("第12项", 12),
        ("⑫", 12),
        ("12000", 12000),
        ("12个", None),
    ],
)
def test_numbers_of_tasks(text: str, number: int | None) -> None:
    assert task_number(text) == number


def test_numbers_of_areas() -> None:
    assert [area_number(t) for t in ("一", "（二）", "三、", " 十二 ", "第一", "1")] == [
        *(1, 2, 3, 12),
        None,
        None,
    ]
