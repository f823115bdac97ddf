"""What a plan asks by a date. Columns in, columns out, so that one task and ten million agree."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from tongchou.domain.programme.target import Curve
from tongchou.domain.shared.periods import months_complete

LINEAR, STEP = 0, 1
CODES = {Curve.LINEAR: LINEAR, Curve.STEP: STEP}

Days = NDArray[np.datetime64]


def months_between(start: Days, as_of: Days) -> NDArray[np.int64]:
    """Whole calendar months from the month of each start that have ended by each as-of date."""
    first, last = start.astype("datetime64[M]"), as_of.astype("datetime64[M]")
    ended = (as_of + np.timedelta64(1, "D")).astype("datetime64[M]") > last
    months = (last - first).astype(np.int64) + ended
    passed: NDArray[np.int64] = np.maximum(months, 0)
    return passed


def months_touched(start: Days, end: Days) -> NDArray[np.int64]:
    """Calendar months from the month of each start to the month of each end, both counted."""
    first, last = start.astype("datetime64[M]"), end.astype("datetime64[M]")
    touched: NDArray[np.int64] = np.maximum((last - first).astype(np.int64) + 1, 1)
    return touched


def expected(
    curve: NDArray[np.int8],
    annual: NDArray[np.float64],
    start: Days,
    end: Days,
    as_of: np.datetime64 | Days,
) -> NDArray[np.float64]:
    """The figure expected at `as_of`, for each row.

    `curve` holds LINEAR or STEP; `annual` the figure promised between the inclusive dates
    `start` and `end` (datetime64[D]). Linear: m of the n months it touches have ended, so m/n of
    the figure (m/12 for a calendar year), all of it from `end`. Step: nothing before `end`, all
    of it from that day.
    NaN where the figure or a date is missing: no plan, no expectation.
    """
    day = np.broadcast_to(np.asarray(as_of, dtype="datetime64[D]"), annual.shape)
    unplanned = np.isnat(start) | np.isnat(end) | np.isnan(annual)
    safe_start = np.where(unplanned, day, start)
    safe_end = np.where(unplanned, day, end)
    whole = months_touched(safe_start, safe_end)
    passed = np.minimum(months_between(safe_start, day), whole)
    linear = np.where(day >= safe_end, annual, annual * passed / whole)
    step = np.where(day >= safe_end, annual, 0.0)
    return np.where(unplanned, np.nan, np.where(curve == STEP, step, linear))


def months_passed(start: date, end: date, as_of: date) -> tuple[int, int]:
    """For the explaining sentence: (m, n), m of the plan's n months complete at `as_of`."""
    whole = max((end.year - start.year) * 12 + end.month - start.month + 1, 1)
    return (whole if as_of >= end else min(months_complete(start, as_of), whole)), whole


def days_behind(planned: Days, reached: Days, as_of: np.datetime64 | Days) -> NDArray[np.float64]:
    """Days by which a rung is behind its planned day; 0 in time, NaN without a planned day.

    `reached` is NaT for a rung that is not reached: it is behind since its planned day.
    """
    day = np.broadcast_to(np.asarray(as_of, dtype="datetime64[D]"), planned.shape)
    until = np.where(np.isnat(reached), day, reached)
    late = (until - planned).astype("timedelta64[D]").astype(np.float64)
    return np.where(np.isnat(planned), np.nan, np.maximum(late, 0.0))


def day_column(days: Sequence[date | None]) -> Days:
    """Dates as a column, NaT where there is none."""
    column: Days = np.array(days, dtype="datetime64[D]")
    return column
