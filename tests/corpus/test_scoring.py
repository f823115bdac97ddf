"""The score of a reading: all right against itself, and lower for each thing that is wrong."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.corpus.comparing import compare
from tests.corpus.scoring import Score, gold_of, notices

PARTS = ("title", "document_number", "date", "publicity", "issuers", "addressees")


def as_read(gold: dict[str, Any]) -> dict[str, Any]:
    """A programme that says just what a gold says."""
    numbers = {name: n for n, name in enumerate(gold["areas"], 1)}
    gold = copy.deepcopy(gold)
    return {
        "header": {name: gold["header"].get(name) or [] for name in PARTS},
        "areas": [{"number": n, "name": name} for name, n in numbers.items()],
        "tasks": [
            {
                "number": task["number"],
                "name": task["name"],
                "area": numbers.get(task.get("area")),
                "period": {"start": None, "end": None} | task["period"],
                "scope": task.get("scope", ""),
                "target": task["target"],
                "organizations": task["organizations"],
                "quantities": [{"upper": None} | quantity for quantity in task["quantities"]],
            }
            for task in gold["tasks"]
        ],
        "targets": [
            target | {"ladder": {"template": target["template"]} if target["template"] else None}
            for target in gold["targets"]
        ],
        "clauses": [
            clause | {"promises": [{"text": clause["text"], "tasks": clause["tasks"]}]}
            for clause in gold["clauses"]
        ],
        "projects": [{"names": [p["name"]], "tasks": [p["task"]]} for p in gold["projects"]],
        "findings": [{"code": code} for code in gold["findings"]],
    }


@pytest.fixture
def gold() -> dict[str, Any]:
    (path,) = [path for path in notices() if path.parent.name == "docx-merged-areas"]
    return gold_of(path)


def wrong(gold: dict[str, Any], read: dict[str, Any]) -> set[str]:
    return {name for name, score in compare(gold, read).scores.items() if score.f1 < 1}


def test_the_gold_itself_is_all_right(gold: dict[str, Any]) -> None:
    comparison = compare(gold, as_read(gold))
    assert list(comparison.misses()) == []
    assert {"quantity", "targets", "clause's tasks", "project", "area"} <= set(comparison.scores)


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        (("header", "date"), "2024-02-27", "date"),
        (("header", "issuers", 1), "另一机关", "issuers"),
        (("areas", 0, "name"), "别的领域", "area"),
        (("tasks", 0, "name"), "别的名称", "name"),
        (("tasks", 0, "period", "end"), "2024-12-31", "period end"),
        (("tasks", 0, "organizations", 0, "role"), "lead", "organization role"),
        (("tasks", 0, "organizations", 1, "name"), "市生态环境局", "organization name"),
        (("tasks", 0, "organizations", 0, "printed"), "景和市", "organization"),
        (("tasks", 0, "quantities", 0, "value"), "129", "quantity"),
        (("tasks", 0, "quantities", 2, "role"), "scope", "quantity role"),
        (("tasks", 0, "area"), 2, "area of a task"),
        (("targets", 0, "combine"), "each", "target combine"),
        (("targets", 3, "jurisdictions"), [], "target jurisdictions"),
        (("clauses", 0, "promises", 0, "tasks"), [2], "clause's tasks"),
        (("projects", 0, "tasks"), [1], "project"),
        (("projects", 0, "names"), ["别的工程"], "project"),
        (("findings", 0, "code"), "N127", "finding"),
    ],
)
def test_one_wrong_field_lowers_its_own_score(
    gold: dict[str, Any], path: tuple[Any, ...], value: object, field: str
) -> None:
    read = as_read(gold)
    place: Any = read
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert field in wrong(gold, read)


def test_a_task_too_many_and_one_too_few_are_seen(gold: dict[str, Any]) -> None:
    more, fewer = as_read(gold), as_read(gold)
    extra = copy.deepcopy(more["tasks"][0])
    more["tasks"].append(extra | {"number": 9, "name": "别的", "scope": "", "target": "别的"})
    del fewer["tasks"][2]
    assert compare(gold, more).scores["task"] == Score(right=6, found=7, wanted=6)
    assert compare(gold, fewer).scores["task"] == Score(right=5, found=5, wanted=6)


def test_a_renumbered_task_is_still_the_same_task(gold: dict[str, Any]) -> None:
    read = as_read(gold)
    read["tasks"][5]["number"] = 60
    assert wrong(gold, read) >= {"number"}
    assert compare(gold, read).scores["task"].f1 == 1


def test_line_breaks_and_a_leading_heading_make_no_difference(gold: dict[str, Any]) -> None:
    read = as_read(gold)
    task = read["tasks"][4]
    task["target"] = task["name"] + "。" + task["target"]
    task["name"] = task["name"][:3] + "\n" + task["name"][3:]
    assert wrong(gold, read) == set()


def test_precision_recall_and_f1() -> None:
    score = Score(right=3, found=4, wanted=6)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)
    assert (Score().precision, Score().recall, Score().f1) == (1, 1, 1)
