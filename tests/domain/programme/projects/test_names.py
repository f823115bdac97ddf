from __future__ import annotations

import pytest

from tests.domain.programme.building import places
from tongchou.domain.programme.projects.names import (
    is_part_of,
    is_short_form,
    key_of,
    same_undertakings,
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("青石水库", "青石水库工程"),
        ("秦巴物流园", "秦巴物流园项目"),
        ("“两岸花海”", "“两岸花海”项目"),
        ("万州至达州直达高速公路", "达万直达高速"),
        ("渝西高铁", "西渝高速铁路"),
        ("先进计算中心（达州）", "先进计算中心"),
        ("某某产业园区", "某某产业园"),
    ],
)
def test_spellings_of_one_name(first: str, second: str) -> None:
    assert key_of(first) == key_of(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("新港一期", "新港二期"),
        ("青石水库（一期）", "青石水库（二期）"),
        ("达万高速", "达万高铁"),
        ("青石水库", "白云水库"),
    ],
)
def test_two_undertakings(first: str, second: str) -> None:
    assert key_of(first) != key_of(second)


def test_with_and_without_its_place() -> None:
    three = places("万州", "达州", "开州")
    pairs = set(same_undertakings(["万州新田港二期", "新田港二期", "开州港二期"], three))
    assert pairs == {("新田港二期", "万州新田港二期")}


def test_one_name_in_two_places_is_two() -> None:
    three = places("万州", "达州", "开州")
    assert not set(same_undertakings(["万州职业技术学院", "达州职业技术学院"], three))


def test_a_straight_line_is_the_line() -> None:
    three = places("万州", "达州", "开州")
    assert list(same_undertakings(["万开达直线高速", "万开达高速"], three))


def test_short_forms() -> None:
    assert is_short_form("达州中心", "万达开先进计算中心")
    assert not is_short_form("达州水库", "万达开先进计算中心")
    assert is_part_of("龙滩水库", "龙滩水库除险加固及连通")
    assert not is_part_of("万州机场", "万州机场T2航站楼")
