from __future__ import annotations

import pytest

from tests.domain.programme.building import line, places
from tongchou.domain.programme.organs import read_organizations
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
