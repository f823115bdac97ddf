"""The prose and the annex give different figures for the same thing.

Caught 3.8万亩 in the prose beside 3.6万亩 in the annex of the golden notice of flaws.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.bounds import adds_up, agree, same_thing
from tongchou.domain.programme.lint.figures import figures_of_matters, sentences_of_clauses
from tongchou.domain.programme.lint.parts import carriers, years_in, years_of
from tongchou.domain.programme.lint.where import at_clause
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Quantity, QuantityField, QuantityRole
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class ProseAnnexDiffer(Finding):
    code = "N136"
    severity = Severity.WARNING
    title = Text("正文与附件的数不一致", "Figures of prose and annex that differ")
    template = Text(
        "正文写“{subject}{prose}”，任务 {number}（{name}）写“{annex}”。",
        "The prose says “{subject}{prose}”, task {number} ({name}) says “{annex}”.",
    )
    remedy = Text("请核实以哪个数为准。", "Find out which of the two holds.")


def check(programme: Programme) -> Iterator[Finding]:
    tasks = {task.number: task for task in programme.tasks}
    for clause, sentence in sentences_of_clauses(programme):
        if _of_another_year(sentence.text, programme):
            continue
        for figure in figures_of_matters(sentence, programme):
            numbers = carriers(clause, figure.quantity)
            for task in (tasks[number] for number in numbers if number in tasks):
                other = _contradicting(figure.quantity, task)
                if other:
                    yield ProseAnnexDiffer(
                        at_clause(clause, figure.quantity.spans),
                        subject=figure.quantity.subject,
                        prose=figure.quantity.text,
                        annex=other.text,
                        number=task.number,
                        name=task.name,
                    )


def _of_another_year(text: str, programme: Programme) -> bool:
    """到2025年达到…: the annex speaks of its own years."""
    years, own = years_in(text), years_of(programme)
    return bool(years and own and (years[1] > own[1] or years[0] < own[0]))


def _contradicting(figure: Quantity, task: Task) -> Quantity | None:
    """The task's figure for the same thing, when none agrees and they do not add up to it."""
    same = [q for q in task.quantities if same_thing(q, figure) and _alike(q, figure)]
    if not same or any(agree(q, figure) for q in same):
        return None
    targets = [q for q in task.quantities if q.field is QuantityField.TARGET]
    return None if adds_up(figure, same) or adds_up(figure, targets) else same[0]


def _alike(first: Quantity, second: Quantity) -> bool:
    total = QuantityRole.TOTAL
    return (first.role is total) == (second.role is total)
