from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said

PROSE = "三地商定，{}。"


def test_another_number_than_announced() -> None:
    (message,) = said(
        "N163", row(1, "甲", "营造林1万亩"), prose=(PROSE.format("共实施25项重点任务"),)
    )
    assert "25" in message
    assert "实际读到 1 项" in message


def test_the_number_announced() -> None:
    text = (PROSE.format("共实施一项重点任务"),)
    assert said("N163", row(1, "甲", "营造林1万亩"), prose=text) == []


def test_a_number_of_another_kind_inside_a_section() -> None:
    text = ("一、山水", "加快落实国家交办的3项任务，做好衔接。")
    assert said("N163", row(1, "甲", "营造林1万亩"), prose=text) == []
