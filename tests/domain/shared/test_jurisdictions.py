from __future__ import annotations

from datetime import date

import pytest

from tongchou.domain.shared.jurisdictions import (
    NATION,
    JurisdictionName,
    abbreviation_of,
    jurisdiction_by_form,
    known_registry,
    place_opening,
    short_of,
)

CODES = {
    "万州区": "500101",
    "开州区": "500154",
    "云阳县": "500235",
    "达州市": "511700",
    "通川区": "511702",
    "达川区": "511703",
    "宣汉县": "511722",
    "开江县": "511723",
    "大竹县": "511724",
    "渠县": "511725",
    "万源市": "511781",
    "北京市": "110000",
    "广西壮族自治区": "450000",
    "凉山彝族自治州": "513400",
    "锡林郭勒盟": "152500",
    "东莞市": "441900",
    "仙桃市": "429004",
    "神农架林区": "429021",
    "浦东新区": "310115",
    "和安县": "653229",
    "国务院": NATION,
}


@pytest.mark.parametrize(("name", "code"), CODES.items())
def test_codes_of_the_standard(name: str, code: str) -> None:
    found = known_registry().find(name)
    assert found is not None
    assert found.code == code


def test_codes_and_names_stand_once() -> None:
    entries = known_registry().jurisdictions
    assert len({entry.code for entry in entries}) == len(entries) > 3200
    assert len({(entry.parent, entry.name) for entry in entries}) == len(entries)


def test_the_levels_of_the_country_are_all_there() -> None:
    entries = known_registry().jurisdictions
    assert sum(entry.level == 0 for entry in entries) == 34 + 1
    assert sum(entry.level == 1 for entry in entries) > 330
    assert all(entry.parent for entry in entries if entry.level > 0)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("重庆市万州区人民政府办公室", "万州区", "重庆市万州区"),
        ("四川省达州市通川区教育局", "通川区", "四川省达州市通川区"),
        ("达州市通川区", "通川区", "达州市通川区"),
        ("四川省通川区", "通川区", "四川省通川区"),
        ("万州区林业局", "万州区", "万州区"),
        ("万州经开区", "万州区", "万州"),
        ("达州市委组织部", "达州市", "达州市"),
        ("重庆市林业局", "重庆市", "重庆市"),
        ("长春市朝阳区", "朝阳区", "长春市朝阳区"),
        ("凉山州林草局", "凉山彝族自治州", "凉山州"),
        ("石柱县水利局", "石柱土家族自治县", "石柱县"),
    ],
)
def test_the_longest_name_leads(text: str, name: str, words: str) -> None:
    leading = known_registry().leading(text)
    assert leading is not None
    assert (leading[0].name, leading[1]) == (name, words)


@pytest.mark.parametrize("text", ["朝阳区教育局", "新华区", "某某局", "", "区教委"])
def test_a_name_that_several_bear_leads_nowhere(text: str) -> None:
    assert known_registry().leading(text) is None


@pytest.mark.parametrize(
    ("word", "name"), [("吉林", "吉林省"), ("朝阳", "朝阳市"), ("海南", "海南省")]
)
def test_the_higher_level_owns_a_short_name(word: str, name: str) -> None:
    found = known_registry().find(word)
    assert found is not None
    assert found.name == name


def test_a_notice_adds_its_own_places() -> None:
    registry = known_registry().extended([JurisdictionName("清河市", "清河", None, "云岭省")])
    assert registry.find("云岭省清河市") == registry.find("清河") != known_registry().find("清河")
    assert known_registry().extended(()) is known_registry()


def test_places_of_the_notice_come_before_known_ones() -> None:
    known = known_registry()
    place = known.find("长春市朝阳区")
    assert place is not None
    assert known.extended([place]).find("朝阳区") == place
    assert known.extended([place]).find("朝阳") == place
    assert len(known.extended([place]).jurisdictions) == len(known.jurisdictions)


def test_a_made_up_autonomous_county_has_its_common_short_form() -> None:
    place = jurisdiction_by_form("石鼓土家族自治县人民政府")
    assert place is not None
    assert known_registry().extended([place]).find("石鼓县") == place


def test_who_stands_above_whom() -> None:
    registry = known_registry()

    def above(name: str) -> list[str]:
        place = registry.find(name)
        assert place is not None
        return [entry.name for entry in registry.above(place)]

    assert above("通川区") == ["达州市", "四川省", "国务院"]
    assert above("万州区") == ["重庆市", "国务院"]
    assert above("四川省") == ["国务院"]
    assert above("国务院") == []


def test_former_names_say_when_they_ended() -> None:
    old, new = known_registry().find("开县"), known_registry().find("开州区")
    assert old is not None
    assert new is not None
    assert (old.until, new.until) == (date(2016, 7, 22), None)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("万州区", "万州"),
        ("渠县", "渠县"),
        ("石柱土家族自治县", "石柱"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("伊犁哈萨克自治州", "伊犁"),
        ("东乡族自治县", "东乡"),
        ("鄂温克族自治旗", "鄂温克"),
        ("内蒙古自治区", "内蒙古"),
        ("宁夏回族自治区", "宁夏"),
        ("大兴安岭地区", "大兴安岭"),
        ("神农架林区", "神农架"),
        ("香港特别行政区", "香港"),
        ("兴安盟", "兴安"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_of(name) == short


@pytest.mark.parametrize(
    ("name", "bares"),
    [
        ("万州区", ("区",)),
        ("达州市", ("市",)),
        ("凉山彝族自治州", ("州", "自治州")),
        ("广西壮族自治区", ("区", "自治区")),
        ("大兴安岭地区", ("地区", "区")),
        ("浦东新区", ("区", "新区")),
    ],
)
def test_how_their_own_organs_are_abbreviated(name: str, bares: tuple[str, ...]) -> None:
    place = JurisdictionName(name, name)
    assert place.bares == bares
    assert place.bare == bares[0]


@pytest.mark.parametrize(
    ("text", "name", "short", "parent"),
    [
        ("云岭省清河市人民政府办公室", "清河市", "清河", "云岭省"),
        ("柳河县人民政府", "柳河县", "柳河", None),
        ("渠县", "渠县", "渠县", None),
        ("云岭省青山自治州", "青山自治州", "青山", "云岭省"),
        ("北原省人民政府办公厅", "北原省", "北原", None),
        ("石梁土家族自治县委办公室", "石梁土家族自治县", "石梁", None),
        ("东湖高新区管委会办公室", "东湖高新区", "东湖高新区", None),
        ("云阳经济技术开发区管理委员会", "云阳经济技术开发区", "云阳经济技术开发区", None),
    ],
)
def test_unknown_places_are_read_by_form(
    text: str, name: str, short: str, parent: str | None
) -> None:
    assert jurisdiction_by_form(text) == JurisdictionName(name, short, None, parent)


def test_words_without_the_form_are_no_place() -> None:
    assert jurisdiction_by_form("联合办公室") is None
    assert place_opening("联合办公室") is None


def test_the_place_an_organ_opens_with() -> None:
    found = place_opening("永泽市能源局")
    assert found == (JurisdictionName("永泽市", "永泽", None, None), "能源局")


def test_only_provinces_have_an_abbreviation() -> None:
    assert (abbreviation_of("500000"), abbreviation_of("510000")) == ("渝", "川")
    assert abbreviation_of("500101") is None
    assert abbreviation_of(None) is None
