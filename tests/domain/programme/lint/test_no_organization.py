from __future__ import annotations

from dataclasses import replace

from tests.domain.programme.building import compiled, row
from tests.domain.programme.lint.said import of, said
from tongchou.domain.notice.findings import NobodyNamed

NOBODY = row(1, "某事", "营造林1万亩", organizations="")


def test_nobody_would_report() -> None:
    (message,) = said("N127", NOBODY, row(2, "他事", "营造林1万亩"))
    assert message.startswith("任务 1 没有")


def test_no_task_has_an_organization() -> None:
    other = row(2, "他事", "营造林1万亩", organizations="")
    (message,) = said("N127", NOBODY, other)
    assert message.startswith("任务 1、2 没有")


def test_the_reading_has_said_so_already() -> None:
    programme = replace(compiled(NOBODY), findings=(NobodyNamed(count=1),))
    assert of("N127", programme) == []


def test_somebody_does() -> None:
    assert said("N127", row(1, "某事", "营造林1万亩")) == []
