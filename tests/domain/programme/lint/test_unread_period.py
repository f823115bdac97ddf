from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_period_that_cannot_be_read() -> None:
    (message,) = said("N122", row(1, "某事", "营造林2万亩", period="春暖花开时"))
    assert "春暖花开时" in message


def test_no_period_is_another_doubt() -> None:
    assert said("N122", row(1, "某事", "营造林2万亩", period="")) == []
