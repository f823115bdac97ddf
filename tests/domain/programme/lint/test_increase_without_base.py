from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_more_of_what_is_produced_every_year() -> None:
    (message,) = said("N139", row(1, "产气", "新增产气量15亿方"))
    assert "新增产气量15亿方" in message


def test_since_when_is_said() -> None:
    assert said("N139", row(1, "产气", "产气量较上年增加15亿方")) == []


def test_what_accumulates_is_clear() -> None:
    assert said("N139", row(1, "造林", "新增营造林2万亩，新增床位300张")) == []


def test_the_verb_may_stand_behind() -> None:
    assert len(said("N139", row(1, "税收", "税收收入净增2亿元"))) == 1


def test_what_is_counted_one_by_one_is_clear() -> None:
    assert said("N139", row(1, "企业", "产值亿元以上企业新增5家")) == []
