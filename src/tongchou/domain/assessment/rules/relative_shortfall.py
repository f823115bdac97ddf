"""How far a figure stays behind the expected one, as a share of the expected one."""

import numpy as np
from numpy.typing import NDArray

from tongchou.domain.assessment.columns import Demand, Targets
from tongchou.domain.assessment.reasons import CODE, Reason
from tongchou.domain.programme.plan import expected

MILLION = 1_000_000
MOST_SHARE = 1e12
"""A larger share would not fit into whole millionths."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def relative_shortfall(
    targets: Targets, row: NDArray[np.intp], actual: Floats, as_of: np.datetime64
) -> tuple[Floats, Ints, NDArray[np.uint8]]:
    """Expected figure, relative shortfall in millionths (0: none), and reason of each row.

    A target that is wholly met has no shortfall, however early. `more_than` asks strictly more
    once its plan has ended: an equal figure is then the smallest shortfall there is.
    """
    asked_of = expected(targets.curve, targets.annual, targets.start, targets.end, as_of)
    asked, annual = asked_of[row], targets.annual[row]
    demand, ended = targets.demand[row], as_of >= targets.end[row]
    strict = demand == Demand.MORE_THAN
    stated = ~np.isnan(actual)
    full = np.where(strict, actual > annual, actual >= annual)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (asked - actual) / asked
    runs = stated & (asked > 0)
    bounded = np.clip(np.where(runs, share, 0.0), -MOST_SHARE, MOST_SHARE)
    short = np.rint(bounded * MILLION).astype(np.int64)
    short = np.where(full, 0, np.maximum(short, 0))
    short = np.where(runs & strict & ended & ~full, np.maximum(short, 1), short)
    reason = np.select(
        [
            demand == Demand.NONE,
            np.isnan(asked),
            annual <= 0,
            (asked == 0) & ~full,
            ~stated,
        ],
        [
            CODE[Reason.NO_RULE],
            CODE[Reason.NO_PLAN],
            CODE[Reason.COULD_NOT_RUN],
            CODE[Reason.NOT_DUE],
            CODE[Reason.NO_FIGURE],
        ],
        CODE[Reason.ASSESSED],
    )
    return asked, short, reason.astype(np.uint8)
