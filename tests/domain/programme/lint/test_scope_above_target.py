from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said

LESS = row(1, "通办", "实现通办事项10项", scope="实现通办事项12项")


def test_targets_below_their_scopes_are_said_once() -> None:
    other = row(2, "造林", "营造林2万亩", scope="营造林6万亩")
    (message,) = said("N171", LESS, other)
    assert "任务 1、2" in message
    assert "“10项”对“12项”" in message


def test_a_task_of_several_years_has_a_slice() -> None:
    cells = row(1, "造林", "营造林2万亩", scope="营造林6万亩", period="2022—2025年")
    assert said("N171", cells) == []


def test_scopes_that_look_further_ahead() -> None:
    far = row(2, "治水", "治理河道3公里", scope="到2027年治理河道9公里")
    assert said("N171", LESS, far) == []


def test_figures_that_agree() -> None:
    cells = row(1, "通办", "实现通办事项12项", scope="实现通办事项12项以上")
    assert said("N171", cells) == []
