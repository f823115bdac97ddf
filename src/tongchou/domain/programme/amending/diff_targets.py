"""The targets of tasks that belong together, held against each other."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from tongchou.domain.programme.amending.changes import FieldChange, Relation, TargetDiff
from tongchou.domain.programme.amending.matching import Pairing, Piece, normal, pair
from tongchou.domain.programme.target import Target

_TARGET = (
    "project",
    "kind",
    "text",
    "jurisdictions",
    "combine",
    "effort",
    "quantity",
    "ladder",
    "checklist",
    "plan",
    "answers",
    "cadence",
)
_POSITIONS = frozenset({"spans", "cells"})


def plain(value: Any) -> Any:
    """The JSON of a reading without its source positions."""
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items() if name not in _POSITIONS}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


def changed_fields(
    before: Mapping[str, Any], after: Mapping[str, Any], names: Sequence[str]
) -> Iterator[FieldChange]:
    for name in names:
        old, new = plain(before[name]), plain(after[name])
        if old != new:
            yield FieldChange(name, old, new)


def relation_of(moved: bool, many_before: bool, many_after: bool) -> Relation:
    if many_after:
        return Relation.SPLIT
    if many_before:
        return Relation.MERGED
    return Relation.RENUMBERED if moved else Relation.KEPT


def compare_targets(ours: list[Target], theirs: list[Target]) -> Iterator[TargetDiff]:
    """In the order of the later ones; what was dropped comes last."""
    found = pair([_piece(target) for target in ours], [_piece(target) for target in theirs])
    yield from _matched(ours, theirs, found)
    kept = set(found.pairs) | set(chain.from_iterable(found.merges.values()))
    for i, target in enumerate(ours):
        if i not in kept:
            yield TargetDiff(Relation.DROPPED, (target.key,), (), target.text)


def _matched(ours: list[Target], theirs: list[Target], found: Pairing) -> Iterator[TargetDiff]:
    homes = {j: i for i, j in found.pairs.items()}
    parts = set(chain.from_iterable(found.splits.values()))
    for j, new in enumerate(theirs):
        if j in parts:
            continue
        if j not in homes:
            yield TargetDiff(Relation.ADDED, (), (new.key,), new.text)
            continue
        i = homes[j]
        more, further = found.merges.get(j, ()), found.splits.get(i, ())
        yield TargetDiff(
            relation_of(ours[i].key != new.key, bool(more), bool(further)),
            (ours[i].key, *(ours[place].key for place in more)),
            (new.key, *(theirs[place].key for place in further)),
            new.text,
            tuple(changed_fields(ours[i].to_json(), new.to_json(), _TARGET)),
        )


def _piece(target: Target) -> Piece:
    text = normal(target.text)
    figure = target.quantity
    printed = (figure.value, figure.unit) if figure else None
    measured = (target.project, figure.subject, figure.unit) if figure else None
    named = measured if measured and (measured[0] or measured[1]) else None
    keys = ((target.kind, text, target.project, printed), (text, printed), named)
    words = (target.project or "") + text + (figure.text if figure else "")
    return Piece(keys, words, measured or target.kind)
