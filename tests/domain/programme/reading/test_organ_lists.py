from __future__ import annotations

import pytest

from tests.domain.programme.building import line
from tongchou.domain.programme.reading.organ_lists import names_in
from tongchou.domain.programme.task import Role

L, R, A, S = "lead", "responsible", "assisting", "supervising"


def read(text: str) -> list[tuple[str, str]]:
    return [(named.line.text, str(named.role)) for named in names_in(line(text), Role.RESPONSIBLE)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("区教委、区科技局，区财政局；区民政局", ["区教委", "区科技局", "区财政局", "区民政局"]),
        ("区教委　区科技局  区财政局", ["区教委", "区科技局", "区财政局"]),
        ("区教委 区科技局", ["区教委", "区科技局"]),
        ("区教委\t区科技局\n区财政局", ["区教委", "区科技局", "区财政局"]),
        ("区教委/区科技局", ["区教委", "区科技局"]),
        ("1.区教委\n2.区科技局\n（3）区财政局", ["区教委", "区科技局", "区财政局"]),
        ("①区教委②区科技局"[:4], ["区教委"]),
        ("区教委和区科技局", ["区教委", "区科技局"]),
        ("市住房和城乡建设局", ["市住房和城乡建设局"]),
        ("市发展和改革委员会、市自然资源和规划局", ["市发展和改革委员会", "市自然资源和规划局"]),
        ("区农业农村委（区乡村振兴局）、区水利局", ["区农业农村委（区乡村振兴局）", "区水利局"]),
        ("各县（市、区）人民政府、市财政局", ["各县（市、区）人民政府", "市财政局"]),
        ("区教委、区科技局等", ["区教委", "区科技局"]),
        ("区教委、区科技局等部门", ["区教委", "区科技局"]),
        ("区教委、区科技局等有关部门", ["区教委", "区科技局", "有关部门"]),
        ("区教委（张明）、区科技局", ["区教委", "区科技局"]),
        ("责任人：王小明；责任单位：区教委", ["区教委"]),
        ("", []),
        ("、；。", []),
        ("12、13", []),
    ],
)
def test_the_names_of_a_cell(text: str, names: list[str]) -> None:
    assert [name for name, _ in read(text)] == names


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("牵头单位：区教委；责任单位：区科技局；配合单位：区财政局", [L, R, A]),
        ("市级牵头单位：市教育局\n区县责任单位：各区县", [L, R]),
        ("牵头单位：区教委\n区科技局", [L, L]),
        ("区教委（牵头）、区科技局、区财政局（配合）", [L, R, A]),
        ("区教委牵头，区科技局、各镇街配合", [L, A, A]),
        ("区教委、区科技局牵头，区财政局配合", [L, L, A]),
        ("由区教委牵头负责，区科技局协助", [L, A]),
        ("区教委会同区科技局、区财政局", [L, A, A]),
        ("区教委牵头会同区科技局负责", [L, A]),
        ("区教委、区科技局按职责分工负责", [R, R]),
        ("区教委负责；区督查办督导", [R, S]),
        ("区教委牵头；区科技局", [L, R]),
        ("督导单位：区委督查室", [S]),
    ],
)
def test_roles_of_labels_marks_and_verbs(text: str, roles: list[str]) -> None:
    assert [role for _, role in read(text)] == roles


def test_every_name_stands_where_it_says() -> None:
    text = " 由区教委牵头会同区科技局、区财政局等有关部门；各镇街配合 "
    cell = line(text)
    for named in names_in(cell, Role.RESPONSIBLE):
        assert text[named.line.span.start : named.line.span.end] == named.line.text


def test_a_colon_behind_a_government_makes_it_a_heading() -> None:
    first, second, third = names_in(line("万州区：区林业局、区水利局"), Role.RESPONSIBLE)
    assert (first.line.text, first.heads) == ("万州区", True)
    assert (second.line.text, third.line.text) == ("区林业局", "区水利局")
    assert not second.heads


@pytest.mark.parametrize(
    "unit", ["区 ", "和", "区教委和", "牵头", "会同", "（", "：区", "A、", "等"]
)
def test_a_cell_full_of_marks_is_read_to_its_end(unit: str) -> None:
    assert len(names_in(line(unit * (20_000 // len(unit))), Role.LEAD)) <= 20_000
