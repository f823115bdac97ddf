from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_rise_to_less_and_a_cut_to_more() -> None:
    first = row(1, "甲", "床位由500张增加到400张")
    second = row(2, "乙", "办理时限由3天压缩至5天")
    rise, cut = said("N169", first, second)
    assert "增加到" in rise
    assert "压缩至" in cut


def test_a_change_that_follows_its_verb() -> None:
    assert said("N169", row(1, "甲", "床位由400张增加到500张")) == []


def test_two_figures_without_a_start() -> None:
    assert said("N169", row(1, "甲", "床位500张，护士增加到400名")) == []
