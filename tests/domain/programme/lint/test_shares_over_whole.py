from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_parts_above_the_whole() -> None:
    cells = row(1, "能源", "水电占发电量的比重30%，风电占发电量的比重50%，光伏占发电量的比重40%")
    (message,) = said("N140", cells)
    assert "合计 120%" in message


def test_shares_of_different_wholes() -> None:
    cells = row(1, "结构", "水电占发电量的比重70%，服务业占生产总值的比重60%")
    assert said("N140", cells) == []


def test_rates_that_are_no_shares() -> None:
    assert said("N140", row(1, "率", "覆盖率达到90%，合格率达到95%")) == []


def test_shares_in_a_list() -> None:
    (message,) = said("N140", row(1, "结构", "三次产业占比分别为20%、50%和45%"))
    assert "合计 115%" in message
    assert said("N140", row(1, "结构", "三次产业占比分别为10%、45%和45%")) == []
