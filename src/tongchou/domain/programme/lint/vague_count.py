"""A number that is none: 一批, 若干, 一系列.

Caught 打造一批重点文旅项目 of 万州府办发〔2023〕12号.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.where import at_cell
from tongchou.domain.programme.lint.words import any_of
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class VagueCount(Finding):
    code = "N158"
    severity = Severity.INFO
    title = Text("数量含糊", "A vague number")
    template = Text(
        "任务 {number}（{name}）的目标写“{word}”，没有具体数量。",
        "The target of task {number} ({name}) says “{word}” where a number belongs.",
    )
    remedy = Text("请写明数量或列出清单。", "Give the number or the list.")


def check(programme: Programme) -> Iterator[Finding]:
    for task in programme.tasks:
        words = any_of("vague_but_fixed").sub("", task.target)
        found = any_of("vague_counts").search(words)
        if found:
            names = {"number": task.number, "name": task.name}
            yield VagueCount(at_cell(task, "target"), word=found.group(), **names)
