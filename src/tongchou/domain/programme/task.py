"""Areas and tasks: the numbered rows of a notice's annex."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tongchou.domain.notice.document import Span
from tongchou.domain.programme.target import Quantity, spans_from_json, spans_to_json
from tongchou.domain.shared.organizations import OrganizationKind
from tongchou.domain.shared.periods import Period


class Role(StrEnum):
    """What an organization does in a task."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    ASSISTING = "assisting"
    SUPERVISING = "supervising"


class Origin(StrEnum):
    """A row of the annex, or a promise of the prose that was adopted (正文事项)."""

    ANNEX = "annex"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Organization:
    """An organ on a task: `printed` as the cell has it, `name` with its government written out.

    `jurisdiction` is the short name (万州), None where the line does not say. `code` is that of
    its government after GB/T 2260, or an internal one for a park; None where no table has it.
    """

    name: str
    jurisdiction: str | None
    role: Role
    printed: str
    kind: OrganizationKind
    function: str | None
    spans: tuple[Span, ...]
    code: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "jurisdiction": self.jurisdiction,
            "role": str(self.role),
            "printed": self.printed,
            "kind": str(self.kind),
            "function": self.function,
            "code": self.code,
            "spans": spans_to_json(self.spans),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Organization":
        return cls(
            name=data["name"],
            jurisdiction=data["jurisdiction"],
            role=Role(data["role"]),
            printed=data["printed"],
            kind=OrganizationKind(data["kind"]),
            function=data["function"],
            spans=spans_from_json(data["spans"]),
            code=data["code"],
        )


@dataclass(frozen=True, slots=True)
class Area:
    number: int
    name: str
    spans: tuple[Span, ...]

    def to_json(self) -> dict[str, Any]:
        return {"number": self.number, "name": self.name, "spans": spans_to_json(self.spans)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Area":
        return cls(data["number"], data["name"], spans_from_json(data["spans"]))


@dataclass(frozen=True, slots=True)
class Task:
    """One row; `area` is an area's number (None without areas), `cells` the span of each cell."""

    number: int
    printed_number: str
    area: int | None
    name: str
    period: Period
    scope: str
    target: str
    remark: str
    organizations: tuple[Organization, ...]
    quantities: tuple[Quantity, ...]
    cells: Mapping[str, Span]
    origin: Origin = Origin.ANNEX

    @property
    def jurisdictions(self) -> tuple[str, ...]:
        """Short names of the governments with an organization on this task, in printed order."""
        named = (organization.jurisdiction for organization in self.organizations)
        return tuple(dict.fromkeys(name for name in named if name))

    def first_of(self, jurisdiction: str) -> Organization | None:
        """The organization that answers for a jurisdiction unless corrected: a lead, else the
        first that is printed for it."""
        own = [o for o in self.organizations if o.jurisdiction == jurisdiction]
        leads = [o for o in own if o.role is Role.LEAD]
        return next(iter(leads or own), None)

    def to_json(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "printed_number": self.printed_number,
            "area": self.area,
            "name": self.name,
            "period": self.period.to_json(),
            "scope": self.scope,
            "target": self.target,
            "remark": self.remark,
            "organizations": [organization.to_json() for organization in self.organizations],
            "quantities": [quantity.to_json() for quantity in self.quantities],
            "cells": {name: span.to_json() for name, span in self.cells.items()},
            "origin": str(self.origin),
            "spans": spans_to_json(tuple(self.cells.values())),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Task":
        return cls(
            number=data["number"],
            printed_number=data["printed_number"],
            area=data["area"],
            name=data["name"],
            period=Period.from_json(data["period"]),
            scope=data["scope"],
            target=data["target"],
            remark=data["remark"],
            organizations=tuple(Organization.from_json(item) for item in data["organizations"]),
            quantities=tuple(Quantity.from_json(item) for item in data["quantities"]),
            cells={name: Span.from_json(span) for name, span in data["cells"].items()},
            origin=Origin(data["origin"]),
        )
