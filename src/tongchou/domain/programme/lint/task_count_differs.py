"""The text announces a number of tasks, the annex has another.

Caught 20项重点任务 before eighteen rows in the golden notice of flaws.
"""

import re
from collections.abc import Iterator

from tongchou.domain.programme.lint.where import at_clause
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.numerals import parse_number
from tongchou.domain.shared.text import Text


class TaskCountDiffers(Finding):
    code = "N163"
    severity = Severity.WARNING
    title = Text("任务数与正文不符", "Another number of tasks than announced")
    template = Text(
        "正文说有 {announced} 项任务，实际读到 {found} 项。",
        "The text announces {announced} tasks; {found} were read.",
    )
    remedy = Text("请核对附件是否完整。", "Check whether the annex is complete.")


def check(programme: Programme) -> Iterator[Finding]:
    if not programme.tasks:
        return
    for clause in programme.clauses:
        announced = _ANNOUNCED.search(clause.text)
        if announced and (clause.section == "" or announced["all"]):
            count = parse_number(announced["count"])
            if count != len(programme.tasks):
                yield TaskCountDiffers(
                    at_clause(clause), announced=count, found=len(programme.tasks)
                )
                return


_ANNOUNCED = re.compile(
    r"(?P<all>[共计]|合计|总计|明确|提出|确定|安排|部署|梳理|制定|形成)?了?"
    r"(?<![\d一二三四五六七八九十百])(?P<count>\d{1,4}|[一二三四五六七八九十百]{1,6})(?:项|个|条)(?:年度|重点|主要|具体|工作|目标|改革|攻坚)*任务"
)
