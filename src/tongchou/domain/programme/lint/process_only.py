"""A target of process words alone (推进, 深化, 完善): nothing by which anyone could say it is done.

Caught 持续完善产业链条 of 万州府办发〔2023〕12号.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import plain, with_targets
from tongchou.domain.programme.lint.where import at_cell
from tongchou.domain.programme.lint.words import any_of
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class ProcessOnly(Finding):
    code = "N157"
    severity = Severity.WARNING
    title = Text("目标只有过程，没有结果", "A target that only names a process")
    template = Text(
        "任务 {number}（{name}）的目标只写了“{words}”，看不出做到什么算完成。",
        "The target of task {number} ({name}) only says “{words}”: what counts as done is not "
        "said.",
    )
    remedy = Text(
        "请补充结果：出台什么、建成什么、完成到哪一步。",
        "Add a result: what is issued, built or reached.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    for task, targets in with_targets(programme):
        process = list(dict.fromkeys(any_of("process").findall(task.target)))
        measured = any(target.quantity for target in targets)
        repeated = plain(task.target) == plain(task.name)
        if repeated or measured or any_of("results").search(task.target):
            continue
        if process:
            yield ProcessOnly(
                at_cell(task, "target"),
                number=task.number,
                name=task.name,
                words="、".join(process[:_SHOWN]),
            )


_SHOWN = 3
