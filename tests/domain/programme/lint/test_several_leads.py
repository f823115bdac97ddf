from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import LEADS, said


def test_two_leads_of_one_government_are_said_once() -> None:
    cells = [
        [*row(n, f"第{n}事", "营造林1万亩")[:-1], "万州区林业局、区水利局", ""] for n in (1, 2)
    ]
    (message,) = said("N152", *cells, head=LEADS)
    assert "任务 1、2" in message


def test_a_lead_of_each_government() -> None:
    cells = [*row(1, "甲", "营造林1万亩")[:-1], "万州区林业局、达州市林业局", ""]
    assert said("N152", cells, head=LEADS) == []
