from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_collective_is_said_once_with_its_tasks() -> None:
    cells = [
        row(n, f"第{n}事", "营造林1万亩", organizations="万州区林业局、有关部门") for n in (1, 2)
    ]
    (message,) = said("N126", *cells)
    assert "有关部门" in message
    assert "任务 1、2" in message


def test_named_organs_are_none() -> None:
    assert said("N126", row(1, "某事", "营造林1万亩")) == []
