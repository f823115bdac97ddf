"""What carries a promise of the prose, and what only sounds like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.programme.building import compiled, places, row
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.prose.carriers import CarrierIndex
from tongchou.domain.programme.task import Area

ROWS = (
    row(1, "青石水库工程建设", "完成青石水库投资2亿元", scope="推广“巴山名品”区域品牌"),
    row(2, "组建万达开医联体", "组建万达开医联体；60项检验结果互认"),
    row(3, "深化天然气开发利用", "新增产气量15亿方", scope="实行天然气就地转化利用。"),
    row(4, "举办特色农产品加工业高质量发展论坛", "成功举办论坛"),
    row(5, "编制渔业发展规划", "编制完成渔业发展规划"),
    row(6, "落实通办事项", "港口货物吞吐量突破2600万吨；落实第二批特色通办事项12项"),
    row(7, "推进渔业产业合作示范区", "启动创建示范区"),
)


def programme(text: str) -> Programme:
    return compiled(*ROWS, prose=("一、甲部分", text))


def carried(text: str) -> list[tuple[str, tuple[int, ...], tuple[str, ...]]]:
    (clause,) = programme(text).clauses
    return [(p.text, p.tasks, p.targets) for p in clause.promises]


@pytest.mark.parametrize(
    ("text", "tasks", "targets"),
    [
        ("加快青石水库建设。", (1,), ("1.1",)),
        ("打造“巴山名品”区域品牌。", (1,), ()),
        ("组建万达开医联体，方便群众。", (2,), ("2.1",)),
        ("推动天然气开发和就地转化。", (3,), ()),
        ("举办柑橘交易会、特色农产品加工业论坛等活动。", (4,), ()),
        ("坚持先易后难，编制渔业发展规划。", (5,), ("5.1",)),
        ("两港货物吞吐量突破2600万吨。", (6,), ("6.1",)),
        ("落地实施第二批特色通办事项清单。", (6,), ("6.2",)),
        ("推进白云水库建设。", (), ()),
        ("实施生态保护补偿。", (), ()),
        ("建设航天产业合作基地。", (), ()),
        ("坚定推动高质量发展，再上台阶。", (), ()),
    ],
)
def test_what_carries_a_promise(
    text: str, tasks: tuple[int, ...], targets: tuple[str, ...]
) -> None:
    found = carried(text)
    assert [item[1] for item in found] == ([tasks] if found else [])
    assert not targets or found[0][2] == targets
    assert bool(found) or not tasks


def test_an_undertaking_in_the_prose_alone_has_no_task() -> None:
    clause = programme("加快青石水库、白云水库建设。").clauses[0]
    assert [(p.text, p.tasks) for p in clause.promises] == [
        ("加快青石水库建设", (1,)),
        ("加快白云水库建设", ()),
    ]
    names = {project.key: project.name for project in programme("加快青石水库建设。").projects}
    assert [names[key] for key in clause.promises[0].projects] == ["青石水库工程"]


def test_a_section_speaks_of_its_area() -> None:
    """The same words need less in common with a task of the area that their section names."""
    read = programme("开展巡护。")
    tasks = tuple(replace(task, area=task.number) for task in read.tasks)
    areas = tuple(Area(task.number, task.name, ()) for task in tasks)
    index = CarrierIndex(tasks, read.targets, areas, places("万州", "达州", "开州"))
    area = index.area_of("三、天然气开发利用")
    assert area == 3
    words = "综合开发利用天然气管线"
    assert index.carriers(words, {}, (), area).tasks == (3,)
    assert index.carriers(words, {}, (), None).tasks == ()
    assert index.area_of("九、体育事业") is None


def test_without_tasks_nothing_is_carried() -> None:
    assert compiled(prose=("一、甲部分", "加快青石水库建设。")).clauses[0].tasks == ()


def test_a_task_whose_whole_name_stands_in_a_promise_carries_it() -> None:
    rows = (
        row(1, "优化营商环境", "市场主体达到5万户"),
        row(2, "人才一体化", "引进团队10个"),
        row(3, "改善基础设施", "建成道路3条"),
    )
    (clause,) = compiled(*rows, prose=("一、改革", "优化营商环境，出台人才一体化政策。")).clauses
    assert [promise.tasks for promise in clause.promises] == [(1,), (2,)]


def test_the_same_figure_of_the_same_thing_carries_a_short_name() -> None:
    rows = (row(1, "扩充优质资源", "新增学位4500个"), row(2, "某事", "完成投资3亿元"))
    (clause,) = compiled(*rows, prose=("一、教育", "新增学位4500个，完成投资45亿元。")).clauses
    assert [promise.tasks for promise in clause.promises] == [(1,), ()]
