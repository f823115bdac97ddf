"""A stage has a day on which it was reached."""

from collections.abc import Iterator

from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class ReachedUndated(Finding):
    code = "R113"
    severity = Severity.ERROR
    title = Text("没有填到达日期", "No day for the stage")
    template = Text(
        "选了“{rung}”，没有填到达这一阶段的日期。",
        '"{rung}" is chosen without the day it was reached.',
    )
    remedy = Text(
        "填佐证材料上的日期，如发文、签约、开工之日。",
        "Give the day shown by the proof: of the paper, the signing, the start.",
    )


def check(line: Line) -> Iterator[Finding]:
    if line.rung is not None and line.stated.reached_on is None:
        yield ReachedUndated(Position(where=line.asked.key), rung=line.rung.name)
