from __future__ import annotations

import json
from dataclasses import replace

from tests.domain.programme.building import compiled, row
from tongchou.domain.programme.amending.changes import Diff, TaskDiff
from tongchou.domain.programme.amending.diff import diff
from tongchou.domain.programme.clause import Promise
from tongchou.domain.programme.programme import Programme

FOREST = row(1, "沿江造林", "新增营造林6万亩。", scope="沿长江两岸连片造林，改造低效林。")
WATER = row(
    2, "水库建设", "甲水库完成投资2亿元。乙水库完成投资3亿元。", scope="建设甲水库和乙水库。"
)
FORUM = row(3, "产业论坛", "举办产业论坛1次。", scope="三地轮流举办。")
BASE = compiled(FOREST, WATER, FORUM)


def only(found: Diff) -> TaskDiff:
    changed = [task for task in found.tasks if not task.same]
    assert len(changed) == 1
    return changed[0]


def shown(found: Diff) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(str(task.relation), task.before, task.after) for task in found.tasks]


def test_a_programme_is_the_same_as_itself() -> None:
    found = diff(BASE, BASE)
    assert found.same
    assert found.task_map == {1: (1,), 2: (2,), 3: (3,)}
    assert found.target_map == {target.key: (target.key,) for target in BASE.targets}


def test_a_changed_figure_is_named_in_task_and_target() -> None:
    after = compiled(row(1, "沿江造林", "新增营造林7.5万亩。", scope=FOREST[3]), WATER, FORUM)
    task = only(diff(BASE, after))
    assert str(task.relation) == "kept"
    assert [(q.old, q.new) for q in task.quantities] == [("6万亩", "7.5万亩")]
    assert [change.field for change in task.fields] == ["target"]
    (target,) = task.targets
    assert {"text", "quantity"} <= {change.field for change in target.fields}
    figure = next(change for change in target.fields if change.field == "quantity")
    assert (figure.old["value"], figure.new["value"]) == ("60000", "75000")


def test_organizations_are_compared_one_by_one() -> None:
    cell = "万州区林业局\n达州市自然资源局\n开州区林业局"
    after = compiled(
        row(1, "沿江造林", FOREST[4], scope=FOREST[3], organizations=cell), WATER, FORUM
    )
    task = only(diff(BASE, after))
    assert [(str(o.change), o.name) for o in task.organizations] == [
        ("removed", "达州市林业局"),
        ("added", "达州市自然资源局"),
    ]


def test_another_role_is_a_change_of_its_own() -> None:
    first = BASE.tasks[0]
    lead = replace(first.organizations[0], role=first.organizations[0].role.__class__("lead"))
    task = replace(first, organizations=(lead, *first.organizations[1:]))
    found = only(diff(BASE, replace(BASE, tasks=(task, *BASE.tasks[1:]))))
    assert [(str(o.change), o.old, o.new) for o in found.organizations] == [
        ("role", "responsible", "lead")
    ]


def test_renamed_renumbered_added_and_dropped() -> None:
    after = compiled(
        row(1, "数字乡村", "建成平台2个。", scope="统一数据标准。"),
        row(2, "沿江连片造林", FOREST[4], scope=FOREST[3]),
        row(3, "水库建设", WATER[4], scope=WATER[3]),
    )
    assert shown(diff(BASE, after)) == [
        ("added", (), (1,)),
        ("renamed", (1,), (2,)),
        ("renumbered", (2,), (3,)),
        ("dropped", (3,), ()),
    ]


def test_a_new_number_alone_is_no_change_within() -> None:
    after = compiled(FOREST, row(2, "产业论坛", FORUM[4], scope=FORUM[3]))
    found = diff(BASE, after)
    assert not found.same
    assert found.tasks[1].same
    assert found.target_map[BASE.targets_of(3)[0].key] == ("2.1",)


def halves() -> Programme:
    return compiled(
        FOREST,
        row(2, "甲水库建设", "甲水库完成投资2亿元。", scope="建设甲水库。"),
        FORUM,
        row(4, "乙水库建设", "乙水库完成投资3亿元。", scope="建设乙水库。"),
    )


def test_a_split_task_and_its_merger() -> None:
    split = diff(BASE, halves()).tasks[1]
    assert (str(split.relation), split.before, set(split.after)) == ("split", (2,), {2, 4})
    moved = {target.before: target.after for target in split.targets}
    assert moved[("2.2",)] == ("4.1",)
    merged = next(task for task in diff(halves(), BASE).tasks if task.after == (2,))
    assert (str(merged.relation), set(merged.before)) == ("merged", {2, 4})


def test_a_target_that_went_and_one_that_came() -> None:
    text = "甲水库完成投资2亿元。丙公路完成投资5亿元。"
    task = only(diff(BASE, compiled(FOREST, row(2, "水库建设", text, scope=WATER[3]), FORUM)))
    assert {str(target.relation) for target in task.targets} == {"kept", "added", "dropped"}


def test_the_header_and_the_parties() -> None:
    header = replace(BASE.header, title="另一份要点", document_number=None)
    after = replace(BASE, header=header, participants=BASE.participants[:2], year=2024)
    found = diff(BASE, after)
    fields = [change.field for change in found.header]
    assert fields == ["document_number", "title", "year", "participants"]
    assert all(task.same for task in found.tasks)


def test_sentences_of_the_prose() -> None:
    before = compiled(FOREST, prose=("一、绿色发展", "推进沿江造林。", "建立联席会议机制。"))
    after = compiled(FOREST, prose=("一、绿色发展", "加快推进沿江造林。", "举办年度论坛活动。"))
    found = [(str(c.relation), c.old, c.new) for c in diff(before, after).clauses]
    assert ("kept", "推进沿江造林。", "加快推进沿江造林。") in found
    assert ("added", None, "举办年度论坛活动。") in found
    assert ("dropped", "建立联席会议机制。", None) in found


def test_promises_find_each_other_by_their_words() -> None:
    programme = compiled(FOREST, prose=("一、绿色发展", "推进沿江造林，共建森林城市群。"))

    def promising(*items: tuple[str, str]) -> Programme:
        held = next(clause for clause in programme.clauses if "森林城市群" in clause.text)
        promises = tuple(Promise(key, text, (), (), (), held.spans) for key, text in items)
        return replace(programme, clauses=(replace(held, promises=promises),))

    before = promising(("c1.1", "推进沿江造林"), ("c1.2", "共建森林城市群"))
    after = promising(("c1.1", "共建森林城市群"), ("c1.2", "推进沿江造林"))
    assert diff(before, after).promise_map == {"c1.1": "c1.2", "c1.2": "c1.1"}


def test_it_is_written_as_json() -> None:
    text = json.dumps(diff(BASE, halves()).to_json(), ensure_ascii=False)
    assert json.loads(text)["same"] is False
    assert "spans" not in text
