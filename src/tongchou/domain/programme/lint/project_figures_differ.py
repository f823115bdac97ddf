"""One project with two totals, or two plans for one year, in different places.

Caught a reservoir with a total of 8.6亿元 in one task and 9.1亿元 in another, in the golden notice
of flaws.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from tongchou.domain.programme.lint.bounds import agree, same_thing
from tongchou.domain.programme.lint.parts import quoted
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Quantity
from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text


class ProjectFiguresDiffer(Finding):
    code = "N168"
    severity = Severity.WARNING
    title = Text("同一项目的数不一致", "Figures of one project that differ")
    template = Text(
        "项目“{name}”的{subject}有两个数：“{one}”和“{other}”。",
        "The project “{name}” has two figures for {subject}: “{one}” and “{other}”.",
    )
    remedy = Text("请核实以哪个数为准。", "Find out which of the two holds.")


def check(programme: Programme) -> Iterator[Finding]:
    for project in programme.projects:
        stated = [q for q in project.quantities[:_MOST] if _alone(q, project.quantities)]
        for one, other in combinations(stated, 2):
            if _comparable(one, other) and not agree(one, other):
                yield ProjectFiguresDiffer(
                    other.spans[0].position(f"项目 {project.name}"),
                    name=quoted(project.name),
                    subject=_measured(one.subject, project.names),
                    one=one.text,
                    other=other.text,
                )
                break


_MOST = 20


def _measured(subject: str, names: Sequence[str]) -> str:
    """What is measured, without the project's own name before it."""
    return next((subject[len(n) :] for n in names if subject.startswith(n)), "") or subject


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Of one role and thing, printed in different places."""
    apart = one.spans[0].block != other.spans[0].block
    return apart and one.role is other.role and same_thing(one, other)


def _alone(figure: Quantity, others: Sequence[Quantity]) -> bool:
    """No other figure of its cell says the same of another section of the work."""
    beside = [q for q in others if q is not figure and q.spans[0].block == figure.spans[0].block]
    return not any(same_thing(q, figure) for q in beside[:_MOST])
