"""Adding, splitting, dropping and merging the targets of a task."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tongchou.domain.notice.document import Span
from tongchou.domain.programme.amending.fields import target_path
from tongchou.domain.programme.amending.structure import free_key
from tongchou.domain.programme.programme import Programme as Reading
from tongchou.domain.programme.target import Combine, Effort, Target, TargetKind
from tongchou.domain.programme.targets.ladders import ladder_for
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.findings import Refused

from . import findings
from .drafting import correct_all
from .queries import draft_reading

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User

    from .models import Programme

_STRONG = re.compile(r"[；;。\n]+")
_WEAK = re.compile(r"[，,、]+")


def add_target(*, programme: "Programme", task: int, by: "User") -> str:
    """A ladder on the whole task, to be filled in; returns its key. Refused: no such task."""
    reading = draft_reading(programme)
    row = _task(reading, task)
    bound = row.jurisdictions or tuple(p.short for p in reading.participants if p.signed)
    firsts = {short: row.first_of(short) for short in bound}
    target = Target(
        key=free_key(reading, task),
        task=task,
        project=None,
        kind=TargetKind.LADDER,
        text=row.name,
        jurisdictions=bound,
        combine=Combine.EACH,
        effort=Effort.FIRM,
        spans=(),
        ladder=ladder_for(row.name),
        answers={short: first.name for short, first in firsts.items() if first},
    )
    _put(programme, [target], by=by, action="programme.target.add")
    return target.key


def split_target(*, programme: "Programme", task: int, key: str, by: "User") -> tuple[str, ...]:
    """Cuts a target at the marks between its promises; the first keeps its key and figure.

    Returns the keys of all parts. Raises Refused where its words have no mark to cut at.
    """
    reading = draft_reading(programme)
    whole = _target(reading, task, key)
    parts = list(_parts(reading, whole))
    if len(parts) < 2:
        raise Refused([findings.NothingToSplit(target=key)])
    targets: list[Target] = []
    for place, (text, spans) in enumerate(parts):
        name = key if place == 0 else free_key(reading, task, [t.key for t in targets])
        targets.append(_part(whole, name, text, spans))
    _put(programme, targets, by=by, action="programme.target.split")
    return tuple(target.key for target in targets)


def drop_target(*, programme: "Programme", task: int, key: str, by: "User") -> None:
    """Raises Refused where there is no such target."""
    _target(draft_reading(programme), task, key)
    _put(programme, [], [target_path(task, key)], by=by, action="programme.target.drop")


def merge_targets(*, programme: "Programme", task: int, keys: Sequence[str], by: "User") -> str:
    """Makes several targets one, measured as the first of them; returns its key.

    Raises Refused for fewer than two, or one that is not there.
    """
    reading = draft_reading(programme)
    targets = [_target(reading, task, key) for key in dict.fromkeys(keys)]
    if len(targets) < 2:
        raise Refused([findings.TooFewTargets()])
    first, *others = sorted(targets, key=lambda target: int(target.key.partition(".")[2]))
    answers: dict[str, str] = {}
    for target in (first, *others):
        answers = {**target.answers, **answers}
    merged = replace(
        first,
        text="；".join(dict.fromkeys(t.text for t in (first, *others))),
        spans=tuple(dict.fromkeys(span for t in (first, *others) for span in t.spans)),
        jurisdictions=tuple(
            dict.fromkeys(short for t in (first, *others) for short in t.jurisdictions)
        ),
        answers=answers,
    )
    dropped = [target_path(task, target.key) for target in others]
    _put(programme, [merged], dropped, by=by, action="programme.target.merge")
    return first.key


def _put(
    programme: "Programme",
    targets: Sequence[Target],
    dropped: Sequence[str] = (),
    *,
    by: "User",
    action: str,
) -> None:
    changes: dict[str, Any] = dict.fromkeys(dropped)
    changes |= {target_path(target.task, target.key): target.to_json() for target in targets}
    correct_all(programme=programme, corrections=changes, by=by, action=action)


def _task(reading: Reading, number: int) -> Task:
    for task in reading.tasks:
        if task.number == number:
            return task
    raise Refused([findings.UnknownTask(task=number)])


def _target(reading: Reading, task: int, key: str) -> Target:
    for target in reading.targets_of(task):
        if target.key == key:
            return target
    raise Refused([findings.UnknownTarget(target=key)])


def _parts(reading: Reading, target: Target) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The pieces of a target's words between ； or 。, else between commas, with their spans."""
    mark = _STRONG if len(_pieces(target.text, _STRONG)) > 1 else _WEAK
    task = reading.task(target.task)
    for piece in _pieces(target.text, mark):
        yield piece, _spans(task, target, piece)


def _pieces(text: str, mark: re.Pattern[str]) -> list[str]:
    return [piece.strip() for piece in mark.split(text) if piece.strip()]


def _spans(task: Task, target: Target, piece: str) -> tuple[Span, ...]:
    """Where a piece stands within the words of its target, none where it was worded anew."""
    cell = task.cells.get("target")
    for span in target.spans:
        if cell is None or span.block != cell.block:
            continue
        words = task.target[span.start - cell.start : span.end - cell.start]
        at = words.find(piece)
        if at >= 0:
            return (Span(span.block, span.start + at, span.start + at + len(piece)),)
    return ()


def _part(whole: Target, key: str, text: str, spans: tuple[Span, ...]) -> Target:
    """A figure stays with the part that prints it."""
    figure = whole.quantity
    if figure and figure.text and figure.text in text:
        return replace(whole, key=key, text=text, spans=spans)
    return replace(
        whole,
        key=key,
        text=text,
        spans=spans,
        kind=TargetKind.LADDER,
        quantity=None,
        plan=None,
        checklist=None,
        ladder=ladder_for(text),
    )
