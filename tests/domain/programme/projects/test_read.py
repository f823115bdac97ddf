from __future__ import annotations

import pytest

from tests.domain.programme.building import compiled, row
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.project import Project

WATER = row(
    1,
    "推进水网建设",
    "青石水库完成投资8000万元，开展坝体浇筑。白云水库6月底前开工。",
    scope="推进青石水库建设，总投资8.6亿元，总库容1600万立方米；推进万州白云水库工程。",
)


def project(programme: Programme, name: str) -> Project:
    return next(item for item in programme.projects if name in item.names)


def test_one_record_however_often_and_wherever_it_is_named() -> None:
    programme = compiled(WATER, prose=("一、甲部分", "加快推进青石水库、白云水库建设。"))
    stone = project(programme, "青石水库")
    assert [p.name for p in programme.projects] == ["青石水库", "万州白云水库工程"]
    assert stone.tasks == (1,)
    assert len(stone.spans) == 3
    assert project(programme, "白云水库").names == ("万州白云水库工程", "白云水库")


def test_targets_and_figures_of_a_project() -> None:
    programme = compiled(WATER)
    stone = project(programme, "青石水库")
    assert stone.targets == ("1.1", "1.2")
    assert [(q.text, str(q.role)) for q in stone.quantities] == [
        ("8.6亿元", "total"),
        ("1600万立方米", "total"),
        ("8000万元", "target"),
    ]
    assert {programme.target(key).project for key in stone.targets} == {"青石水库"}


def test_where_it_lies() -> None:
    programme = compiled(WATER)
    assert project(programme, "白云水库").jurisdictions == ("万州",)
    assert project(programme, "青石水库").jurisdictions == ()
    alone = compiled(row(1, "青石水库", "青石水库开工", organizations="开州区水利局"))
    assert project(alone, "青石水库").jurisdictions == ("开州",)


def test_how_far_it_is() -> None:
    target = "推进青石水库前期工作，开工白云水库，加快长溪水库建设，竣工投用岳溪水库。"
    programme = compiled(row(1, "水网", target))
    assert [str(p.category) for p in programme.projects] == [
        "preparation",
        "new",
        "continued",
        "completed",
    ]


def test_the_target_says_more_than_the_scope_of_many_years() -> None:
    programme = compiled(row(1, "水网", "开工青石水库", scope="2025年建成投用青石水库"))
    assert str(project(programme, "青石水库").category) == "new"


def test_a_task_that_is_one_undertaking() -> None:
    cells = row(
        4, "万开直线高速", "完成土地征收80%、路基工程10%", scope="新建万州至开州高速公路50公里。"
    )
    programme = compiled(cells)
    (road,) = programme.projects
    assert road.name == "万开直线高速"
    assert road.names == ("万开直线高速", "万州至开州高速公路")
    assert road.jurisdictions == ("万州", "开州")
    assert road.targets == ("4.1", "4.2")
    assert [q.text for q in road.quantities] == ["50公里", "80%", "10%"]


def test_what_is_only_in_the_prose_has_no_tasks() -> None:
    programme = compiled(WATER, prose=("一、甲部分", "加快岳达高铁建设。"))
    assert project(programme, "岳达高铁").tasks == ()


def test_a_list_has_its_total_together() -> None:
    cells = row(1, "水网", "启动施工", scope="建设青石水库、白云水库，总投资20亿元。")
    assert [p.quantities for p in compiled(cells).projects] == [(), ()]


def test_every_span_shows_a_name() -> None:
    programme = compiled(WATER)
    texts = {WATER[1], WATER[3], WATER[4]}
    for item in programme.projects:
        for span in item.spans:
            assert any(text[span.start : span.end] in item.names for text in texts)


def test_a_task_that_the_prose_lists_among_undertakings() -> None:
    programme = compiled(
        row(1, "临江半导体封测基地", "三季度试生产"),
        prose=("一、工业", "推进青石产业园、临江半导体封测基地建设。"),
    )
    assert project(programme, "临江半导体封测基地").tasks == (1,)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("万州港木洞作业区", "木洞作业区"),
        ("年产10万吨电池材料项目", "10万吨电池材料项目"),
        ("青石污水处理厂提标改造工程", "青石污水厂提标改造"),
    ],
)
def test_two_spellings_of_one(first: str, second: str) -> None:
    programme = compiled(row(1, "某事", f"建成{second}"), prose=("一、甲", f"建设{first}。"))
    assert [len(p.names) for p in programme.projects] == [2]
