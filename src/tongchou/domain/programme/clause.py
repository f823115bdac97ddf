"""Sentences of the prose, and the single promises they hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tongchou.domain.notice.document import Span
from tongchou.domain.programme.target import Quantity, spans_from_json, spans_to_json


@dataclass(frozen=True, slots=True)
class Promise:
    """One action of a clause; keyed "c<clause>.<n>" in printed order.

    `tasks`, `targets` and `projects` (keys) carry it; none where the annex has nothing of it.
    """

    key: str
    text: str
    tasks: tuple[int, ...]
    targets: tuple[str, ...]
    projects: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def carried(self) -> bool:
        return bool(self.tasks or self.targets)

    def to_json(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "text": self.text,
            "tasks": list(self.tasks),
            "targets": list(self.targets),
            "projects": list(self.projects),
            "spans": spans_to_json(self.spans),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Promise":
        return cls(
            key=data["key"],
            text=data["text"],
            tasks=tuple(data["tasks"]),
            targets=tuple(data["targets"]),
            projects=tuple(data["projects"]),
            spans=spans_from_json(data["spans"]),
        )


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence of the prose, the tasks that carry it, and its promises.

    A sentence that states a principle or an outlook has no promises.
    """

    section: str
    heading: str
    text: str
    tasks: tuple[int, ...]
    quantities: tuple[Quantity, ...]
    spans: tuple[Span, ...]
    promises: tuple[Promise, ...] = ()

    def to_json(self) -> dict[str, Any]:
        return {
            "section": self.section,
            "heading": self.heading,
            "text": self.text,
            "tasks": list(self.tasks),
            "quantities": [quantity.to_json() for quantity in self.quantities],
            "promises": [promise.to_json() for promise in self.promises],
            "spans": spans_to_json(self.spans),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Clause":
        return cls(
            section=data["section"],
            heading=data["heading"],
            text=data["text"],
            tasks=tuple(data["tasks"]),
            quantities=tuple(Quantity.from_json(item) for item in data["quantities"]),
            spans=spans_from_json(data["spans"]),
            promises=tuple(Promise.from_json(item) for item in data["promises"]),
        )
