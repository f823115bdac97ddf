from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.domain.programme.building import compiled, row
from tests.domain.programme.lint.said import of


def on(day: date, organizations: str) -> list[str]:
    programme = compiled(row(1, "甲", "营造林1万亩", organizations=organizations))
    dated = replace(programme, header=replace(programme.header, date=day))
    return [finding.message("zh") for finding in of("N159", dated)]


def test_a_name_that_a_reform_had_ended() -> None:
    (message,) = on(date(2023, 3, 29), "万州区交通局、区国土资源局")
    assert "“区国土资源局”" in message
    assert "已停用" in message


def test_a_name_that_came_later() -> None:
    (message,) = on(date(2020, 3, 29), "达州市数据局")
    assert "尚未启用" in message


def test_names_in_their_time() -> None:
    assert on(date(2016, 3, 29), "万州区国土资源局") == []
    assert on(date(2024, 3, 29), "达州市数据局、市交通运输局") == []
