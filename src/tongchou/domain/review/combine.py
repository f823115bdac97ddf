"""How the parties' figures become the joint one: columns in, columns out, in one call.

A missing figure is a state of its own and never counts as zero: a sum over two of three parties
is a partial sum, and says so.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from tongchou.domain.programme.target import Combine

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Indexes = NDArray[np.intp]
Codes = NDArray[np.uint8]

RULES: tuple[Combine, ...] = (
    Combine.SUM,
    Combine.EACH,
    Combine.ANY,
    Combine.LEAD,
    Combine.LARGEST,
)
"""The code of a rule in a column is its place here."""


class Joint(IntEnum):
    """How much of a joint figure is known."""

    MISSING = 0
    PARTIAL = 1
    COMPLETE = 2


@dataclass(frozen=True, slots=True)
class Combined:
    """Columns of length T, one row for each target.

    `value` is NaN where `state` is MISSING. A PARTIAL value covers the parties that have stated
    one: a lower bound for sum, any and largest, an upper bound for each. `stated` of `parties`
    figures went into it.
    """

    value: Floats
    state: Codes
    stated: Indexes
    parties: Indexes


def combine(
    *, rules: Codes, target: Indexes, figures: Floats, stated: Bools, lead: Bools
) -> Combined:
    """Combine N figures of parties into T joint figures.

    `rules` (T) holds rule codes; `target` (N) the row of `rules` that a figure belongs to;
    `figures` (N) base-unit values or rung numbers, read only where `stated` (N) is true; `lead`
    (N) marks the lead's row. Every party that answers has a row, stated or not.

    sum adds the parties; each is kept when the last party keeps it, so its figure is the
    smallest; any and largest take the largest; lead takes the lead's figure alone.
    Raises ValueError where the columns do not fit.
    """
    _must_fit(rules, target, figures, stated, lead)
    count = len(rules)
    asked = lead | (rules[target] != RULES.index(Combine.LEAD))
    used = stated & asked
    parties = np.bincount(target[asked], minlength=count)
    known = np.bincount(target[used], minlength=count)
    where, what = target[used], figures[used]
    value = np.bincount(where, weights=what, minlength=count)
    largest = np.full(count, -np.inf)
    np.maximum.at(largest, where, what)
    smallest = np.full(count, np.inf)
    np.minimum.at(smallest, where, what)
    value = np.where(rules == RULES.index(Combine.EACH), smallest, value)
    greatest = (rules == RULES.index(Combine.ANY)) | (rules == RULES.index(Combine.LARGEST))
    value = np.where(greatest, largest, value)
    state = np.where(
        known == 0, Joint.MISSING, np.where(known < parties, Joint.PARTIAL, Joint.COMPLETE)
    )
    return Combined(
        value=np.where(known == 0, np.nan, value),
        state=state.astype(np.uint8),
        stated=known,
        parties=parties,
    )


def _must_fit(rules: Codes, target: Indexes, figures: Floats, stated: Bools, lead: Bools) -> None:
    if not len(target) == len(figures) == len(stated) == len(lead):
        raise ValueError("the columns of figures differ in length")
    if len(rules) and rules.max() >= len(RULES):
        raise ValueError("a rule code stands for no rule")
    if len(target) and (target.min() < 0 or target.max() >= len(rules)):
        raise ValueError("a figure belongs to no target")
    if not np.isfinite(figures[stated]).all():
        raise ValueError("a stated figure is not a number")
    leads = np.bincount(target[lead], minlength=len(rules))
    if (leads > 1).any():
        raise ValueError("a target has two leads")
