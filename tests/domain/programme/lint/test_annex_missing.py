from __future__ import annotations

from dataclasses import replace

from tests.domain.programme.building import compiled, row
from tests.domain.programme.lint.said import found, of
from tongchou.domain.notice.findings import TasksFromList
from tongchou.domain.programme.programme import Programme

PROSE = ("一、山水", "推进造林，具体任务详见附件2。")


def without_table(programme: Programme) -> Programme:
    return replace(programme, findings=(TasksFromList(count=1),))


def test_an_annex_that_is_announced_and_not_there() -> None:
    (finding,) = of("N162", without_table(compiled(row(1, "甲", "营造林1万亩"), prose=PROSE)))
    assert "详见附件2" in finding.message("zh")


def test_it_may_be_announced_in_a_task() -> None:
    programme = compiled(row(1, "甲", "营造林1万亩，分工见附表。"))
    assert len(of("N162", without_table(programme))) == 1


def test_the_annex_is_there_or_nobody_speaks_of_one() -> None:
    assert found("N162", row(1, "甲", "营造林1万亩"), prose=PROSE) == []
    assert of("N162", without_table(compiled(row(1, "甲", "营造林1万亩")))) == []
