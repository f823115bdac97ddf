"""An increase of something produced every year: more than the year before, or within the year?

Caught 新增产气量15亿方 of 万州府办发〔2023〕12号; what only accumulates (woods, beds) is clear.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.figures import Placed, Sentence, sentences_of_tasks
from tongchou.domain.programme.lint.parts import shortened
from tongchou.domain.programme.lint.where import at_span
from tongchou.domain.programme.lint.words import any_of, pattern, table
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.quantities import units
from tongchou.domain.shared.text import Text


class IncreaseWithoutBase(Finding):
    code = "N139"
    severity = Severity.WARNING
    title = Text("新增没有基数", "An increase without its base")
    template = Text(
        "任务 {number}（{name}）的“{text}”没有说明是比上年增加还是当年产生。",
        "Task {number} ({name}) does not say whether “{text}” is more than the year before or "
        "within the year.",
    )
    remedy = Text(
        "请写明基数和基期，如“较上年增加”或“当年新增产能对应的产量”。",
        "State the base and its year: an increase over the year before, or what is produced anew.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    for task, cell, sentence in sentences_of_tasks(programme):
        for figure in sentence.figures if cell == "target" else ():
            if _open(figure, sentence):
                yield IncreaseWithoutBase(
                    at_span(task, cell, figure.quantity.spans),
                    number=task.number,
                    name=task.name,
                    text=shortened(sentence.phrase(figure)),
                )


def _open(figure: Placed, sentence: Sentence) -> bool:
    unit = units().get(figure.quantity.printed_unit)
    return (
        unit is not None
        and unit.dimension in table()["produced"]
        and pattern("increase").search(figure.before) is not None
        and any_of("yearly_output").search(figure.before) is not None
        and any_of("since_when").search(sentence.text) is None
    )
