from __future__ import annotations

from dataclasses import replace

from tests.domain.programme.building import compiled, row
from tests.domain.programme.lint.said import of, said


def test_a_signatory_left_out() -> None:
    cells = row(1, "甲", "营造林1万亩", organizations="万州区林业局\n达州市林业局")
    (message,) = said("N150", cells)
    assert message.startswith("开州区签署了")


def test_everyone_has_a_part() -> None:
    assert said("N150", row(1, "甲", "营造林1万亩")) == []


def test_an_organ_of_an_unclear_government_may_be_its_own() -> None:
    cells = row(1, "甲", "营造林1万亩", organizations="万州区林业局\n达州市林业局")
    programme = compiled(cells)
    (task,) = programme.tasks
    first, second = task.organizations
    unclear = replace(task, organizations=(first, replace(second, jurisdiction=None)))
    assert of("N150", replace(programme, tasks=(unclear,))) == []
