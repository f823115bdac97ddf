"""Revisions sealed in schema 1 are read as the present schema writes them, and stay as sealed."""

from __future__ import annotations

import copy
from typing import Any

from tongchou.apps.programmes.older_content import upgraded

SEALED: dict[str, Any] = {
    "number": 1,
    "tasks": [
        {"uuid": "k1", "number": 1, "projects": [{"uuid": "p1", "name": "甲水库"}]},
        {"uuid": "k2", "number": 2, "projects": [{"uuid": "p2", "name": "乙港"}]},
    ],
    "targets": [{"uuid": "t1", "task": "k1", "project": "p1", "ladder": None}],
}


def test_projects_stand_by_themselves() -> None:
    content = upgraded(copy.deepcopy(SEALED), 1)
    assert [(p["uuid"], p["key"], p["name"], p["tasks"]) for p in content["projects"]] == [
        ("p1", "p1", "甲水库", ["k1"]),
        ("p2", "p2", "乙港", ["k2"]),
    ]
    assert all("projects" not in task for task in content["tasks"])
    assert {task["origin"] for task in content["tasks"]} == {"annex"}


def test_targets_have_no_checklist_and_are_monthly() -> None:
    (target,) = upgraded(copy.deepcopy(SEALED), 1)["targets"]
    assert (target["checklist"], target["cadence"], target["project"]) == (None, "month", "p1")


def test_what_was_sealed_is_not_touched() -> None:
    before = copy.deepcopy(SEALED)
    upgraded(SEALED, 1)
    assert before == SEALED


def test_the_present_schema_is_given_as_it_is() -> None:
    content = {"number": 3, "projects": []}
    assert upgraded(content, 2) is content
