from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_target_of_more_governments_than_its_name() -> None:
    first = row(1, "万州达州共建联盟", "万达开三地组建联盟")
    (message,) = said("N170", first)
    assert "任务 1 " in message


def test_the_same_governments() -> None:
    assert said("N170", row(1, "万达开共建联盟", "万达开三地组建联盟")) == []
    assert said("N170", row(1, "共建联盟", "万达开三地组建联盟")) == []
