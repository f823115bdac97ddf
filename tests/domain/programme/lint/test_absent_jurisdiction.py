from __future__ import annotations

from dataclasses import replace

from tests.domain.programme.building import compiled, row
from tests.domain.programme.lint.said import of, said

ONE = "万州区交通局"


def test_a_government_bound_without_an_organ() -> None:
    (message,) = said("N124", row(1, "某事", "达州完成投资2亿元", organizations=ONE))
    assert "目标涉及达州" in message


def test_a_government_named_in_the_scope() -> None:
    cells = row(1, "某事", "完成投资2亿元", scope="新建达州境内道路", organizations=ONE)
    (message,) = said("N124", cells)
    assert "主要内容涉及达州" in message


def test_a_government_is_said_once_a_task() -> None:
    cells = row(1, "达州某事", "达州完成投资2亿元", scope="达州", organizations=ONE)
    assert len(said("N124", cells)) == 1


def test_a_destination_binds_nobody() -> None:
    cells = row(1, "某事", "开通至达州班线2条", organizations=ONE)
    assert said("N124", cells) == []


def test_without_organizations_there_is_a_graver_doubt() -> None:
    assert said("N124", row(1, "某事", "达州完成投资2亿元", organizations="")) == []


def test_an_organ_of_an_unclear_government_may_be_the_one() -> None:
    programme = compiled(
        row(1, "某事", "达州完成投资2亿元", organizations="万州区交通局、区林业局")
    )
    (task,) = programme.tasks
    first, second = task.organizations
    unclear = replace(task, organizations=(first, replace(second, jurisdiction=None)))
    assert of("N124", replace(programme, tasks=(unclear,))) == []
