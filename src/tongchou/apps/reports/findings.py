"""What the verification of reports can find."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class SubmissionDiffers(Finding):
    code = "R302"
    severity = Severity.ERROR
    title = Text("提交记录被改动", "A submission was changed")
    template = Text(
        "提交 {uuid} 的{column}与封存记录不符：封存为“{sealed}”，现为“{found}”。",
        'Submission {uuid}: {column} was sealed as "{sealed}" and is now "{found}".',
    )
    remedy = Text(
        "数据库在系统之外被改动过；以封存记录为准，查明改动来源，从备份恢复。",
        "The database was changed from outside; the records count. Find out how, and restore.",
    )
