"""What the verification of reviews can find."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class CurrentValueDiffers(Finding):
    code = "R301"
    severity = Severity.ERROR
    title = Text("当前值与封存记录不符", "A current value differs from its record")
    template = Text(
        "{programme}：目标{target}在{jurisdiction}、填报期{period}的当前值与封存的填报和审核不符。",
        "{programme}: the current value of target {target}, {jurisdiction}, period {period} is not "
        "what the sealed submission and decision say.",
    )
    remedy = Text(
        "数据库在系统之外被改动过；以封存记录为准，查明改动来源，从备份恢复。",
        "The database was changed from outside; the records count. Find out how, and restore.",
    )


class DecisionDiffers(Finding):
    code = "R303"
    severity = Severity.ERROR
    title = Text("审核记录被改动", "A decision was changed")
    template = Text(
        "审核 {uuid} 的{column}与封存记录不符：封存为“{sealed}”，现为“{found}”。",
        'Decision {uuid}: {column} was sealed as "{sealed}" and is now "{found}".',
    )
    remedy = Text(
        "数据库在系统之外被改动过；以封存记录为准，查明改动来源，从备份恢复。",
        "The database was changed from outside; the records count. Find out how, and restore.",
    )
