"""What the compiler cannot read in a task; doubts of what it has read are rules of `lint`."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class TooManyFigures(Finding):
    code = "N131"
    severity = Severity.ERROR
    title = Text("一格里的数太多", "Too many figures in one cell")
    template = Text(
        "任务 {number}（{name}）的一格里有 {count} 个数，最多读 {most} 个。",
        "A cell of task {number} ({name}) holds {count} figures; at most {most} are read.",
    )
    remedy = Text(
        "请核对这一格是否误贴了别的表；确实需要的，分成几行。",
        "Check whether another table was pasted into it; else divide it into several rows.",
    )
