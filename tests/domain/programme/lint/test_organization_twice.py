from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import LEADS, said


def test_a_lead_that_assists_itself() -> None:
    cells = [*row(1, "甲", "营造林1万亩")[:-1], "万州区林业局", "万州区水利局、区林业局"]
    (message,) = said("N151", cells, head=LEADS)
    assert "“区林业局”列了两次" in message


def test_collectives_may_stand_twice() -> None:
    cells = [*row(1, "甲", "营造林1万亩")[:-1], "万州区林业局、有关部门", "有关部门"]
    assert said("N151", cells, head=LEADS) == []


def test_different_organs() -> None:
    assert said("N151", row(1, "甲", "营造林1万亩")) == []
