"""A figure of the prose that none of the tasks carrying its sentence repeats.

Caught 带动就业2000人 in the golden notice of flaws: the port's task counts no people.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.bounds import adds_up, same_thing
from tongchou.domain.programme.lint.figures import figures_of_matters, sentences_of_clauses
from tongchou.domain.programme.lint.parts import carriers, numbers, shortened
from tongchou.domain.programme.lint.where import at_clause
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Quantity
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class ProseFigureUncarried(Finding):
    code = "N167"
    severity = Severity.INFO
    title = Text("正文的数没有落到任务", "A figure of the prose in no task")
    template = Text(
        "正文的“{text}”在对应任务（{tasks}）里没有。",
        "“{text}” of the prose is in none of its tasks ({tasks}).",
    )
    remedy = Text("如需考核，请写进任务目标。", "Put it into a target if it is to be judged.")


def check(programme: Programme) -> Iterator[Finding]:
    tasks = {task.number: task for task in programme.tasks}
    for clause, sentence in sentences_of_clauses(programme):
        for figure in figures_of_matters(sentence, programme):
            numbered = carriers(clause, figure.quantity)
            found = [tasks[number] for number in numbered if number in tasks]
            printed = [q for task in found for q in task.quantities]
            carried = any(_repeats(q, figure.quantity) for q in printed)
            if found and not carried and not adds_up(figure.quantity, printed):
                yield ProseFigureUncarried(
                    at_clause(clause, figure.quantity.spans),
                    text=shortened(_with_both_quotes(sentence.phrase(figure))),
                    tasks=numbers(found),
                )


def _with_both_quotes(words: str) -> str:
    """小巨人”企业 was cut at its opening mark."""
    return "“" + words if words.count("”") > words.count("“") else words


def _repeats(printed: Quantity, figure: Quantity) -> bool:
    """The same figure, or another for the same thing (which is a contradiction of its own)."""
    same = (printed.value, printed.unit) == (figure.value, figure.unit)
    return same or same_thing(printed, figure)
