"""The overview's lines: which tasks a filter keeps, and what each shows in its row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tongchou.domain.publication.picture import AreaLine, Picture, TargetLine, TaskLine

MOST_LINES = 3
NONE = "none"


@dataclass(frozen=True, slots=True)
class Filters:
    """Blank or unknown values keep everything."""

    area: str = ""
    light: str = ""
    jurisdiction: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str], picture: Picture) -> "Filters":
        known = {
            "area": {str(area.number) for area in picture.areas},
            "light": {code for code, _ in picture.labels()},
            "jurisdiction": {party.slug for party in picture.parties},
        }
        asked = {name: query.get(name, "") for name in known}
        return cls(**{name: value for name, value in asked.items() if value in known[name]})

    def __bool__(self) -> bool:
        return bool(self.area or self.light or self.jurisdiction)

    def keeps(self, task: TaskLine) -> bool:
        """With a jurisdiction, the light meant is the task's light there."""
        if self.jurisdiction and not takes_part(task, self.jurisdiction):
            return False
        return self.light in {"", shown_light(task, self.jurisdiction)}


@dataclass(frozen=True, slots=True)
class TaskRow:
    """The targets that tell most about a task, the worst first, and how many more there are."""

    task: TaskLine
    lines: tuple[TargetLine, ...]
    more: int


@dataclass(frozen=True, slots=True)
class AreaRows:
    area: AreaLine
    rows: tuple[TaskRow, ...]


def takes_part(task: TaskLine, slug: str) -> bool:
    return any(share.jurisdiction == slug for line in task.targets for share in line.shares)


def shown_light(task: TaskLine, slug: str = "") -> str:
    """The task's light, or the one in a jurisdiction: its own, else that of its joint targets."""
    if not slug:
        return task.lit.shown
    share = task.shares.get(slug)
    return (share.lit.code or share.joint or NONE) if share else NONE


def area_rows(picture: Picture, filters: Filters) -> Iterator[AreaRows]:
    """Areas with at least one task that the filter keeps."""
    order = [code for code, _ in picture.labels()]
    for area in picture.areas:
        if filters.area in {"", str(area.number)}:
            kept = [task for task in area.tasks if filters.keeps(task)]
            if kept:
                yield AreaRows(area, tuple(_row(task, order) for task in kept))


def _row(task: TaskLine, order: list[str]) -> TaskRow:
    def weight(line: TargetLine) -> int:
        """The worst light first, what is not assessed last."""
        if not line.lit.code:
            return len(order)
        return -order.index(line.lit.code)

    lines = sorted(task.targets, key=weight)[:MOST_LINES]
    return TaskRow(task, tuple(lines), max(len(task.targets) - MOST_LINES, 0))
