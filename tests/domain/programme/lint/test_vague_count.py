from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_number_that_is_none() -> None:
    (message,) = said("N158", row(1, "甲", "建成一批示范园区"))
    assert "一批" in message


def test_an_ordinal_and_a_kind_of_paper() -> None:
    text = "公布第一批名单，出台若干措施，建成3个园区"
    assert said("N158", row(1, "甲", text)) == []
