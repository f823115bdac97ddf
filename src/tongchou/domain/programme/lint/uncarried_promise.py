"""A promise of the prose that no task of the annex carries; one finding a sentence.

Caught the power market and the 一卡通 of the prose of 万州府办发〔2023〕12号, which no task has.
"""

from collections.abc import Iterator

from tongchou.domain.programme.lint.parts import shortened
from tongchou.domain.programme.lint.where import at_clause
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.prose.promises import is_governance
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class UncarriedPromise(Finding):
    code = "N129"
    severity = Severity.INFO
    title = Text("正文事项没有对应任务", "A promise of the prose that no task carries")
    template = Text(
        "正文{text}在附件中没有对应的任务。",
        "No task of the annex carries this of the prose: {text}.",
    )
    remedy = Text(
        "如需跟踪，请指定单位并列为正文事项。",
        "If it is to be followed, adopt it as a prose item with an owner.",
    )


def check(programme: Programme) -> Iterator[Finding]:
    for clause in programme.clauses if programme.tasks else ():
        if is_governance(clause.section) or is_governance(clause.heading):
            continue
        left = [promise for promise in clause.promises if not promise.carried]
        if left:
            shown = "".join(f"“{shortened(promise.text)}”" for promise in left[:_SHOWN])
            more = f"等 {len(left)} 件事" if len(left) > _SHOWN else ""
            yield UncarriedPromise(at_clause(clause, left[0].spans), text=shown + more)


_SHOWN = 3
