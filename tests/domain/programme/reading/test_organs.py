from __future__ import annotations

import pytest

from tests.domain.programme.building import line, places
from tongchou.domain.programme.reading.organs import read_organizations
from tongchou.domain.programme.reading.places import places_of
from tongchou.domain.programme.task import Organization

THREE = places("万州", "达州", "开州")


def read(text: str, column: str = "responsible") -> tuple[Organization, ...]:
    return read_organizations([(column, line(text))], THREE)


def named(text: str) -> list[tuple[str, str | None]]:
    return [(o.name, o.jurisdiction) for o in read(text)]


def test_a_bare_name_takes_the_government_of_its_line() -> None:
    assert named("万州区发展改革委、区交通局\n达州市水务局、市发展改革委") == [
        ("万州区发展改革委", "万州"),
        ("万州区交通局", "万州"),
        ("达州市水务局", "达州"),
        ("达州市发展改革委", "达州"),
    ]


def test_what_is_printed_is_kept_with_its_place() -> None:
    text = " 万州区发展改革委、 区交通局"
    second = read(text)[1]
    assert second.printed == "区交通局"
    (span,) = second.spans
    assert text[span.start : span.end] == "区交通局"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("开州区交通局、浦里新区", ("浦里新区", "开州")),
        ("浦里新区", ("浦里新区", "开州")),
        ("达州市经信局、东部经开区", ("达州东部经开区", "达州")),
        ("达州市经信局、大竹经开区", ("大竹经开区", "达州")),
        ("达州市城乡规划编制中心", ("达州市城乡规划编制中心", "达州")),
        ("万州经开区", ("万州经开区", "万州")),
        ("万州经开区、万州区水利局", ("万州区水利局", "万州")),
        ("万州区委组织部、区国资委", ("万州区国资委", "万州")),
        ("万州区市场监管局", ("万州区市场监管局", "万州")),
        ("达州市市场监管局、市委组织部", ("达州市委组织部", "达州")),
        ("达州市林业局、大竹县人民政府", ("大竹县人民政府", "达州")),
        ("重庆市万州区教委、区科技局", ("万州区科技局", "万州")),
        ("万州区林业局，达州市林业局；开州区林业局", ("开州区林业局", "开州")),
        ("万州区林业局  达州市林业局", ("达州市林业局", "达州")),
        ("万州区交通局\n区物流办", ("万州区物流办", "万州")),
        ("万州海事处", ("万州海事处", "万州")),
    ],
)
def test_the_last_name_of_a_line(text: str, expected: tuple[str, str]) -> None:
    assert named(text)[-1] == expected


def test_several_governments_on_one_line() -> None:
    assert [home for _, home in named("万州区林业局、区水利局、达州市林业局、市水务局")] == [
        "万州",
        "万州",
        "达州",
        "达州",
    ]


def test_party_organs_parks_and_lower_governments_are_told_apart() -> None:
    found = read("达州市委组织部、市国资委、达州高新区、大竹县人民政府、市交投集团")
    assert [str(o.kind) for o in found] == [
        "party",
        "government",
        "park",
        "lower_government",
        "company",
    ]


@pytest.mark.parametrize("column", ["lead", "responsible", "assisting", "supervising"])
def test_the_column_gives_the_role(column: str) -> None:
    assert read("万州区林业局", column)[0].role == column


def test_labels_inside_a_cell_give_the_role() -> None:
    found = read("牵头单位：万州区林业局、区水利局；配合单位：达州市林业局")
    assert [(o.name, str(o.role)) for o in found] == [
        ("万州区林业局", "lead"),
        ("万州区水利局", "lead"),
        ("达州市林业局", "assisting"),
    ]


def test_a_mark_behind_a_name_gives_its_role_alone() -> None:
    found = read("万州区林业局（牵头）、区水利局")
    assert [(o.printed, str(o.role)) for o in found] == [
        ("万州区林业局", "lead"),
        ("区水利局", "responsible"),
    ]


def test_other_names_of_one_function_share_its_key() -> None:
    assert {o.function for o in read("万州区水利局\n达州市水务局")} == {"water"}


def read_in(issuers: list[str], *cells: str) -> list[tuple[str, str | None]]:
    """Organizations of one task of a notice of these issuers; each cell a column of its own."""
    found = places_of(issuers, "\n".join(cells), "")
    pairs = [("responsible", line(cell)) for cell in cells]
    return [(o.name, o.jurisdiction) for o in read_organizations(pairs, found)]


@pytest.mark.parametrize(
    ("issuer", "printed", "name", "home"),
    [
        ("重庆市万州区人民政府办公室", "区教委", "万州区教委", "万州"),
        ("重庆市万州区人民政府办公室", "教委", "万州区教委", "万州"),
        ("重庆市万州区人民政府办公室", "区委宣传部", "万州区委宣传部", "万州"),
        ("重庆市万州区人民政府办公室", "组织部", "万州区委组织部", "万州"),
        ("重庆市万州区人民政府办公室", "市场监管局", "万州区市场监管局", "万州"),
        ("重庆市万州区人民政府办公室", "区市场监管局", "万州区市场监管局", "万州"),
        ("重庆市万州区人民政府办公室", "各镇街", "各镇街", "万州"),
        ("重庆市万州区人民政府办公室", "有关部门", "有关部门", "万州"),
        ("重庆市万州区人民政府办公室", "新田镇", "新田镇", "万州"),
        ("重庆市万州区人民政府办公室", "区交投集团", "万州区交投集团", "万州"),
        ("重庆市万州区人民政府办公室", "国网万州供电公司", "国网万州供电公司", "万州"),
        (
            "重庆市万州区人民政府办公室",
            "国家税务总局万州区税务局",
            "国家税务总局万州区税务局",
            "万州",
        ),
        ("达州市人民政府办公室", "市政管局", "达州市政管局", "达州"),
        ("达州市人民政府办公室", "市发展改革委", "达州市发展改革委", "达州"),
        ("达州市人民政府办公室", "大竹县人民政府", "大竹县人民政府", "达州"),
        ("达州市人民政府办公室", "通川区", "通川区", "达州"),
        ("达州市人民政府办公室", "高新区管委会", "高新区管委会", "达州"),
        ("四川省人民政府办公厅", "省委宣传部", "四川省委宣传部", "四川"),
        ("四川省人民政府办公厅", "成都市人民政府", "成都市人民政府", "四川"),
        ("四川省人民政府办公厅", "省发展改革委", "四川省发展改革委", "四川"),
        ("凉山彝族自治州人民政府办公室", "州林草局", "凉山彝族自治州林草局", "凉山"),
        ("广西壮族自治区人民政府办公厅", "自治区财政厅", "广西壮族自治区财政厅", "广西"),
        ("石鼓土家族自治县人民政府", "石鼓县交通局", "石鼓县交通局", "石鼓"),
        ("石鼓土家族自治县人民政府", "县交通局", "石鼓土家族自治县交通局", "石鼓"),
        ("东湖高新区管委会", "区教育局", "东湖高新区教育局", "东湖高新区"),
        ("国务院办公厅", "教育部", "教育部", "国务院"),
        ("国务院办公厅", "国家发展改革委", "国家发展改革委", "国务院"),
        ("永泽市能源局", "市财政局", "永泽市财政局", "永泽"),
        ("中共万州区委办公室", "区委组织部", "万州区委组织部", "万州"),
    ],
)
def test_the_only_government_is_whose_organs_need_no_name(
    issuer: str, printed: str, name: str, home: str
) -> None:
    assert read_in([issuer], printed) == [(name, home)]


def test_a_superior_is_known_and_takes_no_part() -> None:
    found = places_of(["达州市通川区人民政府办公室"], "市交通局、区教育局", "")
    city, own = read_organizations([("responsible", line("市交通局、区教育局"))], found)
    assert (city.name, city.jurisdiction, city.code) == ("达州市交通局", None, "511700")
    assert (own.name, own.jurisdiction, own.code) == ("通川区教育局", "通川", "511702")


def test_a_line_without_a_government_takes_that_of_the_cell_before() -> None:
    issuers = ["重庆市万州区人民政府办公室", "重庆市开州区人民政府办公室"]
    assert read_in(issuers, "开州区教委", "区科技局") == [
        ("开州区教委", "开州"),
        ("开州区科技局", "开州"),
    ]


def test_a_heading_gives_its_line_a_government() -> None:
    issuers = ["重庆市万州区人民政府办公室", "重庆市开州区人民政府办公室"]
    assert read_in(issuers, "万州区：区林业局、区水利局\n开州区：区林业局") == [
        ("万州区林业局", "万州"),
        ("万州区水利局", "万州"),
        ("开州区林业局", "开州"),
    ]


def test_a_bare_name_that_two_governments_could_mean_is_nobodys() -> None:
    issuers = ["重庆市万州区人民政府办公室", "重庆市开州区人民政府办公室"]
    assert read_in(issuers, "区林业局") == [("区林业局", None)]


def test_persons_are_no_organizations() -> None:
    issuers = ["重庆市万州区人民政府办公室"]
    assert read_in(issuers, "王小明、李 强、区教委") == [("万州区教委", "万州")]


def test_a_short_name_of_a_far_place_is_not_read_into_an_organ() -> None:
    """平安 is a district of 海东市; here it only names a company."""
    assert read_in(["重庆市万州区人民政府办公室"], "平安银行、长安集团") == [
        ("平安银行", "万州"),
        ("长安集团", "万州"),
    ]


def test_codes_are_those_of_the_organs_own_government() -> None:
    found = read("万州区林业局、万州经开区\n大竹县人民政府、浦里新区")
    assert [o.code for o in found] == ["500101", "500101-P1", "511724", "500154-P1"]
