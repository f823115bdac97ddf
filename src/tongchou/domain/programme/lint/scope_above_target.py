"""Targets of one year below the figures of their scopes: a slice of the whole, or a slip?

Caught 12项 in the scope beside 10项 in the target of one year, in the golden notice of flaws; one
finding for the notice.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.bounds import differing
from tongchou.domain.programme.lint.parts import numbers, years_in, years_of
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Quantity
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class ScopeAboveTarget(Finding):
    code = "N171"
    severity = Severity.INFO
    title = Text("目标小于主要内容的数", "Targets below the figures of their scopes")
    template = Text(
        "任务 {tasks} 的目标比主要内容写的数小（如“{target}”对“{scope}”）。",
        "The target of task {tasks} is below the figure of its scope (“{target}” beside "
        "“{scope}”).",
    )
    remedy = Text(
        "请确认目标只是本年度的一部分，还是其中一个数有误。",
        "Confirm that the target is a part of the whole, or mend the wrong figure.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    years = years_of(programme)
    if years is None or _look_ahead(programme, years[1]):
        return
    smaller = [(task, *pair) for task in programme.tasks if (pair := _smaller(task, years[1]))]
    if smaller:
        task, target, scope = smaller[0]
        yield ScopeAboveTarget(
            at_span(task, "target", target.spans),
            tasks=numbers(task for task, _, _ in smaller),
            target=target.text,
            scope=scope.text,
        )


def _look_ahead(programme: Programme, last: int) -> bool:
    """Some scope names a later year: the column says the whole, the targets a slice of it."""
    named = [found[1] for task in programme.tasks if (found := years_in(task.scope))]
    return any(year > last for year in named)


def _smaller(task: Task, last: int) -> tuple[Quantity, Quantity] | None:
    """A target and the larger figure of the scope, in a task that is to end within the year."""
    start, end = task.period.start, task.period.end
    if start is None or end is None or start.year < end.year or end.year > last:
        return None
    pairs = differing(task)
    return next(((target, q) for target, q in pairs if target.value < q.value), None)
