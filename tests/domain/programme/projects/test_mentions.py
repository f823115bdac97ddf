"""Undertakings that texts name, and words that name none."""

from __future__ import annotations

import pytest

from tests.domain.programme.building import line
from tongchou.domain.programme.projects.mentions import mentions_in, named_as_a_whole
from tongchou.domain.programme.projects.words import project_words


def names(text: str) -> list[str]:
    return [mention.name for mention in mentions_in(line(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("加快推进青石水库建设", ["青石水库"]),
        ("青石水库完成投资7600万元，开展坝体浇筑", ["青石水库"]),
        ("推进青石、白云、长溪水库除险加固", ["青石水库", "白云水库", "长溪水库除险加固"]),
        ("推进三座水库（青石、白云、长溪）建设", ["青石水库", "白云水库", "长溪水库"]),
        ("加快推进岳州（临江、石桥）两个通用机场前期工作", ["临江通用机场", "石桥通用机场"]),
        ("加快临岳、岳石高速公路建设", ["临岳高速公路", "岳石高速公路"]),
        ("新建临江至石桥高速公路64公里", ["临江至石桥高速公路"]),
        ("青石水库和白云水库开工", ["青石水库", "白云水库"]),
        ("开工临江港二期及小河航道提升项目并完成投资1亿元",
         ["临江港二期及小河航道提升项目"]),
        ("推进临江港二期、石桥物流园等项目建设", ["临江港二期", "石桥物流园"]),
        ("推进长河危险废物处置、岳溪河综合整治等项目建设",
         ["长河危险废物处置", "岳溪河综合整治"]),
        ("加快推进新港码头、长河大桥等四项交通工程", ["新港码头", "长河大桥"]),
        ("实施“两岸花海”项目", ["“两岸花海”项目"]),
        ("竣工投用石桥机场T2航站楼", ["石桥机场T2航站楼"]),
        ("支持临江建设智能家居产业园", ["智能家居产业园"]),
        ("建成石桥县人民医院", ["石桥县人民医院"]),
        ("竣工通车临岳高铁石桥段", ["临岳高铁石桥段"]),
        ("改造滨江快速路南延段", ["滨江快速路南延段"]),
        ("打造百亿级临江产业园", ["临江产业园"]),
        ("研究论证石桥燃机发电项目", ["石桥燃机发电项目"]),
    ],
)  # fmt: skip
def test_named_undertakings(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "推进一批重点项目和重大工程",
        "完成路基工程12%、桥梁工程6%",
        "开展老旧小区改造工程",
        "完成PPP项目招标和临时道路修建",
        "推动项目可研、选址等前期工作",
        "四地二级甲等以上医院60项结果互认",
        "培育高铁经济、临空经济",
        "会同中国铁路某局集团公司",
        "纳入国省交通规划建设项目库",
        "推进石桥机场、临江机场运营",
        "创建省级农业科技示范园区",
        "携手开展项目招商、建设、运营",
        "引导企业积极参加经贸合作",
        "建设规模化水厂",
    ],
)
def test_kinds_of_works_are_no_names(text: str) -> None:
    assert names(text) == []


def test_a_mention_knows_its_place_and_its_list() -> None:
    whole = line("加快青石、白云水库和长河大桥建设")
    first, second, bridge = mentions_in(whole)
    assert (first.line.text, first.name, first.sort) == ("青石", "青石水库", "reservoir")
    assert first.tail is not None
    assert first.tail.text == "水库"
    assert first.group == second.group == bridge.group
    shown = whole.text[first.group.start : first.group.end]
    assert shown == "青石、白云水库和长河大桥"


def test_a_counted_list_is_marked() -> None:
    (first, second) = mentions_in(line("推进两座水库（青石、白云）建设"))
    assert first.counted
    assert second.counted
    assert first.line.text == "青石"


@pytest.mark.parametrize(
    ("name", "about", "sort"),
    [
        ("冷链物流中心", "主体完工", "park"),
        ("客运枢纽站", "建筑面积1.9万平方米", "road"),
        ("区级数据中心", "建成投用", "building"),
        ("冷链物流中心", "加强管理", None),
        ("提升服务中心", "建成投用", None),
        ("甲、乙中心", "建成投用", None),
        ("老旧小区改造项目", "完成投资1亿元", None),
    ],
)
def test_the_name_of_a_task_in_a_list_of_projects(name: str, about: str, sort: str | None) -> None:
    found = named_as_a_whole(line(name), about)
    assert (found.sort if found else None) == sort


def test_an_ending_has_one_sort() -> None:
    words = [
        word
        for entry in project_words()["sorts"].values()
        for word in (*entry["endings"], *entry["needing_works"])
    ]
    assert len(words) == len(set(words))
    assert project_words()["source"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("推进石门、金鸡、黑龙潭三座水库建设", ["石门水库", "金鸡水库", "黑龙潭水库"]),
        ("完成127座病险水库除险加固", []),
        ("建成省级三星级现代农业园区1个", []),
        ("对临岳高速全线实施扩容", ["临岳高速"]),
        ("推进临河铁路电气化改造", ["临河铁路电气化改造"]),
        ("二级以上公立医院互认项目达到100项", []),
    ],
)
def test_counted_and_common_words(text: str, found: list[str]) -> None:
    assert names(text) == found
