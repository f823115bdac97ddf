"""What an assessment reads, as columns: targets, the parties' answers, the stages of ladders."""

from dataclasses import dataclass, fields
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from tongchou.domain.programme.target import Combine, TargetKind
from tongchou.domain.review.combine import RULES
from tongchou.domain.shared.quantities import Comparator

Days = NDArray[np.datetime64]

KINDS: tuple[TargetKind, ...] = (TargetKind.QUANTITY, TargetKind.LADDER, TargetKind.CHECKLIST)
QUANTITY, LADDER = 0, 1


class Demand(IntEnum):
    """What a comparator asks at the end; NONE: no rule of this product judges it."""

    NONE = 0
    AT_LEAST = 1
    MORE_THAN = 2


DEMANDS: dict[str, Demand] = {
    Comparator.AT_LEAST: Demand.AT_LEAST,
    Comparator.EQUAL: Demand.AT_LEAST,
    Comparator.ABOUT: Demand.AT_LEAST,
    Comparator.RANGE: Demand.AT_LEAST,
    Comparator.MORE_THAN: Demand.MORE_THAN,
    Comparator.AT_MOST: Demand.NONE,
}


@dataclass(frozen=True, slots=True)
class Targets:
    """T rows. `kind` is a place in KINDS, `rule` one in the combination's RULES, `demand` a Demand.

    `annual` is NaN and the days are NaT where there is no plan.
    """

    kind: NDArray[np.int8]
    rule: NDArray[np.uint8]
    demand: NDArray[np.int8]
    annual: NDArray[np.float64]
    curve: NDArray[np.int8]
    start: Days
    end: Days

    def __len__(self) -> int:
        return len(self.kind)


@dataclass(frozen=True, slots=True)
class Answers:
    """N rows, one for each target and jurisdiction. `target` is a row of Targets.

    `figure` is a base-unit value, or the number of the stage reached (0 before the first); it is
    read only where `stated`. Where nobody reports for the jurisdiction `reporting` is false.
    """

    target: NDArray[np.intp]
    figure: NDArray[np.float64]
    stated: NDArray[np.bool_]
    reporting: NDArray[np.bool_]
    lead: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.target)


@dataclass(frozen=True, slots=True)
class Rungs:
    """R rows, by target and then by number; `planned` is NaT where no day is planned."""

    target: NDArray[np.intp]
    number: NDArray[np.int64]
    planned: Days


@dataclass(frozen=True, slots=True)
class Columns:
    targets: Targets
    answers: Answers
    rungs: Rungs

    def __post_init__(self) -> None:
        """Raises ValueError where columns of one table differ in length or rungs lie unsorted."""
        for table in (self.targets, self.answers, self.rungs):
            lengths = {len(getattr(table, column.name)) for column in fields(table)}
            if len(lengths) > 1:
                raise ValueError(f"columns of {type(table).__name__} differ in length")
        order = self.rungs.target.astype(np.int64) * MOST_RUNGS + self.rungs.number
        if (np.diff(order) <= 0).any():
            raise ValueError("rungs must lie by target and number, each once")


MOST_RUNGS = 1_000
"""A ladder has fewer stages than this."""


def rule_for(kind: TargetKind, combine: Combine) -> int:
    """The combination's code. Stages cannot be added up: every party must reach them."""
    if kind is not TargetKind.QUANTITY and combine is Combine.SUM:
        combine = Combine.EACH
    return RULES.index(combine)
