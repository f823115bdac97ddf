from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.programme.building import line
from tongchou.domain.notice.document import Block
from tongchou.domain.notice.lines import joined, whole
from tongchou.domain.programme.reading.figures import scan
from tongchou.domain.programme.target import Quantity, QuantityField


def target(text: str) -> list[Quantity]:
    return list(scan(line(text), QuantityField.TARGET))


def scope(text: str) -> list[Quantity]:
    return list(scan(line(text), QuantityField.SCOPE))


@pytest.mark.parametrize(
    ("text", "shown", "value", "unit", "comparator"),
    [
        ("新增造林1.5万亩", "1.5万亩", "15000", "亩", "equal"),
        ("货运量突破300万吨", "300万吨", "3000000", "吨", "more_than"),
        ("产值达90亿元", "90亿元", "9000000000", "元", "at_least"),
        ("覆盖率达到95%", "95%", "0.95", "1", "at_least"),
        ("开行班列50列以上", "50列以上", "50", "列", "at_least"),
        ("新增就业不少于3,000人", "3,000人", "3000", "人", "at_least"),
        ("能耗控制在20万吨以内", "20万吨以内", "200000", "吨", "at_most"),
        ("损失不超过5%", "5%", "0.05", "1", "at_most"),
        ("接待游客约8万人次", "8万人次", "80000", "人次", "about"),
        ("接待游客8万人次左右", "8万人次左右", "80000", "人次", "about"),
        ("新建公路70余公里", "70余公里", "70", "公里", "about"),
        ("超200亿元", "200亿元", "20000000000", "元", "more_than"),
        ("提高3个百分点", "3个百分点", "3", "百分点", "equal"),
        ("完成投资三百万元", "三百万元", "3000000", "元", "equal"),
        ("完成投资一亿五千万元", "一亿五千万元", "150000000", "元", "equal"),
        ("总量达到１２亿方", "１２亿方", "1200000000", "立方米", "at_least"),
    ],
)
def test_figures(text: str, shown: str, value: str, unit: str, comparator: str) -> None:
    (found,) = target(text)
    assert (found.text, found.value, found.unit) == (shown, Decimal(value), unit)
    assert found.comparator == comparator
    span = found.spans[0]
    assert text[span.start : span.end] == shown


@pytest.mark.parametrize(
    "text", ["签约20—30亿元", "签约20亿元—30亿元", "签约20亿元至30亿元", "签约20-30亿元"]
)
def test_ranges(text: str) -> None:
    (found,) = target(text)
    assert (found.value, found.upper) == (Decimal(2_000_000_000), Decimal(3_000_000_000))
    assert found.comparator == "range"


@pytest.mark.parametrize(
    "text",
    [
        "2023年底前完成",
        "2023—2025年",
        "竣工投用T2航站楼",
        "探索毗邻地区120一体化",
        "甲府发〔2023〕12号",
        "第6次会议",
        "第2个批次",
        "二级甲等以上医院",
        "创建4A级景区",
        "从3方面推进",
        "历时3个月",
        "培育千亿元级集群",
        "三个通用机场",
        "三地共同推进",
        "G318线",
        "一方面加强管理",
        "四川省人民政府",
        "六大优势产业",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert target(text) == []


@pytest.mark.parametrize(
    ("text", "role", "measure"),
    [
        ("桥梁工程5%", "progress", "rate"),
        ("完成土地拆迁80%", "progress", "rate"),
        ("满意率90%", "target", "rate"),
        ("完成年度投资2亿元", "target", "flow"),
        ("新增产气量15亿方", "target", "flow"),
        ("总量达到145亿方", "target", "stock"),
        ("特色产业总产值达800亿元", "target", "flow"),
        ("50项检查结果互认", "target", "count"),
        ("新增企业50家", "target", "flow"),
        ("项目总投资5亿元", "total", "stock"),
    ],
)
def test_roles_and_measures_in_a_target(text: str, role: str, measure: str) -> None:
    (found,) = target(text)
    assert (found.role, found.measure) == (role, measure)


@pytest.mark.parametrize(
    ("text", "role", "measure"),
    [
        ("新建高速公路50.8公里", "scope", "stock"),
        ("计划总投资8.61亿元", "total", "stock"),
        ("总库容1654万立方米", "total", "stock"),
        ("算力规模为超算5P", "scope", "stock"),
        ("桥梁工程5%", "scope", "rate"),
    ],
)
def test_roles_and_measures_in_a_scope(text: str, role: str, measure: str) -> None:
    (found,) = scope(text)
    assert (found.role, found.measure) == (role, measure)


def test_super_and_intelligent_computing_stay_two_figures() -> None:
    assert [q.text for q in scope("建成超算5P，另建智算100P")] == ["5P", "100P"]


def test_a_word_before_another_comma_does_not_compare() -> None:
    (found,) = target("突破瓶颈，完成投资2亿元")
    assert found.comparator == "equal"


@given(st.text(alphabet="0123456789.,-—万亿元亩%第余约达突破个月年 号T", max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    for found in target(text):
        span = found.spans[0]
        assert text[span.start : span.end] == found.text
        assert found.value >= 0


@pytest.mark.parametrize(
    ("cell", "shown", "value", "comparator"),
    [
        ("12.5", "12.5", "1250000000", "equal"),
        ("不低于91.5", "91.5", "9150000000", "at_least"),
        ("6左右", "6左右", "600000000", "about"),
        ("3.2以上", "3.2以上", "320000000", "at_least"),
        ("≤20", "20", "2000000000", "at_most"),
    ],
)
def test_a_column_gives_bare_numbers_their_unit(
    cell: str, shown: str, value: str, comparator: str
) -> None:
    (found,) = scan(line(cell), QuantityField.TARGET, "亿元")
    assert (found.text, found.value, found.printed_unit) == (shown, Decimal(value), "亿元")
    assert found.comparator == comparator
    assert list(scan(line(cell), QuantityField.TARGET)) == []


def test_figures_of_a_joined_cell_stand_in_their_own_blocks() -> None:
    cell = joined([whole(Block(3, "cell", " 新建绿道5公里")), whole(Block(7, "cell", "造林2万亩"))])
    first, second = scan(cell, QuantityField.TARGET)
    assert (first.spans[0].block, first.spans[0].start) == (3, 5)
    assert (second.spans[0].block, second.spans[0].start) == (7, 2)


@pytest.mark.parametrize(
    "unit", ["新增5家、", "由5万吨增加到6万吨，", "分别1、2、3万吨", "10亿元以上项目5个"]
)
def test_long_cells_are_read_to_their_end(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    assert target(text)[-1].spans[0].end > len(text) - len(unit)
