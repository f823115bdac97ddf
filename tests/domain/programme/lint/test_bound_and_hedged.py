from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_bound_and_a_guess() -> None:
    first = row(1, "甲", "货运量突破500万吨左右")
    second = row(2, "乙", "培育企业约30家以上")
    assert len(said("N166", first, second)) == 2


def test_either_alone() -> None:
    assert said("N166", row(1, "甲", "货运量突破500万吨，培育企业约30家")) == []


def test_idioms_of_keeping_a_rate() -> None:
    assert said("N166", row(1, "甲", "失业率控制在5.5%左右，货运量达到500万吨左右")) == []
