from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_rate_above_the_whole() -> None:
    (message,) = said("N155", row(1, "覆盖", "污水处理率达到120%"))
    assert "120%" in message


def test_growth_may_pass_it() -> None:
    assert said("N155", row(1, "增长", "进出口总额增长120%，污水处理率达到98%")) == []
