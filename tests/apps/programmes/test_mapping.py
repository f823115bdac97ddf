"""Which UUIDs go on into the next revision."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.domain.programme.building import compiled, row
from tongchou.apps.programmes.mapping import Correspondence, conflicts, identities_of, proposed
from tongchou.domain.programme.project import Project

FOREST = row(1, "沿江造林", "新增营造林6万亩。编制完成规划。", scope="沿长江两岸连片造林。")
WATER = row(2, "产业论坛", "举办产业论坛1次。", scope="三地轮流举办。")
BEFORE = compiled(FOREST, WATER)
AFTER = compiled(
    row(1, "产业论坛", WATER[4], scope=WATER[3]), row(2, "沿江造林", FOREST[4], scope=FOREST[3])
)


def content() -> dict[str, Any]:
    """What a revision of BEFORE would have sealed, as far as identities go."""
    targets = []
    for target in BEFORE.targets:
        data = target.to_json() | {"uuid": f"u{target.key}"}
        for whole, parts in (("ladder", "rungs"), ("checklist", "items")):
            for place, step in enumerate((data[whole] or {parts: []})[parts]):
                step["uuid"] = f"{whole}-{target.key}-{place}"
        targets.append(data)
    return {
        "areas": [{"uuid": "a", "name": "绿色发展"}],
        "tasks": [{"uuid": f"k{task.number}", "number": task.number} for task in BEFORE.tasks],
        "projects": [{"uuid": "p", "names": ["甲水库", "甲水库工程"]}],
        "targets": targets,
    }


def test_identities_follow_what_they_name_and_not_the_number() -> None:
    mapping, _ = proposed(BEFORE, AFTER)
    found = identities_of(content(), AFTER, mapping)
    assert (found.of("task", 1), found.of("task", 2)) == ("k2", "k1")
    assert found.of("target", "1.1") == "u2.1"
    assert found.of("target", "2.1") == "u1.1"
    assert found.of("area", "绿色发展") == "a"
    assert found.of("task", 9) != found.of("task", 9)


def test_stages_keep_theirs_by_name() -> None:
    mapping, _ = proposed(BEFORE, AFTER)
    found = identities_of(content(), AFTER, mapping)
    old = next(key for key, new in ((o, n) for n, o in mapping.targets.items()) if new == "2.2")
    assert found.of("rung", ("2.2", 0)) == f"ladder-{old}-0"


def test_a_target_that_is_called_new_gets_a_new_one() -> None:
    found = identities_of(content(), AFTER, Correspondence({}, {}))
    assert found.of("target", "1.1") not in {"u1.1", "u2.1"}


def test_a_project_is_known_by_any_of_its_names() -> None:
    named = Project("p7", "甲水库工程", ("甲水库工程",), None, None, (), (), (), (), ())
    found = identities_of(content(), replace(AFTER, projects=(named,)), Correspondence({}, {}))
    assert found.of("project", "甲水库工程") == "p"


def test_a_former_target_becomes_one_at_most() -> None:
    twice = Correspondence({}, {"1.1": "1.1", "2.1": "1.1"})
    assert [finding.code for finding in conflicts(twice, BEFORE, AFTER)] == ["P311"]
    unknown = Correspondence({}, {"8.8": "1.1"})
    assert [finding.code for finding in conflicts(unknown, BEFORE, AFTER)] == ["P312"]
    assert conflicts(proposed(BEFORE, AFTER)[0], BEFORE, AFTER) == []
