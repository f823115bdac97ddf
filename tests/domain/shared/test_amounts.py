from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tongchou.domain.shared.amounts import Amount, find_amounts
from tongchou.domain.shared.numerals import parse_number

HOSTILE = "0123456789.,—-至到万亿千百十一二三两半成分之余多个家项座元亩吨人户%番翻过数第前、 　\n"


def amounts(text: str, column_unit: str | None = None) -> list[Amount]:
    return list(find_amounts(text, column_unit))


def only(text: str, column_unit: str | None = None) -> Amount:
    (found,) = amounts(text, column_unit)
    return found


@pytest.mark.parametrize(
    ("text", "number", "printed", "value", "base"),
    [
        ("3 万吨", "3", "万吨", "30000", "吨"),
        ("１２．５亿元", "12.5", "亿元", "1250000000", "元"),
        ("五百千瓦", "五百", "千瓦", "500", "千瓦"),
        ("三十万千瓦", "三十万", "千瓦", "300000", "千瓦"),
        ("1亿2000万元", "1亿2000万", "元", "120000000", "元"),
        ("3万5千人", "3万5千", "人", "35000", "人"),
        ("三百余万元", "三百", "万元", "3000000", "元"),
        ("投资20亿", "20", "亿元", "2000000000", "元"),
        ("总人口突破100万", "100", "万人", "1000000", "人"),
        ("百分之九十五点五", "95.5", "%", "0.955", "1"),
        ("四分之一", "25", "%", "0.25", "1"),
        ("十万分之九", "0.009", "%", "0.00009", "1"),
        ("七成以上", "70", "%", "0.7", "1"),
        ("半数以上", "50", "%", "0.5", "1"),
        ("翻两番", "两", "番", "2", "番"),
        ("翻番", "一", "番", "1", "番"),
        ("20万吨/年", "20", "万吨/年", "200000", "吨/年"),
        ("12蒸吨", "12", "蒸吨", "12", "蒸吨"),
    ],
)
def test_amounts(text: str, number: str, printed: str, value: str, base: str) -> None:
    found = only(text)
    assert (found.number, found.printed, found.value, found.base) == (
        number,
        printed,
        Decimal(value),
        base,
    )
    assert parse_number(found.number) >= 0


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3—5家", "3", "5"),
        ("三至五家，培育", None, None),
        ("培育三至五家", "3", "5"),
        ("3%至5%", "0.03", "0.05"),
        ("10万—12万吨", "100000", "120000"),
        ("10—5家", "10", "5"),
        ("20到30亿元", "2000000000", "3000000000"),
    ],
)
def test_ranges(text: str, low: str | None, high: str | None) -> None:
    found = amounts(text)
    if low is None or high is None:
        assert found == []
    else:
        assert [(a.value, a.upper) for a in found] == [(Decimal(low), Decimal(high))]


@pytest.mark.parametrize(
    "text",
    [
        *("增加到150万", "2023—2025年", "1.2.3个", "T2个", "G50公里", "7×24小时", "1+3个"),
        *("前10名", "第3批", "第二期", "二级", "五级", "一个窗口", "一张网", "四个意识", "三方"),
        *("两地", "百年", "千家万户", "万元地区", "千亿级", "百亿元企业", "数十家", "几十个"),
        *("五六家", "3个月", "历时两年", "三条红线", "五一", "十大工程", "一半", "任务过半"),
        *("2023年", "12345", "0818-2345678", "9" * 40 + "个", "一" * 40 + "个", "1,00个", "3处理"),
    ],
)
def test_what_only_looks_like_an_amount(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("新建三座水库", 1),
        ("谋划三座水库", 1),
        ("三座水库", 0),
        ("新建一所学校", 1),
        ("搭建一个平台", 0),
        ("培育十二家企业", 1),
        ("十二家企业", 1),
        ("不少于三场活动", 1),
        ("上千家企业", 1),
        ("千家企业", 0),
        ("审批压缩至三天", 1),
        ("历时三天", 0),
        ("2个月内压缩至1个月", 1),
        ("二十批项目", 0),
        ("两万亩", 1),
        ("三元", 0),
        ("三千元", 1),
    ],
)
def test_chinese_numerals_count_where_something_is_made(text: str, count: int) -> None:
    assert len(amounts(text)) == count


def test_the_head_of_a_list_item_is_no_part_of_its_figure() -> None:
    found = only("1.50个项目开工")
    assert (found.number, found.start) == ("50", 2)
    assert only("平均1.5个").number == "1.5"


def test_what_is_more_or_less_is_told() -> None:
    assert only("70余公里").more
    assert only("3万余亩").more
    assert only("近百家").more
    assert not only("70公里").more
    assert only("工程量过半").exceeded


@pytest.mark.parametrize(
    ("cell", "value", "upper", "printed"),
    [
        ("12.5", "125000", None, "万元"),
        ("≥12.5", "125000", None, "万元"),
        ("不低于91.5", None, None, ""),
        ("10-12", "100000", "120000", "万元"),
        ("3亿", "300000000", None, "亿元"),
        ("12左右", "120000", None, "万元"),
        ("2亿元", "200000000", None, "亿元"),
        ("2023年", None, None, ""),
        ("详见附件", None, None, ""),
    ],
)
def test_bare_numbers_take_the_unit_of_their_column(
    cell: str, value: str | None, upper: str | None, printed: str
) -> None:
    found = amounts(cell, "万元")
    if value is None:
        assert [a for a in found if a.printed != "万元"] == []
    else:
        assert [(a.value, a.printed) for a in found] == [(Decimal(value), printed)]
        assert found[0].upper == (Decimal(upper) if upper else None)


def test_without_a_column_unit_bare_numbers_are_none() -> None:
    assert amounts("12.5") == []
    assert amounts("12.5", "光年") == []


@given(st.text(alphabet=HOSTILE, max_size=60))
@settings(max_examples=400)
def test_no_text_breaks_the_reader(text: str) -> None:
    last = 0
    for amount in amounts(text, "万元"):
        assert last <= amount.start < amount.end <= len(text)
        assert amount.value >= 0
        last = amount.end


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1、",
        "万",
        "一百",
        "1—",
        "3—5",
        "1亿2000万",
        "百分之",
        "1.",
        "1,000",
        "5万 ",
        "翻",
        "半",
    ],
)
def test_hostile_texts_are_read_to_their_end(unit: str) -> None:
    """A hundred thousand characters of what begins a figure and never ends one."""
    text = unit * (100_000 // len(unit))
    assert [a for a in amounts(text) if a.end > len(text)] == []
    assert amounts(text + "。新建5座水库")[-1].number == "5"
