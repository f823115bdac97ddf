from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_period_without_a_day() -> None:
    (message,) = said("N121", row(1, "某事", "营造林2万亩", period="2023年取得阶段性成效"))
    assert "2023年取得阶段性成效" in message


def test_a_day_is_hard() -> None:
    assert said("N121", row(1, "某事", "营造林2万亩", period="2023年6月底前")) == []
