from __future__ import annotations

import pytest

from tests.domain.programme.building import line
from tongchou.domain.programme.reading.figures import scan
from tongchou.domain.programme.target import Quantity, QuantityField


def last(text: str, field: QuantityField = QuantityField.TARGET) -> Quantity:
    return list(scan(line(text), field))[-1]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("完成岸线修复45公里", "flow"),
        ("新建厂房85万平方米", "flow"),
        ("建成口袋公园30处、绿道26公里", "flow"),
        ("盘活土地2600亩", "flow"),
        ("管网总长85公里", "stock"),
        ("新增A类企业60家、B类企业5家以上", "flow"),
        ("四县分别新增企业8家、4家、3家", "flow"),
        ("新建隔离带60公里、瞭望塔5座", "count"),
        ("种植面积达到6.5万亩", "stock"),
        ("种植面积由31万亩增加到35万亩", "stock"),
        ("参保人数达到68万人", "stock"),
        ("机架规模扩至600个", "stock"),
        ("接待能力达到8000人次", "stock"),
        ("日均客流3000人次", "stock"),
        ("每万人发明专利拥有量4.2件", "stock"),
        ("开放床位800张", "stock"),
        ("开放公共数据集350个", "count"),
        ("出让土地不少于15宗", "count"),
        ("观众超过10万人次", "flow"),
        ("带动新车销售1.5万辆", "flow"),
        ("新增装机25万千瓦", "flow"),
        ("装机容量达到25万千瓦", "stock"),
        ("新增冷库库容9万立方米", "flow"),
        ("产值突破60亿元", "flow"),
        ("贷款余额达到500亿元", "stock"),
        ("概算投资5亿元", "stock"),
        ("生猪存栏20万头", "stock"),
        ("生猪出栏20万头", "flow"),
        ("污水处理能力3万吨/日", "stock"),
        ("覆盖率达到95%", "rate"),
        ("提高3个百分点", "rate"),
        ("产值翻一番", "rate"),
        ("举办活动10场", "count"),
    ],
)
def test_measures(text: str, measure: str) -> None:
    assert last(text).measure == measure


def test_works_are_a_flow_only_where_they_are_promised() -> None:
    assert last("完成改造85公里", QuantityField.SCOPE).measure == "stock"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("桥梁工程5%", "progress"),
        ("形象进度达到75%", "progress"),
        ("完成总工程量的30%", "progress"),
        ("主体工程完成40%", "progress"),
        ("完成率30%", "target"),
        ("项目总投资5亿元", "total"),
        ("计划总投资约5亿元", "total"),
        ("完成投资5亿元", "target"),
        ("给予企业补助最高500万元", "scope"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert last(text).role == role


@pytest.mark.parametrize("field", [QuantityField.SCOPE, QuantityField.CLAUSE, QuantityField.NAME])
def test_outside_a_target_nothing_is_promised(field: QuantityField) -> None:
    assert last("完成投资5亿元", field).role == "scope"
    assert last("总投资5亿元", field).role == "total"


def test_a_base_is_no_promise() -> None:
    base, target = scan(line("产能由100万吨提高到150万吨"), QuantityField.TARGET)
    assert (base.role, base.measure, base.comparator) == ("scope", "stock", "equal")
    assert (target.role, target.comparator) == ("target", "at_least")
