"""Whole fields: the grain at which corrections are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongchou.documents.read import compile_file
from tongchou.domain.programme.amending.fields import (
    field_of,
    field_value,
    target_path,
    task_of,
    task_path,
)
from tongchou.domain.programme.amending.revision import apply_overrides
from tongchou.domain.programme.programme import Programme

GOLDEN = Path(__file__).resolve().parents[3] / "golden" / "notice.txt"


@pytest.fixture(scope="module")
def programme() -> Programme:
    return compile_file(GOLDEN)


@pytest.mark.parametrize(
    ("path", "field", "task"),
    [
        ("tasks/9/period/end", "tasks/9/period", 9),
        ("tasks/9/organizations/0/name", "tasks/9/organizations", 9),
        ("tasks/9/name", "tasks/9/name", 9),
        ("tasks/9/targets/9.2/text", "tasks/9/targets/9.2/text", 9),
        ("tasks/12/targets/12.1/ladder/rungs/0/planned", "tasks/12/targets/12.1/ladder", 12),
        ("tasks/9/targets/9.2/answers/甲", "tasks/9/targets/9.2/answers", 9),
        ("header/title", "header/title", None),
    ],
)
def test_a_path_lies_in_a_field_of_a_task(path: str, field: str, task: int | None) -> None:
    assert field_of(path) == field
    assert field_of(field) == field
    assert task_of(path) == task


def test_paths_are_made_as_they_are_read() -> None:
    assert task_path(9, "period", "end") == "tasks/9/period/end"
    assert target_path(9, "9.2", "plan") == "tasks/9/targets/9.2/plan"


def test_the_value_of_every_field_is_that_of_the_file(programme: Programme) -> None:
    file = programme.to_json()
    for task in file["tasks"]:
        for name in ("period", "organizations", "name"):
            assert field_value(programme, task_path(task["number"], name)) == task[name]
    for target in file["targets"]:
        for name in ("kind", "text", "quantity", "ladder", "plan", "answers", "jurisdictions"):
            path = target_path(target["task"], target["key"], name)
            assert field_value(programme, path) == target[name]
    assert field_value(programme, "header/title") == file["header"]["title"]


@pytest.mark.parametrize(
    "path", ["tasks/99/name", "tasks/1/targets/2.1/text", "tasks/1/nothing", "nothing"]
)
def test_a_field_that_is_not_there_is_a_key_error(programme: Programme, path: str) -> None:
    with pytest.raises(KeyError):
        field_value(programme, path)


def test_a_whole_field_put_back_changes_nothing(programme: Programme) -> None:
    fields = [task_path(task.number, name) for task in programme.tasks
              for name in ("period", "organizations")]  # fmt: skip
    for target in programme.targets:
        names = ("kind", "answers", "quantity", "plan", "ladder", "jurisdictions")
        fields += [target_path(target.task, target.key, name) for name in names]
    same, _ = apply_overrides(programme, {path: field_value(programme, path) for path in fields})
    assert same == programme


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("tasks/1/period", {"start": "2024-01-01"}),
        ("tasks/1/period", None),
        ("tasks/1/organizations", [{"name": "某局"}]),
        ("tasks/1/organizations", "某局"),
        ("tasks/1/targets/1.1/quantity", {"value": "1"}),
        (
            "tasks/1/targets/1.1/plan",
            {"curve": "round", "start": "2024-01-01", "end": "2024-02-01"},
        ),
        ("tasks/1/targets/1.1/answers", ["某局"]),
        ("tasks/1/targets/1.1/ladder", {"template": "generic", "rungs": [{}]}),
    ],
)
def test_a_whole_field_of_another_form_is_a_finding(
    programme: Programme, path: str, value: object
) -> None:
    same, findings = apply_overrides(programme, {path: value})
    assert "P102" in {finding.code for finding in findings}
    assert same == programme


def test_the_whole_goes_before_its_parts(programme: Programme) -> None:
    ladder = {
        "template": "generic",
        "rungs": [{"name": "启动", "proof": "文件", "planned": None}],
    }
    target = next(t for t in programme.targets if t.ladder)
    path = target_path(target.task, target.key, "ladder")
    changed, _ = apply_overrides(programme, {f"{path}/rungs/0/planned": "2024-06-30", path: ladder})
    rungs = changed.target(target.key).ladder.rungs
    assert [(rung.name, rung.planned.isoformat()) for rung in rungs] == [("启动", "2024-06-30")]
