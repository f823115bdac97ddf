from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_an_increase_above_the_total() -> None:
    (message,) = said("N138", row(1, "产气", "新增产气量15亿方，总量达到14亿方"))
    assert "15亿方" in message
    assert "14亿方" in message


def test_units_are_brought_together() -> None:
    assert len(said("N138", row(1, "投资", "新增投资15亿元，累计达到9000万元"))) == 1


def test_an_increase_within_the_total() -> None:
    assert said("N138", row(1, "产气", "新增产气量15亿方，总量达到145亿方")) == []


def test_sentences_are_apart() -> None:
    assert said("N138", row(1, "产气", "新增产气量15亿方。库容总量达到1亿方")) == []


def test_rates_of_growth_are_no_amounts() -> None:
    text = "地区生产总值增长6%左右，规模以上工业增加值增长7%，累计降低5%"
    assert said("N138", row(1, "增长", text)) == []


def test_what_has_been_added_so_far_is_no_total() -> None:
    assert said("N138", row(1, "企业", "累计新增企业10家，新增机构20家")) == []


def test_the_increase_may_stand_behind_its_total() -> None:
    assert len(said("N138", row(1, "产气", "产气总量达到14亿方，其中新增15亿方"))) == 1


def test_totals_by_other_names() -> None:
    assert len(said("N138", row(1, "产能", "粮食新增产能20万吨，总产能达到15万吨"))) == 1
    assert len(said("N138", row(1, "贷款", "新增贷款9亿元，贷款余额8亿元"))) == 1
