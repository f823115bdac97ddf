from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_range_the_wrong_way_round() -> None:
    (message,) = said("N154", row(1, "企业", "培育企业10—5家"))
    assert "10—5家" in message


def test_a_range() -> None:
    assert said("N154", row(1, "企业", "培育企业5—10家")) == []
