from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said

WORDS = "新建水库大坝，铺设管线，建成供水系统"


def test_a_copy_in_a_task_of_several_years() -> None:
    cells = row(1, "供水", WORDS + "。", scope=WORDS, period="2022—2025年")
    assert len(said("N148", cells)) == 1


def test_in_one_year_scope_and_target_may_be_one() -> None:
    assert said("N148", row(1, "供水", WORDS, scope=WORDS)) == []


def test_another_target() -> None:
    cells = row(1, "供水", "建成大坝", scope=WORDS, period="2022—2025年")
    assert said("N148", cells) == []
