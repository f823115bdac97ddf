"""Who says done shows the proof."""

from collections.abc import Iterator

from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class DoneWithoutEvidence(Finding):
    code = "R116"
    severity = Severity.WARNING
    title = Text("报完成而没有佐证", "Done without evidence")
    template = Text(
        "本期报告目标完成，没有附佐证材料。",
        "The target is stated as done, without evidence.",
    )
    remedy = Text(
        "附上文件、照片或统计表；审核时会看。",
        "Attach the paper, photograph or statistical table; the reviewer will look for it.",
    )


def check(line: Line) -> Iterator[Finding]:
    if _done(line) and not line.stated.evidence:
        yield DoneWithoutEvidence(Position(where=line.asked.key))


def _done(line: Line) -> bool:
    """Whether this period is the first to state the last stage or the whole figure."""
    if line.asked.rungs:
        return line.moved and line.rung == line.asked.rungs[-1]
    goal, last = line.asked.value, line.last.value if line.last else None
    if goal is None or line.value is None or line.value < goal:
        return False
    return last is None or last < goal
