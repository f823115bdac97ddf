"""Why an edition is not made, and what the verification of editions can find."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class AlreadyPublished(Finding):
    code = "A301"
    severity = Severity.ERROR
    title = Text("这次评估已发布", "Run already published")
    template = Text(
        "第 {run} 次评估已作为第 {edition} 版发布", "Run {run} is published as edition {edition}"
    )
    remedy = Text(
        "下载该版；数据有更正的，重新评估后再发布",
        "Download that edition; where figures were corrected, assess again and publish then",
    )


class EditionDiffers(Finding):
    code = "A302"
    severity = Severity.ERROR
    title = Text("版次与封存记录不符", "Edition differs from its record")
    template = Text(
        "第 {number} 版的{column}与封存记录不符：封存为“{sealed}”，现为“{found}”",
        'Edition {number}: {column} was sealed as "{sealed}" and is now "{found}"',
    )
    remedy = Text(
        "数据库在系统之外被改动过；以封存记录为准，查明改动来源，从备份恢复",
        "The database was changed from outside; the records count. Find out how, and restore",
    )
