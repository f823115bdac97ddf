"""An annex that the text announces and the file does not hold.

Caught 分工见附件 in a golden list whose file ends with its last item.
"""

import re
from collections.abc import Iterator

from tongchou.domain.notice.findings import NoAnnex, TasksFromList
from tongchou.domain.programme.lint.where import at_cell, at_clause
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class AnnexMissing(Finding):
    code = "N162"
    severity = Severity.WARNING
    title = Text("提到的附件不在文件中", "An annex that is not in the file")
    template = Text(
        "正文写“{text}”，文件中没有附件。", "The text says “{text}”; the file has no annex."
    )
    remedy = Text("请连同附件一起上传。", "Hand in the notice with its annex.")


def check(programme: Programme) -> Iterator[Finding]:
    """Only where the reading found no table of tasks."""
    if not _WITHOUT_TABLE & {finding.code for finding in programme.findings}:
        return
    texts = [(clause.text, at_clause(clause)) for clause in programme.clauses]
    for task in programme.tasks:
        texts += [(getattr(task, cell), at_cell(task, cell)) for cell in ("scope", "target")]
    for text, where in texts:
        announced = _ANNOUNCED.search(text)
        if announced:
            yield AnnexMissing(where, text=announced.group())
            return


_WITHOUT_TABLE = {NoAnnex.code, TasksFromList.code}
_ANNOUNCED = re.compile(r"[详具]?(?:体)?(?:内容|任务|分工)?见附[件表]\d*")
