from __future__ import annotations

import pytest

from tests.domain.programme.building import line
from tongchou.domain.programme.reading.figures import scan
from tongchou.domain.programme.reading.subjects import noun_phrase
from tongchou.domain.programme.target import QuantityField


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("新增营造林6.93万亩", ["营造林"]),
        ("四县铁水联运物流通道货运量突破500万吨", ["货运量"]),
        ("天然气产量达到20亿方", ["天然气产量"]),
        ("完成年度投资2亿元", ["年度投资"]),
        ("桥梁工程5%、隧道工程10%", ["桥梁工程", "隧道工程"]),
        ("规模以上工业增加值增长5.5%以上", ["规模以上工业增加值"]),
        ("风险消除率达到80%", ["风险消除率"]),
        ("建设社区养老服务站5个", ["社区养老服务站"]),
        ("培育20家以上专精特新企业", ["专精特新企业"]),
        ("引进亿元以上项目30个", ["亿元以上项目"]),
        ("全市森林覆盖率稳定在58%", ["森林覆盖率"]),
        ("力争全年接待游客突破500万人次", ["游客"]),
        ("货运量由100万吨增加到150万吨", ["货运量", "货运量"]),
        ("甲县、乙县分别完成投资2亿元、3亿元", ["甲县", "乙县"]),
        ("甲港、乙港、丙港吞吐量分别达到1、2、3万吨", ["甲港", "乙港", "丙港吞吐量"]),
        ("9月底前撤并专网12张", ["专网"]),
        ("到2025年建成绿道120公里", ["绿道"]),
        ("落实第二批通办事项12项", ["通办事项"]),
        ("60项检验结果互认", ["检验结果"]),
        ("完成2亿元投资", ["投资"]),
        ("新建20公里乡村公路", ["乡村公路"]),
        ("带动农户3万余户户均增收2000元", ["农户", "户均增收"]),
        ("“七通一平”800亩", ["七通一平"]),
        ("算力规模为超算5P、智算100P", ["超算", "智算"]),
        ("培训5000人次", ["培训"]),
        ("30户以上自然村通硬化路比例100%", ["自然村通硬化路比例", "自然村通硬化路比例"]),
        ("力争达到50亿元", [""]),
        ("1.投资3000万元建设基地", ["投资"]),
        ("到位省外资金120亿元", ["省外资金"]),
        ("城市建成区绿化覆盖率42.5%", ["城市建成区绿化覆盖率"]),
        ("“零跑腿”事项比例85%", ["零跑腿事项比例"]),
        ("增加值 31.5 亿元、净利润 2 亿元,较 2016 年分别增长 5%、6%", ["增加值", "净利润"] * 2),
        ("甲类、乙类企业税收分别增长8%和9%", ["甲类", "乙类企业税收"]),
    ],
)
def test_what_is_measured(text: str, subjects: list[str]) -> None:
    assert [q.subject for q in scan(line(text), QuantityField.TARGET)] == subjects


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("全县完成营业收入", "营业收入"),
        ("实现营业收入达到", "营业收入"),
        ("同比增长", ""),
        ("累计发放贷款约", "贷款"),
        ("处置率", "处置率"),
        ("", ""),
    ],
)
def test_verbs_times_and_places_are_left_off(words: str, noun: str) -> None:
    assert noun_phrase(words) == noun


def test_a_subject_is_never_a_sentence() -> None:
    (found,) = scan(line("甲" * 200 + "面积达到5万亩"), QuantityField.TARGET)
    assert len(found.subject) <= 16
