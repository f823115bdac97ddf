"""The verdicts, once: columns in, codes and whole numbers out.

The same functions assess 25 tasks in a demo and millions of rows in a national run; a verdict
depends on nothing but its own rows, the scheme and the as-of date, so shards can be joined.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tongchou.domain.assessment.columns import LADDER, QUANTITY, Answers, Columns, Targets
from tongchou.domain.assessment.reasons import CODE, Reason
from tongchou.domain.assessment.rules.days_behind import LadderIndex, days_behind
from tongchou.domain.assessment.rules.relative_shortfall import relative_shortfall
from tongchou.domain.assessment.scheme import NO_LIGHT, LightScheme, Measure
from tongchou.domain.programme.target import Combine
from tongchou.domain.review.combine import RULES, Joint, combine

BEST = 0
EACH = RULES.index(Combine.EACH)
LEAD = RULES.index(Combine.LEAD)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Columns of one length. `light` is NO_LIGHT where `reason` is not ASSESSED.

    `expected` (NaN for ladders) and `actual` are what was compared, `measured` the millionths or
    days that met the bounds, `due` the planned day of the decisive stage (NaT: none is late).
    `complete` is false where a party that should have stated a figure has not.
    """

    light: NDArray[np.int8]
    reason: NDArray[np.uint8]
    expected: Floats
    actual: Floats
    measured: Ints
    due: NDArray[np.datetime64]
    complete: Bools

    def __len__(self) -> int:
        return len(self.light)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Verdicts on the targets (joint figures) and on each party's answer, rows as in Columns."""

    targets: Verdicts
    answers: Verdicts


def assess(columns: Columns, scheme: LightScheme, as_of: np.datetime64) -> Outcome:
    """Judges every target on its combined figure and every answer that stands for itself."""
    targets, answers = columns.targets, columns.answers
    ladders = LadderIndex(columns.rungs, len(targets))
    asked = answers.reporting
    joint = combine(
        rules=targets.rule,
        target=answers.target[asked],
        figures=answers.figure[asked],
        stated=answers.stated[asked],
        lead=answers.lead[asked],
    )
    every = np.arange(len(targets), dtype=np.intp)
    whole = _judge(
        targets,
        every,
        figure=joint.value,
        stated=joint.state > Joint.MISSING,
        ladders=ladders,
        scheme=scheme,
        as_of=as_of,
    )
    whole = _where_incomplete(whole, targets.rule, joint.state == Joint.PARTIAL)
    whole = _without_light(whole, joint.parties == 0, Reason.NOT_REPORTING)
    own = _judge(
        targets,
        answers.target,
        figure=answers.figure,
        stated=answers.stated,
        ladders=ladders,
        scheme=scheme,
        as_of=as_of,
    )
    shared = _counted_jointly(targets, answers) & (own.reason == CODE[Reason.ASSESSED])
    own = _without_light(own, shared, Reason.JOINT)
    return Outcome(whole, _without_light(own, ~answers.reporting, Reason.NOT_REPORTING))


def _judge(
    targets: Targets,
    row: NDArray[np.intp],
    *,
    figure: Floats,
    stated: Bools,
    ladders: LadderIndex,
    scheme: LightScheme,
    as_of: np.datetime64,
) -> Verdicts:
    """Judges figures: `row` says to which target each belongs, `figure` counts where `stated`."""
    kind = targets.kind[row]
    figure = np.where(stated, figure, np.nan)
    asked, short, quantity_reason = relative_shortfall(targets, row, figure, as_of)
    late, due, ladder_reason = days_behind(ladders, row, figure, as_of)
    is_ladder = kind == LADDER
    reason = np.where(is_ladder, ladder_reason, quantity_reason).astype(np.uint8)
    reason[(kind != LADDER) & (kind != QUANTITY)] = CODE[Reason.NO_RULE]
    judged = reason == CODE[Reason.ASSESSED]
    measured = np.where(judged, np.where(is_ladder, late, short), 0)
    light = np.where(
        is_ladder,
        scheme.lights_of(Measure.DAYS_BEHIND, measured),
        scheme.lights_of(Measure.RELATIVE_SHORTFALL, measured),
    )
    return Verdicts(
        light=np.where(judged, light, NO_LIGHT).astype(np.int8),
        reason=reason,
        expected=np.where(is_ladder, np.nan, asked),
        actual=figure,
        measured=measured,
        due=np.where(is_ladder, due, np.datetime64("NaT", "D")),
        complete=np.ones(len(row), dtype=np.bool_),
    )


def _without_light(verdicts: Verdicts, rows: Bools, reason: Reason) -> Verdicts:
    return replace(
        verdicts,
        light=np.where(rows, NO_LIGHT, verdicts.light).astype(np.int8),
        reason=np.where(rows, CODE[reason], verdicts.reason).astype(np.uint8),
    )


def _where_incomplete(verdicts: Verdicts, rule: NDArray[np.uint8], partial: Bools) -> Verdicts:
    """A figure that lacks a party is a bound: it decides only what the missing part cannot undo.

    Where each party must reach the figure, the known ones show the best case, so a bad light
    stands; in a sum, a largest or an any they show the worst case, so the best light stands.
    """
    best = verdicts.light == BEST
    open_question = np.where(rule == EACH, best, ~best)
    judged = verdicts.reason == CODE[Reason.ASSESSED]
    marked = replace(verdicts, complete=~partial)
    return _without_light(marked, partial & judged & open_question, Reason.PARTIAL_FIGURE)


def _counted_jointly(targets: Targets, answers: Answers) -> Bools:
    """Answers that are parts of a joint figure and have no plan of their own.

    Unless each party must reach the figure, one behind the others has broken no promise.
    """
    parties = np.bincount(answers.target[answers.reporting], minlength=len(targets))
    rule = targets.rule[answers.target]
    alone = (parties[answers.target] == 1) | ((rule == LEAD) & answers.lead)
    shared: Bools = (rule != EACH) & ~alone
    return shared
