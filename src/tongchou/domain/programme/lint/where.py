"""Where a doubt lies, in words a person finds it by and as a range of a block."""

from collections.abc import Sequence

from tongchou.domain.notice.document import Span
from tongchou.domain.programme.clause import Clause
from tongchou.domain.programme.task import Organization, Task
from tongchou.domain.shared.findings import Position

_HEADINGS = {
    "number": "序号",
    "name": "名称",
    "period": "时限",
    "scope": "主要内容",
    "target": "目标任务",
    "remark": "备注",
}
_ORGANIZATIONS = ("responsible", "lead", "assisting", "supervising")


def at_cell(task: Task, cell: str) -> Position:
    """A cell of a task; one that is empty is shown at the task's name."""
    span = task.cells.get(cell) or _name(task)
    where = _words(task, cell)
    return span.position(where) if span else Position(where=where)


def at_span(task: Task, cell: str, spans: tuple[Span, ...]) -> Position:
    """A range inside a cell; without one the whole cell."""
    return spans[0].position(_words(task, cell)) if spans else at_cell(task, cell)


def at_organizations(task: Task) -> Position:
    """The first cell of organizations."""
    filled = (cell for cell in _ORGANIZATIONS if cell in task.cells)
    return at_cell(task, next(filled, "responsible"))


def at_tasks(tasks: Sequence[Task], cell: str) -> Position:
    """A cell of one task; of several tasks only the column, for none of them is meant alone."""
    return at_cell(tasks[0], cell) if len(tasks) == 1 else Position(where=_heading(cell))


def at_organization(task: Task, organization: Organization) -> Position:
    """An organization as it is printed."""
    spans = organization.spans
    return spans[0].position(_words(task, "responsible")) if spans else at_organizations(task)


def at_clause(clause: Clause, spans: tuple[Span, ...] = ()) -> Position:
    """A sentence of the prose, or a range in it."""
    span = next(iter(spans or clause.spans), None)
    return span.position(f"正文 第{span.block + 1}段") if span else Position(where="正文")


def _words(task: Task, cell: str) -> str:
    return f"任务 {task.number} {_heading(cell)}"


def _heading(cell: str) -> str:
    return _HEADINGS.get(cell, "责任单位")


def _name(task: Task) -> Span | None:
    return task.cells.get("name")
