"""What a comparison of two programmes says: values only, made by `diff`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Json = dict[str, Any]


class Relation(StrEnum):
    """What has become of a task, a target or a clause."""

    KEPT = "kept"
    RENAMED = "renamed"
    RENUMBERED = "renumbered"
    SPLIT = "split"
    MERGED = "merged"
    ADDED = "added"
    DROPPED = "dropped"


class OrganizationChange(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field with its JSON before and after, without source positions."""

    field: str
    old: Any
    new: Any

    def to_json(self) -> Json:
        return {"field": self.field, "old": self.old, "new": self.new}


@dataclass(frozen=True, slots=True)
class OrganizationDiff:
    """`old` and `new` are roles, None on the side where it is not named."""

    change: OrganizationChange
    name: str
    jurisdiction: str | None
    old: str | None
    new: str | None

    def to_json(self) -> Json:
        return {
            "change": str(self.change),
            "name": self.name,
            "jurisdiction": self.jurisdiction,
            "old": self.old,
            "new": self.new,
        }


@dataclass(frozen=True, slots=True)
class QuantityDiff:
    """A printed figure (`text`) before and after, None on the side that has none."""

    field: str
    subject: str
    old: str | None
    new: str | None

    def to_json(self) -> Json:
        return {"field": self.field, "subject": self.subject, "old": self.old, "new": self.new}


@dataclass(frozen=True, slots=True)
class TargetDiff:
    """Keys before and after; a split has several after, a merger several before."""

    relation: Relation
    before: tuple[str, ...]
    after: tuple[str, ...]
    text: str
    fields: tuple[FieldChange, ...] = ()

    @property
    def same(self) -> bool:
        """Nothing but its key may differ."""
        return self.relation in (Relation.KEPT, Relation.RENUMBERED) and not self.fields

    def to_json(self) -> Json:
        return {
            "relation": str(self.relation),
            "before": list(self.before),
            "after": list(self.after),
            "text": self.text,
            "fields": [change.to_json() for change in self.fields],
        }


@dataclass(frozen=True, slots=True)
class TaskDiff:
    """Numbers before and after; `name` is the later one, the earlier one of a dropped task."""

    relation: Relation
    before: tuple[int, ...]
    after: tuple[int, ...]
    name: str
    fields: tuple[FieldChange, ...] = ()
    organizations: tuple[OrganizationDiff, ...] = ()
    quantities: tuple[QuantityDiff, ...] = ()
    targets: tuple[TargetDiff, ...] = ()

    @property
    def same(self) -> bool:
        """Nothing but its number may differ."""
        kept = self.relation in (Relation.KEPT, Relation.RENUMBERED)
        inside = self.fields or self.organizations or self.quantities
        return kept and not inside and all(target.same for target in self.targets)

    def to_json(self) -> Json:
        return {
            "relation": str(self.relation),
            "before": list(self.before),
            "after": list(self.after),
            "name": self.name,
            "fields": [change.to_json() for change in self.fields],
            "organizations": [change.to_json() for change in self.organizations],
            "quantities": [change.to_json() for change in self.quantities],
            "targets": [target.to_json() for target in self.targets],
        }


@dataclass(frozen=True, slots=True)
class ClauseDiff:
    """A sentence of the prose that was added, dropped or worded anew (kept)."""

    relation: Relation
    section: str
    old: str | None
    new: str | None

    def to_json(self) -> Json:
        return {
            "relation": str(self.relation),
            "section": self.section,
            "old": self.old,
            "new": self.new,
        }


@dataclass(frozen=True, slots=True)
class Diff:
    """Two programmes compared. `tasks` follow the later one, what was dropped at the end; clauses
    hold changes only. The maps lead from numbers and keys of the earlier programme to all that
    they became.
    """

    header: tuple[FieldChange, ...]
    tasks: tuple[TaskDiff, ...]
    clauses: tuple[ClauseDiff, ...]
    task_map: Mapping[int, tuple[int, ...]]
    target_map: Mapping[str, tuple[str, ...]]
    promise_map: Mapping[str, str]

    @property
    def same(self) -> bool:
        """Both say the same, in the same numbers."""
        tasks = all(task.same and task.relation is Relation.KEPT for task in self.tasks)
        return tasks and not self.header and not self.clauses

    def to_json(self) -> Json:
        return {
            "same": self.same,
            "header": [change.to_json() for change in self.header],
            "tasks": [task.to_json() for task in self.tasks],
            "clauses": [clause.to_json() for clause in self.clauses],
        }
