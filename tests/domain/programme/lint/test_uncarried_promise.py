from __future__ import annotations

from tests.domain.programme.building import row
from tests.domain.programme.lint.said import found, of, said
from tongchou.domain.notice.document import Block, Document
from tongchou.domain.programme.compile import compile_document

TASK = row(1, "青岩水库工程建设", "完成青岩水库工程投资2亿元")


def test_a_promise_that_no_task_carries() -> None:
    prose = ("一、供水", "改造渡口，方便出行。", "坚持生态优先，绿色发展。")
    (finding,) = found("N129", TASK, prose=prose)
    assert "渡口" in finding.message("zh")
    assert finding.position.block == 8


def test_a_promise_that_is_carried() -> None:
    assert found("N129", TASK, prose=("一、供水", "加快青岩水库工程建设，改善供水。")) == []


def test_without_tasks_there_is_a_graver_doubt() -> None:
    blocks = (Block(0, "paragraph", "一、供水"), Block(1, "paragraph", "改造渡口，方便出行。"))
    programme = compile_document(Document("a.txt", "txt", blocks))
    assert of("N129", programme) == [] or programme.tasks


def test_how_the_work_is_led_is_no_task() -> None:
    prose = ("一、保障措施", "加强组织领导，压实工作责任，强化督促检查。")
    assert said("N129", row(1, "某事", "某目标"), prose=prose) == []
