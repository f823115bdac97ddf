from __future__ import annotations

from dataclasses import replace

from tests.domain.programme.building import compiled, row
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.prose.coverage import Standing, coverage
from tongchou.domain.programme.task import Origin

PROSE = (
    "一、甲部分",
    "加快青石水库建设，推进渡口改造。",
    "加快岳达高铁建设。",
    "二、保障措施",
    "建立联席会议制度。",
)


def programme() -> Programme:
    return compiled(
        row(1, "青石水库建设", "青石水库完成投资2亿元"),
        row(2, "编制渔业规划", "编制完成渔业规划"),
        prose=PROSE,
    )


def test_each_promise_has_its_standing_and_its_records() -> None:
    found = coverage(programme())
    assert [(p.text, str(p.standing), p.tasks, p.targets) for p in found.promises] == [
        ("加快青石水库建设", "carried", (1,), ("1.1",)),
        ("推进渡口改造", "open", (), ()),
        ("加快岳达高铁建设", "open", (), ()),
        ("建立联席会议制度", "governance", (), ()),
    ]
    assert [p.key for p in found.open] == ["c1.2", "c2.1"]
    assert found.counts() == {
        Standing.CARRIED: 1,
        Standing.ADOPTED: 0,
        Standing.OPEN: 2,
        Standing.GOVERNANCE: 1,
    }


def test_the_way_back() -> None:
    found = coverage(programme())
    assert [(t.task, t.targets, t.promises) for t in found.tasks] == [
        (1, ("1.1",), ("c1.1",)),
        (2, ("2.1",), ()),
    ]
    assert found.unannounced == (2,)
    keys = {project.key: project.name for project in programme().projects}
    assert [keys[key] for key in found.prose_projects] == ["岳达高铁"]


def test_an_adopted_promise() -> None:
    old = programme()
    adopted = replace(old.task(2), number=3, origin=Origin.PROSE)
    first = old.clauses[0]
    promise = replace(first.promises[1], tasks=(3,))
    clause = replace(first, promises=(first.promises[0], promise))
    changed = replace(old, tasks=(*old.tasks, adopted), clauses=(clause, *old.clauses[1:]))
    states = {p.key: p.standing for p in coverage(changed).promises}
    assert states["c1.2"] is Standing.ADOPTED


def test_nothing_to_cover() -> None:
    found = coverage(compiled(row(1, "甲", "通车")))
    assert found.promises == ()
    assert found.unannounced == (1,)
