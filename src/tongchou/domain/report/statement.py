"""What is asked of one target for a period, what was stated, and how it is sealed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tongchou.domain.programme.target import TargetKind
from tongchou.domain.report.figure import Figure, Flaw, read_figure
from tongchou.domain.shared.canonical import decimal_text

SCHEMA = 1
"""Of a sealed submission."""


@dataclass(frozen=True, slots=True)
class AskedRung:
    uuid: UUID
    number: int
    name: str
    proof: str
    planned: date | None


@dataclass(frozen=True, slots=True)
class Asked:
    """One target as a report asks for it; the quantity's fields are blank for a ladder."""

    target: UUID
    key: str
    kind: TargetKind
    text: str
    unit: str = ""
    printed_unit: str = ""
    measure: str = ""
    value: Decimal | None = None
    rungs: tuple[AskedRung, ...] = ()

    @property
    def in_words(self) -> bool:
        """Neither a figure nor a stage answers it: a checklist, whose items are told in words."""
        return self.kind is not TargetKind.QUANTITY and not self.rungs

    def rung(self, uuid: UUID | None) -> AskedRung | None:
        return next((rung for rung in self.rungs if rung.uuid == uuid), None)


@dataclass(frozen=True, slots=True)
class Proof:
    """An evidence file as it is cited: which row, what name, what bytes."""

    uuid: UUID
    name: str
    algorithm: str
    digest: str

    def to_json(self) -> dict[str, Any]:
        return {
            "uuid": str(self.uuid),
            "name": self.name,
            "algorithm": self.algorithm,
            "digest": self.digest,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Proof":
        return cls(UUID(data["uuid"]), data["name"], data["algorithm"], data["digest"])


@dataclass(frozen=True, slots=True)
class Statement:
    """What a person stated of one target. `value` is text as typed beside `unit`.

    `no_change` repeats what the period before said. `none_yet` says that there is nothing to
    state: no rung reached, no figure known; a blank without it states nothing at all.
    """

    value: str = ""
    unit: str = ""
    rung: UUID | None = None
    reached_on: date | None = None
    no_change: bool = False
    none_yet: bool = False
    words: str = ""
    problems: str = ""
    evidence: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Sealed:
    """One statement of a sealed submission, read back; `value` is exact in the base unit."""

    target: UUID
    key: str
    as_of: date
    value: Decimal | None
    unit: str
    printed: str
    printed_unit: str
    rung: UUID | None
    rung_name: str
    reached_on: date | None
    no_change: bool
    none_yet: bool
    words: str
    problems: str
    evidence: tuple[Proof, ...]

    def repeated(self) -> Statement:
        """The statement of "no change": the same figure or rung, said anew."""
        return Statement(
            value=self.printed,
            unit=self.printed_unit,
            rung=self.rung,
            reached_on=self.reached_on,
            no_change=True,
            none_yet=self.none_yet,
        )

    def same_state(self, other: "Sealed") -> bool:
        """Whether figure, rung and the day it was reached are the same, whatever the words."""
        mine = (self.value, self.rung, self.reached_on, self.none_yet)
        return mine == (other.value, other.rung, other.reached_on, other.none_yet)


@dataclass(frozen=True, slots=True)
class Line:
    """One target of a report: what is asked, what is stated, and what the last period said.

    `as_of` is the last day of the period; `on` the business date of the check; `begins` the
    first day of the programme.
    """

    asked: Asked
    stated: Statement
    last: Sealed | None
    as_of: date
    on: date
    begins: date

    @property
    def figure(self) -> Figure | Flaw | None:
        if self.asked.kind is not TargetKind.QUANTITY:
            return None
        return read_figure(self.stated.value, self.stated.unit, self.asked.unit)

    @property
    def value(self) -> Decimal | None:
        figure = self.figure
        return figure.value if isinstance(figure, Figure) else None

    @property
    def rung(self) -> AskedRung | None:
        return self.asked.rung(self.stated.rung)

    @property
    def last_rung(self) -> AskedRung | None:
        return self.asked.rung(self.last.rung) if self.last else None

    @property
    def moved(self) -> bool:
        """Whether a rung is stated that the last period had not reached."""
        return self.rung is not None and self.rung != self.last_rung


def sealed_content(line: Line) -> dict[str, Any]:
    """One entry of a submission's statements. Call it for a line without error findings."""
    figure, rung = line.figure, line.rung
    stated = line.stated
    read = isinstance(figure, Figure)
    return {
        "target": str(line.asked.target),
        "key": line.asked.key,
        "value": decimal_text(figure.value) if isinstance(figure, Figure) else None,
        "unit": line.asked.unit,
        "printed": figure.printed if isinstance(figure, Figure) else "",
        "printed_unit": figure.printed_unit if isinstance(figure, Figure) else "",
        "as_of": line.as_of.isoformat(),
        "rung": str(rung.uuid) if rung else None,
        "rung_name": rung.name if rung else "",
        "reached_on": stated.reached_on.isoformat() if rung and stated.reached_on else None,
        "no_change": stated.no_change,
        "none_yet": stated.none_yet and not read and rung is None,
        "words": stated.words,
        "problems": stated.problems,
        "evidence": [proof.to_json() for proof in stated.evidence],
    }


def read_sealed(data: Mapping[str, Any]) -> Sealed:
    """One entry of a submission's statements, schema 1."""
    reached, rung = data["reached_on"], data["rung"]
    return Sealed(
        target=UUID(data["target"]),
        key=data["key"],
        as_of=date.fromisoformat(data["as_of"]),
        value=None if data["value"] is None else Decimal(data["value"]),
        unit=data["unit"],
        printed=data["printed"],
        printed_unit=data["printed_unit"],
        rung=UUID(rung) if rung else None,
        rung_name=data["rung_name"],
        reached_on=date.fromisoformat(reached) if reached else None,
        no_change=data["no_change"],
        none_yet=data["none_yet"],
        words=data["words"],
        problems=data["problems"],
        evidence=tuple(map(Proof.from_json, data["evidence"])),
    )
