from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said

AREA = ["一", "共护山水", "", "", "", ""]
EMPTY = ["二", "共通路网", "", "", "", ""]


def test_an_empty_area() -> None:
    (message,) = said("N164", AREA, row(1, "甲", "营造林1万亩"), EMPTY)
    assert "共通路网" in message


def test_areas_with_tasks() -> None:
    assert said("N164", AREA, row(1, "甲", "营造林1万亩")) == []
