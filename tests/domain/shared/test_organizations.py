from __future__ import annotations

import pytest

from tongchou.domain.shared.organizations import (
    JurisdictionName,
    OrganizationKind,
    function_of,
    is_group,
    is_organ,
    jurisdiction_by_form,
    kind_of,
    known_registry,
    named_organization,
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
}


@pytest.mark.parametrize(("name", "code"), CODES.items())
def test_codes_of_the_standard(name: str, code: str) -> None:
    found = known_registry().find(name)
    assert found is not None
    assert found.code == code


def test_codes_and_names_stand_once() -> None:
    entries = known_registry().jurisdictions
    assert len({entry.code for entry in entries}) == len(entries)
    assert len({entry.name for entry in entries}) == len(entries)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("重庆市万州区人民政府办公室", "万州区", "重庆市万州区"),
        ("万州区林业局", "万州区", "万州区"),
        ("万州经开区", "万州区", "万州"),
        ("达州市委组织部", "达州市", "达州市"),
        ("重庆市林业局", "重庆市", "重庆市"),
    ],
)
def test_the_longest_name_leads(text: str, name: str, words: str) -> None:
    leading = known_registry().leading(text)
    assert leading is not None
    assert (leading[0].name, leading[1]) == (name, words)


def test_a_notice_adds_its_own_places() -> None:
    registry = known_registry().extended([JurisdictionName("清河市", "清河", None, "云岭省")])
    assert registry.find("云岭省清河市") == registry.find("清河")
    assert known_registry().find("清河") is None
    assert known_registry().extended(()) is known_registry()


@pytest.mark.parametrize(
    ("text", "name", "short", "parent"),
    [
        ("云岭省清河市人民政府办公室", "清河市", "清河", "云岭省"),
        ("柳河县人民政府", "柳河县", "柳河", None),
        ("渠县", "渠县", "渠县", None),
        ("云岭省青山自治州", "青山自治州", "青山", "云岭省"),
    ],
)
def test_unknown_places_are_read_by_form(
    text: str, name: str, short: str, parent: str | None
) -> None:
    assert jurisdiction_by_form(text) == JurisdictionName(name, short, None, parent)


@pytest.mark.parametrize(
    ("organ", "kind"),
    [
        ("交通局", OrganizationKind.GOVERNMENT),
        ("委组织部", OrganizationKind.PARTY),
        ("国资委", OrganizationKind.GOVERNMENT),
        ("经开区", OrganizationKind.PARK),
        ("城投集团", OrganizationKind.COMPANY),
        ("新田镇", OrganizationKind.LOWER_GOVERNMENT),
    ],
)
def test_kinds(organ: str, kind: OrganizationKind) -> None:
    assert kind_of(organ) is kind


def test_one_function_has_different_names_on_both_sides() -> None:
    pairs = [("水利局", "水务局"), ("教委", "教育局"), ("经济信息委", "经信局")]
    assert all(function_of(a) == function_of(b) is not None for a, b in pairs)
    assert function_of("天文台") is None


def test_groups_and_organs_are_told_apart() -> None:
    assert is_group("区级有关部门")
    assert not is_group("区交通局")
    assert is_organ("区交通局")
    assert not is_organ("各方力量")


def test_parks_are_known_with_their_government() -> None:
    found = named_organization("浦里新区")
    assert found is not None
    assert (found.jurisdiction, found.kind) == ("开州", OrganizationKind.PARK)
    assert named_organization("无名新区") is None
