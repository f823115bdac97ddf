from __future__ import annotations

import pytest

from tongchou.domain.programme.projects import project_of


@pytest.mark.parametrize(
    ("text", "project"),
    [
        ("青龙水库力争完成投资7000万元", "青龙水库"),
        ("新田港二期工程全年完成投资3亿元", "新田港二期工程"),
        ("争取开工甲港二期及乙江航道项目并完成投资1亿元", "甲港二期及乙江航道项目"),
        ("力争甲乙高速公路2024年完成投资3亿元", "甲乙高速公路"),
        ("全面推进甲产业园全年完成固定资产投资1亿元", "甲产业园"),
        ("新增产气量15亿方", None),
        ("货运通道运量突破300万吨", None),
        ("路基工程完成投资3亿元", None),
        ("三地完成投资3亿元", None),
        ("完成年度投资3亿元", None),
    ],
)
def test_the_undertaking_an_investment_belongs_to(text: str, project: str | None) -> None:
    assert project_of(text) == project


def test_a_verb_alone_takes_the_undertaking_named_last() -> None:
    assert project_of("完成投资2亿元", "开工甲水库，启动乙水库，") == "乙水库"
    assert project_of("完成投资2亿元", "甲水库完成投资1亿元，") == "甲水库"
    assert project_of("完成投资2亿元", "加强统筹，") is None
    assert project_of("各方完成投资2亿元", "甲水库完成投资1亿元，") is None
