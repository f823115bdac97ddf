"""Figures, ladders and targets: the atomic promises of a programme."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from tongchou.domain.notice.document import Span
from tongchou.domain.shared.canonical import decimal_text
from tongchou.domain.shared.quantities import Comparator, Measure


class QuantityField(StrEnum):
    """The cell (or the prose) that prints a figure."""

    SCOPE = "scope"
    TARGET = "target"
    NAME = "name"
    PERIOD = "period"
    CLAUSE = "clause"


class QuantityRole(StrEnum):
    """Target: promised; total: of the whole undertaking; scope: describes it; progress: a share."""

    TARGET = "target"
    TOTAL = "total"
    SCOPE = "scope"
    PROGRESS = "progress"


class TargetKind(StrEnum):
    QUANTITY = "quantity"
    LADDER = "ladder"
    CHECKLIST = "checklist"


class Combine(StrEnum):
    """How the parties' figures make the joint one."""

    SUM = "sum"
    EACH = "each"
    ANY = "any"
    LEAD = "lead"
    LARGEST = "largest"


class Effort(StrEnum):
    """Firm, or promised as an effort only (力争, 争取)."""

    FIRM = "firm"
    EFFORT = "effort"


class Curve(StrEnum):
    LINEAR = "linear"
    STEP = "step"


class Cadence(StrEnum):
    """How often a target is reported on."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


def spans_to_json(spans: tuple[Span, ...]) -> list[list[int]]:
    return [span.to_json() for span in spans]


def spans_from_json(data: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span.from_json(item) for item in data)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed figure: `value` is exact in the base `unit`; `upper` only for ranges.

    `subject` names what is measured (货运量), "" where the text does not say.
    """

    field: QuantityField
    text: str
    number: str
    value: Decimal
    unit: str
    printed_unit: str
    comparator: Comparator
    role: QuantityRole
    measure: Measure
    spans: tuple[Span, ...]
    upper: Decimal | None = None
    subject: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "field": str(self.field),
            "text": self.text,
            "number": self.number,
            "value": decimal_text(self.value),
            "upper": None if self.upper is None else decimal_text(self.upper),
            "unit": self.unit,
            "printed_unit": self.printed_unit,
            "subject": self.subject,
            "comparator": str(self.comparator),
            "role": str(self.role),
            "measure": str(self.measure),
            "spans": spans_to_json(self.spans),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Quantity":
        return cls(
            field=QuantityField(data["field"]),
            text=data["text"],
            number=data["number"],
            value=Decimal(data["value"]),
            unit=data["unit"],
            printed_unit=data["printed_unit"],
            comparator=Comparator(data["comparator"]),
            role=QuantityRole(data["role"]),
            measure=Measure(data["measure"]),
            spans=spans_from_json(data["spans"]),
            upper=None if data["upper"] is None else Decimal(data["upper"]),
            subject=data["subject"],
        )


@dataclass(frozen=True, slots=True)
class Rung:
    """One stage of a ladder, the proof it needs and the day it is planned for."""

    name: str
    proof: str
    planned: date | None = None

    def to_json(self) -> dict[str, Any]:
        planned = self.planned.isoformat() if self.planned else None
        return {"name": self.name, "proof": self.proof, "planned": planned}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Rung":
        planned = data["planned"]
        return cls(data["name"], data["proof"], date.fromisoformat(planned) if planned else None)


@dataclass(frozen=True, slots=True)
class Ladder:
    template: str
    rungs: tuple[Rung, ...]

    def to_json(self) -> dict[str, Any]:
        return {"template": self.template, "rungs": [rung.to_json() for rung in self.rungs]}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Ladder":
        return cls(data["template"], tuple(Rung.from_json(rung) for rung in data["rungs"]))


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a checklist; each jurisdiction it binds has a state for it."""

    name: str
    proof: str
    spans: tuple[Span, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "proof": self.proof, "spans": spans_to_json(self.spans)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Item":
        return cls(data["name"], data["proof"], spans_from_json(data["spans"]))


@dataclass(frozen=True, slots=True)
class Checklist:
    """Named items of a promise such as 实现公积金、社保等事项通办; `expected` is their printed
    number where the text counts more than it names."""

    items: tuple[Item, ...]
    expected: int | None = None

    def to_json(self) -> dict[str, Any]:
        return {"items": [item.to_json() for item in self.items], "expected": self.expected}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Checklist":
        return cls(tuple(Item.from_json(item) for item in data["items"]), data["expected"])


@dataclass(frozen=True, slots=True)
class Plan:
    """How the annual figure is expected to grow between two inclusive dates."""

    curve: Curve
    start: date
    end: date

    def to_json(self) -> dict[str, Any]:
        return {
            "curve": str(self.curve),
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Plan":
        start, end = date.fromisoformat(data["start"]), date.fromisoformat(data["end"])
        return cls(Curve(data["curve"]), start, end)


@dataclass(frozen=True, slots=True)
class Target:
    """One atomic promise inside a task; `key` ("9.1") is stable within one programme file.

    `answers` names at most one answering organization per jurisdiction (short name).
    """

    key: str
    task: int
    project: str | None
    kind: TargetKind
    text: str
    jurisdictions: tuple[str, ...]
    combine: Combine
    effort: Effort
    spans: tuple[Span, ...]
    quantity: Quantity | None = None
    ladder: Ladder | None = None
    checklist: Checklist | None = None
    plan: Plan | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    cadence: Cadence = Cadence.MONTH
    state: str = "proposed"

    def to_json(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "task": self.task,
            "project": self.project,
            "kind": str(self.kind),
            "text": self.text,
            "jurisdictions": list(self.jurisdictions),
            "combine": str(self.combine),
            "effort": str(self.effort),
            "quantity": self.quantity.to_json() if self.quantity else None,
            "ladder": self.ladder.to_json() if self.ladder else None,
            "checklist": self.checklist.to_json() if self.checklist else None,
            "plan": self.plan.to_json() if self.plan else None,
            "answers": dict(self.answers),
            "cadence": str(self.cadence),
            "state": self.state,
            "spans": spans_to_json(self.spans),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Target":
        return cls(
            key=data["key"],
            task=data["task"],
            project=data["project"],
            kind=TargetKind(data["kind"]),
            text=data["text"],
            jurisdictions=tuple(data["jurisdictions"]),
            combine=Combine(data["combine"]),
            effort=Effort(data["effort"]),
            spans=spans_from_json(data["spans"]),
            quantity=Quantity.from_json(data["quantity"]) if data["quantity"] else None,
            ladder=Ladder.from_json(data["ladder"]) if data["ladder"] else None,
            checklist=Checklist.from_json(data["checklist"]) if data["checklist"] else None,
            plan=Plan.from_json(data["plan"]) if data["plan"] else None,
            answers=dict(data["answers"]),
            cadence=Cadence(data["cadence"]),
            state=data["state"],
        )
