"""Corrections that survive a new compile: the same notice, shifted keys, an amended notice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.domain.programme.building import compiled, row
from tests.domain.programme.promising import OPEN, ROWS, SENTENCE, promising
from tongchou.domain.programme.amending.adoption import propose
from tongchou.domain.programme.amending.carry import Carried, carry_confirmations, carry_overrides
from tongchou.domain.programme.amending.field_names import path_name
from tongchou.domain.programme.amending.revision import apply_overrides
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.project import Project
from tongchou.domain.programme.target import Cadence
from tongchou.domain.shared.findings import has_errors

FOREST = row(1, "沿江造林", "新增营造林6万亩。", scope="沿长江两岸连片造林，改造低效林。")
WATER = row(
    2, "水库建设", "甲水库完成投资2亿元。乙水库完成投资3亿元。", scope="建设甲水库和乙水库。"
)
BASE = compiled(FOREST, WATER)
SHIFTED = compiled(
    row(1, "数字乡村", "建成平台2个。", scope="统一数据标准。"),
    row(2, "沿江造林", FOREST[4], scope=FOREST[3]),
    row(3, "水库建设", WATER[4], scope=WATER[3]),
)


def codes(carried: Carried) -> list[str]:
    return [finding.code for finding in carried.findings]


def carried(after: Programme, overrides: dict[str, Any], before: Programme = BASE) -> Carried:
    return carry_overrides(before, after, overrides)


PERIOD = {"text": "2023年底", "start": "2023-01-01", "end": "2023-11-30", "kind": "deadline"}
CORRECTIONS: dict[str, Any] = {
    "header/title": "更正的标题",
    "tasks/1/period": PERIOD,
    "tasks/2/targets/2.2/combine": "largest",
    "tasks/2/targets/2.2/jurisdictions": ["开州"],
}


def test_nothing_shifts_in_the_same_compile() -> None:
    found = carried(BASE, CORRECTIONS)
    assert found.overrides == CORRECTIONS
    assert codes(found) == []
    assert found.tasks == {1: 1, 2: 2}


def test_keys_that_shift_take_their_corrections_along() -> None:
    found = carried(SHIFTED, CORRECTIONS)
    assert found.overrides == {
        "header/title": "更正的标题",
        "tasks/2/period": PERIOD,
        "tasks/3/targets/3.2/combine": "largest",
        "tasks/3/targets/3.2/jurisdictions": ["开州"],
    }
    assert codes(found) == []
    assert apply_overrides(SHIFTED, found.overrides)[0].target("3.2").combine == "largest"


def test_a_reading_that_changed_keeps_its_correction_and_is_named() -> None:
    after = compiled(row(1, "沿江造林", FOREST[4], scope=FOREST[3], period="2023年10月底"), WATER)
    found = carried(after, {"tasks/1/period": PERIOD})
    assert found.overrides == {"tasks/1/period": PERIOD}
    assert codes(found) == ["P120"]
    assert found.findings[0].position.where == "tasks/1/period"
    assert "任务 1 的时限" in found.findings[0].message("zh")
    assert found.doubtful == {1}


def test_what_the_notice_says_itself_by_now_needs_no_correction() -> None:
    after = replace(BASE, header=replace(BASE.header, title="更正的标题"))
    found = carried(after, {"header/title": "更正的标题"})
    assert found.overrides == {}
    assert codes(found) == []


def test_a_correction_of_what_is_gone_is_named_and_dropped() -> None:
    after = compiled(row(1, "水库建设", "甲水库完成投资2亿元。", scope="建设甲水库。"))
    found = carried(after, CORRECTIONS)
    assert found.overrides == {"header/title": "更正的标题"}
    assert codes(found) == ["P121", "P121", "P121"]
    assert {path_name(path).zh for path in CORRECTIONS if path != "header/title"} == {
        finding.params["path"].zh for finding in found.findings
    }


def test_a_divided_task_names_what_it_became() -> None:
    after = compiled(
        FOREST,
        row(2, "甲水库建设", "甲水库完成投资2亿元。", scope="建设甲水库。"),
        row(3, "乙水库建设", "乙水库完成投资3亿元。", scope="建设乙水库。"),
    )
    found = carried(after, {"tasks/2/period": PERIOD, "tasks/2/targets/2.2/combine": "largest"})
    assert codes(found) == ["P122"]
    assert found.overrides == {"tasks/3/targets/3.1/combine": "largest"}
    assert found.tasks == {1: 1}


def test_a_dropped_target_stays_dropped() -> None:
    path = "tasks/2/targets/2.1"
    assert carried(SHIFTED, {path: None}).overrides == {"tasks/3/targets/3.1": None}
    without = compiled(FOREST, row(2, "水库建设", "乙水库完成投资3亿元。", scope=WATER[3]))
    gone = carried(without, {path: None})
    assert (gone.overrides, codes(gone)) == ({}, [])


def test_an_added_target_keeps_its_words_and_gets_a_free_key() -> None:
    added = BASE.target("2.1").to_json() | {"key": "2.3", "text": "甲水库完成投资"}
    found = carried(SHIFTED, {"tasks/2/targets/2.3": added})
    assert list(found.overrides) == ["tasks/3/targets/3.3"]
    corrected, findings = apply_overrides(SHIFTED, found.overrides)
    assert not has_errors(findings)
    target = corrected.target("3.3")
    assert (target.text, target.task) == ("甲水库完成投资", 3)
    assert target.spans == SHIFTED.target("3.1").spans


def test_two_added_targets_get_two_keys() -> None:
    value = BASE.target("2.1").to_json()
    found = carried(SHIFTED, {f"tasks/2/targets/2.{n}": value for n in (3, 4)})
    assert list(found.overrides) == ["tasks/3/targets/3.3", "tasks/3/targets/3.4"]


def test_words_that_are_gone_leave_no_span() -> None:
    added = BASE.target("2.1").to_json() | {"key": "2.3"}
    text = "甲水库工程完成投资2亿元。乙水库完成投资3亿元。"
    after = compiled(FOREST, row(2, "水库建设", text, scope=WATER[3]))
    found = carried(after, {"tasks/2/targets/2.3": added})
    (value,) = found.overrides.values()
    assert value["spans"] == []


def test_corrected_organizations_find_their_words() -> None:
    held = [o.to_json() for o in BASE.task(2).organizations]
    held[0]["name"] = "万州区水利局"
    found = carried(SHIFTED, {"tasks/2/organizations": held})
    value = found.overrides["tasks/3/organizations"]
    assert [o["spans"] for o in value] == [
        [span.to_json() for span in o.spans] for o in SHIFTED.task(3).organizations
    ]


def project(key: str, *names: str) -> Project:
    return Project(key, names[0], names, "reservoir", None, (2,), (), (), (), ())


def test_projects_find_each_other_by_any_of_their_names() -> None:
    before = replace(BASE, projects=(project("p1", "甲水库", "甲水库工程"), project("p2", "丁港")))
    after = replace(SHIFTED, projects=(project("p1", "乙水库"), project("p2", "甲水库工程")))
    corrections = {"projects/p1/category": "new", "projects/p2/category": "new"}
    found = carry_overrides(before, after, corrections)
    assert found.overrides == {"projects/p2/category": "new"}
    assert codes(found) == ["P121"]


def adoption(programme: Programme) -> dict[str, Any]:
    return propose(programme, "c1.2", owners={"万州": "万州区林业局"}, cadence=Cadence.QUARTER)


def test_an_adoption_follows_its_promise() -> None:
    before = promising()
    sentence = SENTENCE.replace("推进沿江造林，", "推进沿江造林，共建森林城市，")
    after = promising(*ROWS, row(3, "数字乡村", "建成平台2个。"), sentence=sentence)
    found = carry_overrides(before, after, {"adopted/c1.2": adoption(before)})
    assert list(found.overrides) == ["adopted/c1.3"]
    assert found.tasks[3] == 4
    corrected, findings = apply_overrides(after, found.overrides)
    assert not has_errors(findings)
    assert corrected.task(4).target == OPEN
    clause = after.clauses[0]
    (span,) = corrected.target("4.1").spans
    start = span.start - clause.spans[0].start
    assert clause.text[start : start + len(OPEN)] == OPEN


def test_an_adopted_promise_that_a_task_carries_by_now_is_given_up() -> None:
    before, after = promising(), promising()
    clause = after.clauses[0]
    promises = tuple(replace(p, tasks=(2,)) if p.key == "c1.2" else p for p in clause.promises)
    after = replace(after, clauses=(replace(clause, promises=promises),))
    found = carry_overrides(before, after, {"adopted/c1.2": adoption(before)})
    assert (found.overrides, codes(found)) == ({}, ["P123"])
    gone = replace(after, clauses=())
    assert codes(carry_overrides(before, gone, {"adopted/c1.2": adoption(before)})) == ["P121"]


def confirmed(after: Programme, overrides: dict[str, Any], *numbers: int) -> dict[int, int]:
    found = carried(after, overrides)
    old, new = apply_overrides(BASE, overrides)[0], apply_overrides(after, found.overrides)[0]
    return carry_confirmations(old, new, found, numbers)


@pytest.mark.parametrize("numbers", [(), (1,), (1, 2)])
def test_confirmations_of_unchanged_tasks_carry_over(numbers: tuple[int, ...]) -> None:
    assert confirmed(SHIFTED, CORRECTIONS, *numbers) == {n: n + 1 for n in numbers}


def test_a_task_that_says_something_else_is_to_be_confirmed_again() -> None:
    after = compiled(row(1, "沿江造林", "新增营造林7万亩。", scope=FOREST[3]), WATER)
    assert confirmed(after, {}, 1, 2) == {2: 2}


def test_a_correction_in_doubt_asks_for_another_look() -> None:
    """The correction hides that the notice now reads otherwise."""
    after = compiled(row(1, "沿江造林", FOREST[4], scope=FOREST[3], period="2023年10月底"), WATER)
    assert confirmed(after, {"tasks/1/period": PERIOD}, 1, 2) == {2: 2}


def test_a_confirmed_adoption_stays_confirmed() -> None:
    before, after = promising(), promising(*ROWS, row(3, "数字乡村", "建成平台2个。"))
    found = carry_overrides(before, after, {"adopted/c1.2": adoption(before)})
    old = apply_overrides(before, {"adopted/c1.2": adoption(before)})[0]
    new = apply_overrides(after, found.overrides)[0]
    assert carry_confirmations(old, new, found, [3]) == {3: 4}
