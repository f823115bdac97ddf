"""Every target of a report gets a statement; a blank is not zero."""

from collections.abc import Iterator

from tongchou.domain.report.statement import Line
from tongchou.domain.shared.findings import Finding, Position, Severity
from tongchou.domain.shared.text import Text


class NothingStated(Finding):
    code = "R107"
    severity = Severity.ERROR
    title = Text("没有填报", "Nothing stated")
    template = Text(
        "本目标没有填数，也没有选阶段。",
        "Neither a figure nor a stage is stated for this target.",
    )
    remedy = Text(
        "填数或选阶段，按清单衡量的写明进展；与上期相同的勾“无变化”；"
        "还没有数或没有启动的，勾“尚无数据”或选“尚未启动”。",
        "State a figure or a stage, say in words how a checklist stands, "
        'tick "no change", or say that there is nothing yet.',
    )


def check(line: Line) -> Iterator[Finding]:
    stated = line.stated
    told = line.asked.in_words and (stated.words.strip() or stated.no_change)
    blank = not (stated.value.strip() or line.rung or stated.none_yet or told)
    if blank and not (stated.no_change and line.last is None):
        yield NothingStated(Position(where=line.asked.key))
