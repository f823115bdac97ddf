"""What a layout finds, in reading order: areas, tasks, and where a new list begins."""

from dataclasses import dataclass, field

from tongchou.domain.notice.lines import Line
from tongchou.domain.shared.findings import Finding


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """A heading above tasks; `depth` as the labels count it (第一部分 0, 一、 1, （一） 2 …)."""

    depth: int
    number: int | None
    name: Line


@dataclass(frozen=True, slots=True)
class TaskEntry:
    """One task: `number` as printed (None where it has none that can be read), `cells` by role
    (number, name, period, scope, target, remark, leader, unit, investment, total_investment),
    `organizations` as (role, cell)."""

    number: int | None
    cells: dict[str, Line]
    organizations: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class NewList:
    """A table or list of its own begins; `title` is the line above it."""

    title: Line | None = None


@dataclass(frozen=True, slots=True)
class AreaEnd:
    """What follows stands below no heading."""


Entry = AreaEntry | AreaEnd | TaskEntry | NewList


@dataclass
class Reading:
    """What one layout made of a document."""

    entries: list[Entry] = field(default_factory=list)
    headings: dict[str, Line] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def tasks(self) -> list[TaskEntry]:
        return [entry for entry in self.entries if isinstance(entry, TaskEntry)]

    @property
    def weight(self) -> int:
        """How much was found: tasks count, and count more the more of their parts were found."""
        return sum(
            1 + 2 * bool(task.organizations) + sum(r in task.cells for r in ("period", "target"))
            for task in self.tasks
        )
