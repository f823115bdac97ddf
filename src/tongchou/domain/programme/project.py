"""Named undertakings of a programme: one record however often and wherever they are named."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tongchou.domain.notice.document import Span
from tongchou.domain.programme.target import Quantity, spans_from_json, spans_to_json


class ProjectCategory(StrEnum):
    """How far an undertaking has come: 前期, 新开工, 续建, 竣工."""

    PREPARATION = "preparation"
    NEW = "new"
    CONTINUED = "continued"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Project:
    """An undertaking such as a reservoir, a road section or a park.

    `names` holds every way it is written, `name` first; `tasks` the numbers of the tasks that
    name it, none for one that stands only in the prose; `targets` the keys of its own targets;
    `quantities` its totals and yearly figures. `sort` is a key of projects.json (reservoir,
    road, …), None where its name does not tell. `category` is None where the text does not say.
    """

    key: str
    name: str
    names: tuple[str, ...]
    sort: str | None
    category: ProjectCategory | None
    tasks: tuple[int, ...]
    targets: tuple[str, ...]
    jurisdictions: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    spans: tuple[Span, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "name": self.name,
            "names": list(self.names),
            "sort": self.sort,
            "category": str(self.category) if self.category else None,
            "tasks": list(self.tasks),
            "targets": list(self.targets),
            "jurisdictions": list(self.jurisdictions),
            "quantities": [quantity.to_json() for quantity in self.quantities],
            "spans": spans_to_json(self.spans),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Project":
        return cls(
            key=data["key"],
            name=data["name"],
            names=tuple(data["names"]),
            sort=data["sort"],
            category=ProjectCategory(data["category"]) if data["category"] else None,
            tasks=tuple(data["tasks"]),
            targets=tuple(data["targets"]),
            jurisdictions=tuple(data["jurisdictions"]),
            quantities=tuple(Quantity.from_json(item) for item in data["quantities"]),
            spans=spans_from_json(data["spans"]),
        )
