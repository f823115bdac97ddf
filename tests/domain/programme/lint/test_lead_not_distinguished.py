from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import LEADS, said


def test_one_finding_for_the_notice() -> None:
    (message,) = said("N123", row(1, "甲", "营造林1万亩"), row(2, "乙", "营造林1万亩"))
    assert "共 2 项任务" in message


def test_named_leads_raise_no_doubt() -> None:
    cells = [*row(1, "甲", "营造林1万亩")[:-1], "万州区林业局", "达州市林业局"]
    assert said("N123", cells, head=LEADS) == []


def test_without_organizations_nothing_is_said() -> None:
    assert said("N123", row(1, "甲", "营造林1万亩", organizations="")) == []
