"""A run's verdicts as values: codes for the tables, figures for the explaining sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np

from tongchou.domain.assessment.assess import Outcome, Verdicts, assess
from tongchou.domain.assessment.columns import Columns
from tongchou.domain.assessment.figures import FiguresWriter
from tongchou.domain.assessment.inputs import Inputs
from tongchou.domain.assessment.reasons import REASONS, Reason
from tongchou.domain.assessment.scheme import NO_LIGHT, LightScheme


class Level(StrEnum):
    """What a verdict is about. ANSWER: one jurisdiction's part in a target."""

    ANSWER = "answer"
    TARGET = "target"
    PROJECT = "project"
    TASK = "task"
    AREA = "area"
    JURISDICTION = "jurisdiction"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`light` is blank where `reason` is not. `object` is the UUID of what is judged (of the

    programme, for a jurisdiction); `jurisdiction` is a slug, blank for the joint object.
    `figures` is JSON without floats, and all that the explaining sentence needs.
    """

    level: Level
    object: str
    jurisdiction: str
    light: str
    reason: Reason
    figures: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {
            "level": str(self.level),
            "object": self.object,
            "jurisdiction": self.jurisdiction,
            "light": self.light,
            "reason": str(self.reason),
            "figures": dict(self.figures),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Verdict":
        return cls(
            level=Level(data["level"]),
            object=data["object"],
            jurisdiction=data["jurisdiction"],
            light=data["light"],
            reason=Reason(data["reason"]),
            figures=data["figures"],
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """The columns, what came out of them, and the two lowest levels as values, row by row."""

    inputs: Inputs
    columns: Columns
    outcome: Outcome
    targets: tuple[Verdict, ...]
    answers: tuple[Verdict, ...]


def judge(inputs: Inputs, scheme: LightScheme) -> Judged:
    """Assesses one programme."""
    columns = inputs.columns()
    outcome = assess(columns, scheme, np.datetime64(inputs.as_of, "D"))
    writer = FiguresWriter(inputs)
    targets = tuple(
        Verdict(
            Level.TARGET,
            row.uuid,
            "",
            light_at(outcome.targets, number, scheme),
            REASONS[outcome.targets.reason[number]],
            writer.of_target(row, outcome.targets, number),
        )
        for number, row in enumerate(inputs.targets)
    )
    answers = tuple(
        Verdict(
            Level.ANSWER,
            answer.target,
            answer.jurisdiction,
            light_at(outcome.answers, number, scheme),
            REASONS[outcome.answers.reason[number]],
            writer.of_answer(answer, outcome.answers, number),
        )
        for number, answer in enumerate(inputs.answers)
    )
    return Judged(inputs, columns, outcome, targets, answers)


def light_at(verdicts: Verdicts, number: int, scheme: LightScheme) -> str:
    """The light's name; blank where there is none."""
    code = int(verdicts.light[number])
    return "" if code == NO_LIGHT else scheme.lights[code].code
