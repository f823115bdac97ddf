"""Targets of a task: one for each figure of its target cell, one ladder for the rest."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.figures import scan
from tongchou.domain.programme.findings import (
    AbsentJurisdiction,
    EmptyTarget,
    NoMeasure,
    PlaceOfProjectOpen,
    TooManyFigures,
)
from tongchou.domain.programme.ladders import ladder_for
from tongchou.domain.programme.places import Places
from tongchou.domain.programme.projects import project_of
from tongchou.domain.programme.segments import Segment, says_something, segments_of
from tongchou.domain.programme.target import (
    Combine,
    Curve,
    Effort,
    Ladder,
    Plan,
    Quantity,
    QuantityField,
    Target,
    TargetKind,
)
from tongchou.domain.programme.task import Task
from tongchou.domain.programme.vocabulary import any_of
from tongchou.domain.shared.findings import Finding
from tongchou.domain.shared.periods import PeriodKind, parse_period
from tongchou.domain.shared.quantities import Measure

MOST_FIGURES = 200
"""Of one target cell; what holds more is no promise but a table."""
_JOINT_LADDERS = {"planning_paper", "policy", "event", "founding_body"}
_OWN_PERIOD = re.compile(
    r"(?:20\d\d年)?(?:[1-9]|1[0-2])月(?:底|末|\d{1,2}日)?(?:前|之前)?|第?[一二三四]季度|[上下]半年|前三季度"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What a target's reading needs beside its own words."""

    task: Task
    places: Places
    year: int | None


def read_targets(
    cell: Line | None, context: Context
) -> tuple[tuple[Target, ...], tuple[Finding, ...]]:
    """Targets keyed "<task>.<n>" in printed order, the ladder of the rest last."""
    task = context.task
    where = task.cells["name"].position("附件")
    if cell is None or not cell.text:
        return (), (EmptyTarget(where, number=task.number, name=task.name),)
    quantities = list(scan(cell, QuantityField.TARGET))
    if len(quantities) > MOST_FIGURES:
        many = {"count": len(quantities), "most": MOST_FIGURES}
        position = cell.span.position("目标任务")
        return (), (TooManyFigures(position, number=task.number, name=task.name, **many),)
    segments = segments_of(cell, quantities)
    targets = [t for segment in segments for t in _quantity_targets(segment, context)]
    rest = [s for s in segments if not s.quantities and says_something(s)]
    if rest:
        targets.append(_ladder_target(rest, context))
    keyed = tuple(replace(t, key=f"{task.number}.{n}") for n, t in enumerate(targets, 1))
    return keyed, tuple(_doubts(cell, keyed, context))


def _quantity_targets(segment: Segment, context: Context) -> Iterator[Target]:
    text, sentence = segment.line.text, segment.before + segment.line.text
    project = project_of(segment.line.text, segment.before) if segment.quantities else None
    jurisdictions = (
        context.places.named_in(text)
        or context.places.named_in(project or "")
        or (() if project else context.places.named_in(segment.before))
        or _of_task(context)
    )
    for quantity in segment.quantities:
        yield Target(
            key="",
            task=context.task.number,
            project=project,
            kind=TargetKind.QUANTITY,
            text=text,
            jurisdictions=jurisdictions,
            combine=_combine(quantity, project, jurisdictions, sentence),
            effort=Effort.EFFORT if any_of("effort").search(text) else Effort.FIRM,
            spans=(segment.line.span,),
            quantity=quantity,
            plan=_plan(quantity, text, context),
            answers=_answers(jurisdictions, context),
        )


def _ladder_target(segments: Sequence[Segment], context: Context) -> Target:
    text = "；".join(segment.line.text for segment in segments)
    named = [
        context.places.named_in(s.line.text) or context.places.named_in(s.before) for s in segments
    ]
    shorts = {short for some in named for short in (some or _of_task(context))}
    jurisdictions = context.places.ordered(shorts)
    ladder = ladder_for(text)
    efforts = [bool(any_of("effort").search(segment.line.text)) for segment in segments]
    return Target(
        key="",
        task=context.task.number,
        project=None,
        kind=TargetKind.LADDER,
        text=text,
        jurisdictions=jurisdictions,
        combine=_combine_ladder(ladder, text, jurisdictions, context),
        effort=Effort.EFFORT if all(efforts) else Effort.FIRM,
        spans=tuple(segment.line.span for segment in segments),
        ladder=ladder,
        answers=_answers(jurisdictions, context),
    )


def _of_task(context: Context) -> tuple[str, ...]:
    """The governments with an organization on the task, else all that signed."""
    named = set(context.task.jurisdictions)
    return context.places.ordered(named) if named else context.places.signed


def _answers(jurisdictions: Sequence[str], context: Context) -> dict[str, str]:
    firsts = {short: context.task.first_of(short) for short in jurisdictions}
    return {short: first.name for short, first in firsts.items() if first}


def _combine(
    quantity: Quantity, project: str | None, jurisdictions: Sequence[str], text: str
) -> Combine:
    if len(jurisdictions) == 1:
        return Combine.SUM
    if project:
        return Combine.LEAD
    if quantity.measure is Measure.RATE or any_of("each").search(text):
        return Combine.EACH
    if quantity.measure is Measure.COUNT and any_of("joint").search(text):
        return Combine.LARGEST
    return Combine.SUM


def _combine_ladder(
    ladder: Ladder, text: str, jurisdictions: Sequence[str], context: Context
) -> Combine:
    """One paper, body or event of all is reached when any party proves it; works are each's own."""
    words = f"{context.task.name}，{text}"
    together = any_of("joint").search(words) or len(context.places.named_in(words)) > 1
    shared = len(jurisdictions) > 1 and together and ladder.template in _JOINT_LADDERS
    return Combine.ANY if shared else Combine.EACH


def _plan(quantity: Quantity, text: str, context: Context) -> Plan | None:
    """The year's slice of the task's period; a day named in the target itself comes first."""
    if context.year is None:
        return None
    start, end = date(context.year, 1, 1), date(context.year, 12, 31)
    period = context.task.period
    if period.kind in {PeriodKind.DEADLINE, PeriodKind.RANGE} and period.end:
        start = max(start, period.start or start)
        end = min(end, period.end)
    own = _OWN_PERIOD.search(text)
    named = parse_period(own.group(), context.year).end if own else None
    end = named if named and named.year == context.year else end
    if start > end:
        return None
    curve = Curve.STEP if quantity.measure is Measure.COUNT else Curve.LINEAR
    return Plan(curve, start, end)


def _doubts(cell: Line, targets: Sequence[Target], context: Context) -> Iterator[Finding]:
    task = context.task
    names = {"number": task.number, "name": task.name}
    if not any(target.quantity for target in targets):
        yield NoMeasure(cell.span.position("目标任务"), **names)
    absent: dict[str, Target] = {}
    for target in targets:
        for short in target.jurisdictions:
            if short not in target.answers:
                absent.setdefault(short, target)
        if target.project and len(target.jurisdictions) > 1:
            position = target.spans[0].position("目标任务")
            yield PlaceOfProjectOpen(position, number=task.number, project=target.project)
    if task.organizations:
        for short, target in absent.items():
            position = target.spans[0].position("目标任务")
            yield AbsentJurisdiction(position, jurisdiction=short, **names)
