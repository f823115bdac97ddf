from __future__ import annotations

from datetime import date

import pytest

from tongchou.domain.shared.organizations import (
    NameValidity,
    OrganizationKind,
    function_of,
    is_group,
    is_organ,
    jurisdiction_served,
    kind_of,
    name_validity,
    named_organization,
    organ_table,
    without_bracket,
)


@pytest.mark.parametrize(
    ("organ", "kind"),
    [
        ("交通局", OrganizationKind.GOVERNMENT),
        ("委组织部", OrganizationKind.PARTY),
        ("委", OrganizationKind.PARTY),
        ("委办公室", OrganizationKind.PARTY),
        ("纪委监委", OrganizationKind.PARTY),
        ("国资委", OrganizationKind.GOVERNMENT),
        ("经开区", OrganizationKind.PARK),
        ("高新区管委会", OrganizationKind.PARK),
        ("科学城", OrganizationKind.PARK),
        ("城投集团", OrganizationKind.COMPANY),
        ("农商行", OrganizationKind.COMPANY),
        ("新田镇", OrganizationKind.LOWER_GOVERNMENT),
        ("钟鼓楼街道办事处", OrganizationKind.LOWER_GOVERNMENT),
    ],
)
def test_kinds(organ: str, kind: OrganizationKind) -> None:
    assert kind_of(organ) is kind


@pytest.mark.parametrize(
    "names",
    [
        ("发展改革委", "发改局", "发展和改革委员会"),
        ("水利局", "水务局"),
        ("教委", "教育局", "教育体育局"),
        ("经济信息委", "经信局", "工业和信息化局"),
        ("住房城乡建委", "住建局"),
        ("规划自然资源局", "自规局"),
        ("卫生健康委", "卫健局"),
        ("人力社保局", "人社局"),
        ("文化旅游委", "文广旅局", "文体旅游局"),
        ("政务服务办", "行政审批局", "政管局"),
        ("大数据发展局", "数据局"),
        ("投促局", "招商局"),
        ("委组织部", "组织部"),
        ("团委", "共青团"),
    ],
)
def test_one_function_has_different_names(names: tuple[str, ...]) -> None:
    functions = {function_of(name) for name in names}
    assert len(functions) == 1
    assert None not in functions


def test_a_name_has_one_function() -> None:
    names = [name for many in organ_table()["functions"].values() for name in many]
    assert len(names) == len(set(names))
    assert function_of("天文台") is None


def test_a_bracket_behind_a_name_changes_nothing() -> None:
    assert function_of("农业农村局（乡村振兴局）") == "agriculture"
    assert without_bracket("文旅局(体育局)") == "文旅局"
    assert without_bracket("（文旅局）") == "（文旅局）"
    assert is_organ("农业农村局（乡村振兴局）")


@pytest.mark.parametrize(
    "words",
    [
        *("有关部门", "区级有关部门", "相关单位", "各镇街", "各乡镇人民政府（街道办事处）"),
        *("各区县（自治县）人民政府", "各县（市、区）人民政府", "市级各部门", "成员单位", "等部门"),
        *("市直有关单位", "全市各园区", "相关金融机构", "社会力量", "四地招商部门", "各方力量"),
    ],
)
def test_words_for_several_unnamed_organs(words: str) -> None:
    assert is_group(words)


@pytest.mark.parametrize(
    "words", ["区交通局", "万州经开区管委会", "各自然保护区管理局"[2:], "市工商联"]
)
def test_one_organ_is_no_group(words: str) -> None:
    assert not is_group(words)


def test_organs_are_told_by_their_form() -> None:
    assert is_organ("区交通局")
    assert is_organ("人民银行万州分行")
    assert not is_organ("专业人才")


def test_parks_are_known_with_their_government_and_a_code_of_their_own() -> None:
    found = named_organization("浦里新区")
    assert found is not None
    assert (found.jurisdiction, found.kind) == ("开州", OrganizationKind.PARK)
    assert found.code == "500154-P1"
    assert named_organization("无名新区") is None


def test_codes_of_parks_stand_once() -> None:
    codes = [e["code"] for e in organ_table()["named"] if e["kind"] == "park"]
    assert len(codes) == len(set(codes))
    assert all("-P" in code for code in codes)


@pytest.mark.parametrize(
    ("name", "validity"),
    [
        ("万州区国土资源局", NameValidity(None, date(2019, 3, 31), "自然资源局")),
        ("区数据局", NameValidity(date(2023, 10, 25), None, None)),
        ("县乡村振兴局", NameValidity(date(2021, 2, 25), date(2024, 12, 31), "农业农村局")),
        ("区教委", None),
        ("大数据发展局", None),
        ("政务服务和数据局", None),
        ("联合体", None),
    ],
)
def test_names_that_a_reform_brought_or_ended(name: str, validity: NameValidity | None) -> None:
    assert name_validity(name) == validity


def test_the_years_of_a_name_are_in_order() -> None:
    for entry in organ_table()["renamed"]:
        assert entry["since"] or entry["until"]
        if entry["since"] and entry["until"]:
            assert entry["since"] < entry["until"]
        assert entry["now"] is None or function_of(entry["now"])


@pytest.mark.parametrize(
    ("organ", "place"),
    [
        ("永泽市能源局", "永泽市"),
        ("安朔市数字化发展工作领导小组", "安朔市"),
        ("云岭省清河县水务局", "清河县"),
    ],
)
def test_an_organ_serves_the_place_it_opens_with(organ: str, place: str) -> None:
    served = jurisdiction_served(organ)
    assert served is not None
    assert served.name == place


def test_words_that_are_no_organ_serve_nobody() -> None:
    assert jurisdiction_served("城市更新") is None
