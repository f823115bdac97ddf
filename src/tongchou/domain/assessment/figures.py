"""What a verdict keeps so that its sentence can be written years later, without any table."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np

from tongchou.domain.assessment.assess import Verdicts
from tongchou.domain.assessment.inputs import AnswerRow, Inputs, RungRow, TargetRow
from tongchou.domain.assessment.reasons import CODE, Reason
from tongchou.domain.assessment.rules.relative_shortfall import MILLION
from tongchou.domain.programme.plan import months_passed
from tongchou.domain.programme.target import Combine, Curve, TargetKind
from tongchou.domain.shared.canonical import decimal_text


def millionths_text(value: float) -> str | None:
    """A column's figure as decimal text with at most six places; None where there is none."""
    if np.isnan(value):
        return None
    return decimal_text(Decimal(int(np.rint(value * MILLION))) / MILLION)


class FiguresWriter:
    """Writes the figures of targets and answers of one programme."""

    def __init__(self, inputs: Inputs) -> None:
        self.as_of = inputs.as_of
        self.targets = {row.uuid: row for row in inputs.targets}
        self.names = {row.slug: row.name for row in inputs.parties}
        self.rungs: dict[str, list[RungRow]] = defaultdict(list)
        for rung in inputs.rungs:
            self.rungs[rung.target].append(rung)
        self.answers: dict[str, list[AnswerRow]] = defaultdict(list)
        for answer in inputs.answers:
            self.answers[answer.target].append(answer)

    def of_target(self, row: TargetRow, verdicts: Verdicts, number: int) -> dict[str, Any]:
        """The joint figure, what it was held against, and each party's part in it."""
        answers = self.answers[row.uuid]
        asked = [answer for answer in answers if answer.organization is not None]
        if row.combine == Combine.LEAD:
            asked = [answer for answer in asked if answer.lead]
        return {
            **self._judged(row, verdicts, number),
            "parts": [self._part(row, answer) for answer in answers if _stated(row, answer)],
            "missing": [
                self.names[answer.jurisdiction] for answer in asked if not _stated(row, answer)
            ],
            "silent": [
                self.names[answer.jurisdiction] for answer in answers if answer.organization is None
            ],
        }

    def of_answer(self, answer: AnswerRow, verdicts: Verdicts, number: int) -> dict[str, Any]:
        """The party's own figure, with the period and the submission it comes from."""
        row = self.targets[answer.target]
        parts = [self._part(row, answer)] if _stated(row, answer) else []
        own = self._judged(row, verdicts, number)
        if verdicts.reason[number] == CODE[Reason.JOINT]:
            own |= {"expected": None, "short": 0}
        return {
            **own,
            "name": self.names[answer.jurisdiction],
            "parts": parts,
            "missing": [],
            "silent": [],
        }

    def _judged(self, row: TargetRow, verdicts: Verdicts, number: int) -> dict[str, Any]:
        common = {"kind": row.kind, "key": row.key, "rule": row.combine}
        if row.kind == TargetKind.QUANTITY:
            return {**common, **self._quantity(row, verdicts, number)}
        return {**common, **self._ladder(row, verdicts, number)}

    def _quantity(self, row: TargetRow, verdicts: Verdicts, number: int) -> dict[str, Any]:
        months = None
        if row.curve == Curve.LINEAR and row.start and row.end:
            months = list(months_passed(row.start, row.end, self.as_of))
        return {
            "comparator": row.comparator,
            "annual": row.annual,
            "unit": row.unit,
            "printed_unit": row.printed_unit,
            "curve": row.curve,
            "start": _iso(row.start),
            "end": _iso(row.end),
            "months": months,
            "expected": millionths_text(float(verdicts.expected[number])),
            "actual": millionths_text(float(verdicts.actual[number])),
            "short": int(verdicts.measured[number]),
        }

    def _ladder(self, row: TargetRow, verdicts: Verdicts, number: int) -> dict[str, Any]:
        rungs = self.rungs[row.uuid]
        reached = verdicts.actual[number]
        position = 0 if np.isnan(reached) else int(reached)
        beyond = [rung for rung in rungs if rung.number > position]
        planned = sorted((r for r in beyond if r.planned), key=lambda r: (r.planned, r.number))
        late = next((r for r in planned if r.planned and r.planned <= self.as_of), None)
        following = next((r for r in planned if r.planned and r.planned > self.as_of), None)
        met = [rung for rung in rungs if rung.number <= position and rung.planned]
        return {
            "stages": len(rungs),
            "reached": None if np.isnan(reached) else self._rung(rungs, position),
            "met": self._rung(rungs, met[-1].number) if met else None,
            "late": self._rung(rungs, late.number) if late else None,
            "next": self._rung(rungs, following.number) if following else None,
            "days": int(verdicts.measured[number]),
        }

    def _rung(self, rungs: list[RungRow], number: int) -> dict[str, Any]:
        """Number 0 stands for: no stage reached."""
        for rung in rungs:
            if rung.number == number:
                return {"number": number, "name": rung.name, "planned": _iso(rung.planned)}
        return {"number": 0, "name": "", "planned": None}

    def _part(self, row: TargetRow, answer: AnswerRow) -> dict[str, Any]:
        part: dict[str, Any] = {
            "jurisdiction": answer.jurisdiction,
            "name": self.names[answer.jurisdiction],
            "as_of": _iso(answer.figure_as_of),
            "submission": answer.submission,
        }
        if row.kind == TargetKind.QUANTITY:
            return {**part, "value": answer.value}
        return {**part, "rung": self._rung(self.rungs[row.uuid], answer.rung or 0)}


def _stated(row: TargetRow, answer: AnswerRow) -> bool:
    if answer.organization is None:
        return False
    return (answer.value if row.kind == TargetKind.QUANTITY else answer.rung) is not None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
