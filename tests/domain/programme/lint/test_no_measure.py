from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_target_without_a_figure() -> None:
    first, second = row(1, "某事", "启动编制"), row(2, "他事", "营造林2万亩")
    (message,) = said("N120", first, second)
    assert "任务 1（某事）" in message


def test_one_figure_is_a_measure() -> None:
    assert said("N120", row(1, "某事", "启动编制；营造林2万亩")) == []


def test_an_empty_target_is_another_doubt() -> None:
    assert said("N120", row(1, "某事", "")) == []


def test_named_items_are_a_measure() -> None:
    target = "推出企业登记、食品许可、新生儿入户3项通办事项"
    assert said("N120", row(1, "某事", target)) == []
