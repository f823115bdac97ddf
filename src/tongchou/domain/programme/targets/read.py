"""Targets of a task: one for each figure, one ladder or checklist for each other promise."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.findings import TooManyFigures
from tongchou.domain.programme.projects.words import project_words
from tongchou.domain.programme.reading.vocabulary import any_of
from tongchou.domain.programme.target import (
    Combine,
    Curve,
    Effort,
    Plan,
    Quantity,
    QuantityField,
    QuantityRole,
    Target,
    TargetKind,
)
from tongchou.domain.programme.targets.binding import (
    Context,
    Earlier,
    answers_for,
    bound_by,
    combine_figures,
    combine_stages,
)
from tongchou.domain.programme.targets.cadence import cadence_of
from tongchou.domain.programme.targets.cutting import spans_of
from tongchou.domain.programme.targets.dues import Slice, dated_parts, named_day
from tongchou.domain.programme.targets.ladders import planned, template_for
from tongchou.domain.programme.targets.pieces import Piece, pieces_of
from tongchou.domain.programme.targets.segments import stands_in
from tongchou.domain.shared.findings import Finding
from tongchou.domain.shared.quantities import Measure

MOST_FIGURES = 200
"""Of one target cell; what holds more is no promise but a table."""


def read_targets(
    cell: Line | None, context: Context
) -> tuple[tuple[Target, ...], tuple[Finding, ...]]:
    """Targets keyed "<task>.<n>" in printed order, those of other columns (年度投资) last."""
    task = context.task
    quantities = [q for q in task.quantities if q.field is QuantityField.TARGET]
    if len(quantities) > MOST_FIGURES:
        many = {"count": len(quantities), "most": MOST_FIGURES}
        position = (cell.span if cell else task.cells["name"]).position("目标任务")
        return (), (TooManyFigures(position, number=task.number, name=task.name, **many),)
    inside = [q for q in quantities if cell and stands_in(q.spans[0], spans_of(cell))]
    promised = [q for q in inside if not _describes(q, inside)]
    pieces = pieces_of(cell, promised, context.projects, task.number) if cell else []
    pieces += [_of_column(q, context) for q in quantities if q not in inside]
    targets = [target for piece in pieces for target in _targets(piece, context)]
    return tuple(replace(t, key=f"{task.number}.{n}") for n, t in enumerate(targets, 1)), ()


def _describes(figure: Quantity, figures: Sequence[Quantity]) -> bool:
    """Whether a figure only says of what size those are that the one before it counts: 3000吨级
    of 2个3000吨级泊位."""
    return figure.measure is not Measure.COUNT and any(
        other.measure is Measure.COUNT
        and other.spans[-1].block == figure.spans[0].block
        and other.spans[-1].end == figure.spans[0].start
        for other in figures
    )


def _of_column(quantity: Quantity, context: Context) -> Piece:
    """A figure that stands in a column of its own."""
    unit = "" if quantity.text.endswith(quantity.printed_unit) else quantity.printed_unit
    text = f"{quantity.subject}{quantity.text}{unit}"
    project = context.projects.of_task(context.task.number)
    return Piece(text, quantity.spans, project=project, quantities=(quantity,))


def _targets(piece: Piece, context: Context) -> Iterator[Target]:
    """What a piece promises; a figure it only starts from or describes with is no promise."""
    promised = tuple(q for q in piece.quantities if q.role is not QuantityRole.SCOPE)
    piece = replace(piece, quantities=promised)
    target = _bound(piece, context)
    if piece.checklist:
        first, *others = piece.quantities or (None,)
        yield _with_items(target, piece, first, context)
        piece = replace(piece, quantities=tuple(q for q in others if q))
    elif not piece.quantities:
        yield _with_ladder(target, piece, context)
    for quantity in piece.quantities:
        yield _with_figure(target, piece, quantity, context)


def _bound(piece: Piece, context: Context) -> Target:
    earlier = Earlier(piece.before, piece.opening, same_place=piece.staged)
    jurisdictions = bound_by(piece.text, earlier, piece.project, context)
    return Target(
        key="",
        task=context.task.number,
        project=piece.project,
        kind=TargetKind.LADDER,
        text=piece.text,
        jurisdictions=jurisdictions,
        combine=Combine.EACH,
        effort=_effort(piece),
        spans=piece.spans,
        answers=answers_for(jurisdictions, context),
    )


def _effort(piece: Piece) -> Effort:
    """力争 before the first item of a list holds for all of them."""
    listed = piece.before.rpartition("，")[2] if piece.before.endswith("、") else ""
    found = any_of("effort").search(listed + piece.text)
    return Effort.EFFORT if found else Effort.FIRM


def _with_figure(target: Target, piece: Piece, quantity: Quantity, context: Context) -> Target:
    sentence = piece.before + piece.text
    of_task = context.projects.of_task(context.task.number)
    project = None if piece.project == of_task and not _names(piece, context) else piece.project
    return replace(
        target,
        kind=TargetKind.QUANTITY,
        quantity=quantity,
        combine=combine_figures(quantity, project, target.jurisdictions, sentence),
        plan=_plan(quantity, piece, context),
        cadence=cadence_of(piece.text, TargetKind.QUANTITY),
    )


def _with_items(
    target: Target, piece: Piece, quantity: Quantity | None, context: Context
) -> Target:
    return replace(
        target,
        kind=TargetKind.CHECKLIST,
        checklist=piece.checklist,
        quantity=quantity,
        combine=combine_stages(None, piece.text, target.jurisdictions, context),
        plan=_plan(quantity, piece, context) if quantity else None,
        cadence=cadence_of(piece.text, TargetKind.CHECKLIST),
    )


def _with_ladder(target: Target, piece: Piece, context: Context) -> Target:
    template = template_for(piece.text, piece.sort)
    slice_ = Slice.of(context.task.period, context.year)
    latest = slice_.latest if slice_ else None
    words = piece.dated + _without_name(piece, context)
    promises = dated_parts(words, context.year, latest)
    return replace(
        target,
        ladder=planned(template, promises, slice_.end if slice_ and slice_.hard else None),
        combine=combine_stages(template, piece.text, target.jurisdictions, context),
        cadence=cadence_of(piece.text, TargetKind.LADDER),
    )


def _names(piece: Piece, context: Context) -> list[str]:
    """The names of its undertaking that a piece prints, the longest first."""
    names = context.projects.record(piece.project).names if piece.project else ()
    return sorted((name for name in names if name in piece.text), key=len, reverse=True)


def _without_name(piece: Piece, context: Context) -> str:
    """What is promised of an undertaking: its name (长江大桥) names no stage, but for the works
    it ends with (改造)."""
    text = piece.text
    for name in _names(piece, context):
        works = (word for word in project_words()["deverbal"] if name.endswith(word))
        text = text.replace(name, next(works, ""))
    return text


def _plan(quantity: Quantity, piece: Piece, context: Context) -> Plan | None:
    """The year's slice of the task's period; a day named in the target itself comes first."""
    slice_ = Slice.of(context.task.period, context.year)
    if slice_ is None:
        return None
    named = named_day(piece.dated + piece.text, context.year)
    end = named if named and named.year == context.year else slice_.end
    if slice_.start > end:
        return None
    curve = Curve.STEP if quantity.measure is Measure.COUNT else Curve.LINEAR
    return Plan(curve, slice_.start, end)
