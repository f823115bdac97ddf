"""How many days a ladder is behind the planned day of a stage that is due and not reached."""

import numpy as np
from numpy.typing import NDArray

from tongchou.domain.assessment.columns import MOST_RUNGS, Rungs
from tongchou.domain.assessment.reasons import CODE, Reason

FAR = np.iinfo(np.int64).max // 4

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class LadderIndex:
    """Finds the stages beyond a position, for any number of rows at once."""

    def __init__(self, rungs: Rungs, targets: int) -> None:
        self.key = rungs.target.astype(np.int64) * MOST_RUNGS + rungs.number
        self.target = rungs.target
        has_plan = ~np.isnat(rungs.planned)
        days = np.where(has_plan, rungs.planned.astype("datetime64[D]").astype(np.int64), FAR)
        self.earliest = _earliest_from_here(rungs.target, days)
        self.planned_before = np.concatenate([[0], np.cumsum(has_plan)])
        self.first = np.searchsorted(rungs.target, np.arange(targets))
        self.planned = np.bincount(rungs.target[has_plan], minlength=targets) > 0

    def beyond(self, row: NDArray[np.intp], position: Ints) -> tuple[Ints, Bools]:
        """The earliest planned day among the stages not reached (FAR: none), and whether any

        stage with a planned day is reached.
        """
        place = np.searchsorted(self.key, row * MOST_RUNGS + position, side="right")
        inside = place < len(self.target)
        safe = np.minimum(place, max(len(self.target) - 1, 0))
        if not len(self.target):
            return np.full(len(row), FAR), np.zeros(len(row), dtype=np.bool_)
        same = inside & (self.target[safe] == row)
        reached = self.planned_before[place] - self.planned_before[self.first[row]]
        return np.where(same, self.earliest[safe], FAR), reached > 0


def _earliest_from_here(group: NDArray[np.intp], days: Ints) -> Ints:
    """Running minimum from the end of each group to its start."""
    if not len(days):
        return days
    spread = np.int64(10**8)  # more than any count of days, so that no group reaches into another
    backwards = group[::-1]
    shift = (backwards[0] - backwards).astype(np.int64) * spread
    capped = np.minimum(days[::-1], spread // 2)
    running = np.minimum.accumulate(capped - shift) + shift
    return np.where(running >= spread // 2, FAR, running)[::-1]


def days_behind(
    ladders: LadderIndex, row: NDArray[np.intp], reached: Floats, as_of: np.datetime64
) -> tuple[Ints, NDArray[np.datetime64], NDArray[np.uint8]]:
    """Days behind the earliest due stage, its planned day (NaT: none), and reason of each row."""
    stated = ~np.isnan(reached)
    position = np.where(stated, reached, 0).astype(np.int64)
    day, any_reached = ladders.beyond(row, position)
    today = np.int64(as_of.astype("datetime64[D]").astype(np.int64))
    is_due = day <= today
    late = np.where(is_due, today - day, 0)
    due = np.where(is_due, day, 0).astype("datetime64[D]")
    due[~is_due] = np.datetime64("NaT", "D")
    reason = np.select(
        [~ladders.planned[row], ~is_due & ~any_reached, ~stated],
        [CODE[Reason.UNPLANNED_LADDER], CODE[Reason.NOT_DUE], CODE[Reason.NO_FIGURE]],
        CODE[Reason.ASSESSED],
    )
    return late, due, reason.astype(np.uint8)
