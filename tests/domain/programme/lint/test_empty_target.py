from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_an_empty_target() -> None:
    assert len(said("N128", row(1, "某事", ""))) == 1


def test_a_target() -> None:
    assert said("N128", row(1, "某事", "营造林1万亩")) == []
