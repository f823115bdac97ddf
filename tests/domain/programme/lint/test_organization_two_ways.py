from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import said


def test_a_long_and_a_short_name() -> None:
    first = row(1, "甲", "营造林1万亩", organizations="万州区发展改革委")
    second = row(2, "乙", "营造林1万亩", organizations="万州区发改委")
    (message,) = said("N145", first, second)
    assert "“万州区发展改革委”与“万州区发改委”" in message


def test_two_organs_of_one_task_are_two() -> None:
    cells = row(1, "甲", "营造林1万亩", organizations="万州区发展改革委、区发改委")
    assert said("N145", cells) == []


def test_other_governments_have_their_own() -> None:
    first = row(1, "甲", "营造林1万亩", organizations="万州区发展改革委")
    second = row(2, "乙", "营造林1万亩", organizations="开州区发改委")
    assert said("N145", first, second) == []


def test_names_that_only_share_a_function() -> None:
    first = row(1, "甲", "编制方案", organizations="达州市自然资源和规划局")
    second = row(2, "乙", "编制方案", organizations="达州市城乡规划编制中心")
    assert said("N145", first, second) == []
