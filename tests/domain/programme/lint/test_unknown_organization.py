from __future__ import annotations

from dataclasses import replace

from tests.domain.programme.building import compiled, row
from tests.domain.programme.lint.said import of, said


def test_words_that_are_no_organ_are_said_once() -> None:
    cells = [
        row(n, f"第{n}事", "营造林1万亩", organizations="万州区林业局、重点难点问题")
        for n in (1, 2)
    ]
    (message,) = said("N125", *cells)
    assert "“重点难点问题”" in message
    assert "任务 1、2" in message


def test_a_known_organ_and_a_collective_are_not() -> None:
    cells = row(1, "某事", "营造林1万亩", organizations="万州区林业局、有关部门")
    assert said("N125", cells) == []


def test_organs_of_no_known_government_are_said_together() -> None:
    programme = compiled(row(1, "某事", "营造林1万亩", organizations="万州区林业局、区水利局"))
    (task,) = programme.tasks
    organs = tuple(replace(organ, jurisdiction=None) for organ in task.organizations)
    nobody = replace(programme, participants=(), tasks=(replace(task, organizations=organs),))
    (finding,) = of("N125", nobody)
    assert "“万州区林业局、区水利局”" in finding.message("zh")
