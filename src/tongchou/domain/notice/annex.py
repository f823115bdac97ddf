"""The annex of a notice: areas and numbered tasks, from whatever layout they stand in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tongchou.domain.notice.document import Span
from tongchou.domain.notice.entries import AreaEnd, AreaEntry, Entry, NewList, Reading, TaskEntry
from tongchou.domain.notice.findings import (
    DuplicateNumber,
    MissingNumber,
    NumberGap,
    Renumbered,
)
from tongchou.domain.notice.labels import label_of
from tongchou.domain.notice.lines import Line
from tongchou.domain.shared.findings import Finding

_DEEPEST_AREA = 2
_COUNT = re.compile(
    r"[（(]\s*共?\s*[\d一二三四五六七八九十]{1,4}\s*(?:项|个|条|件|类)[^（）()]{0,6}[）)]$"
)


@dataclass(frozen=True, slots=True)
class AreaRow:
    number: int
    name: Line


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task: `cells` by role (name, period, scope, target, remark, number; where the notice has
    them leader, unit, investment, total_investment, group), `organizations` as (role, cell).

    `unit` is the unit of measure of the target; `group` the headings between area and task.
    """

    number: int
    area: int | None
    cells: dict[str, Line]
    organizations: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """`headings` are the printed headings of the columns by role, `units` the units in them."""

    headings: dict[str, Line]
    areas: tuple[AreaRow, ...]
    tasks: tuple[TaskRow, ...]
    findings: tuple[Finding, ...]
    units: dict[str, str] = field(default_factory=dict)


def annex_of(reading: Reading) -> Annex:
    """Number the areas and tasks of a reading; every doubt about a number is a finding."""
    entries = _titled(reading.entries)
    depth = _area_depth(entries)
    numbers, doubts = _numbers(entries)
    areas: list[AreaRow] = []
    tasks: list[TaskRow] = []
    group: dict[int, Line] = {}
    area: int | None = None
    for entry in entries:
        if isinstance(entry, NewList):
            group = {}
        elif isinstance(entry, AreaEnd):
            group, area = {}, None
        elif isinstance(entry, AreaEntry):
            group = {d: line for d, line in group.items() if d < entry.depth}
            if entry.depth == depth and not (areas and areas[-1].name.span == entry.name.span):
                areas.append(AreaRow(_area_number(entry, areas), _uncounted(entry.name)))
                area = areas[-1].number
            elif entry.depth > depth:
                group[entry.depth] = entry.name
        else:
            number = numbers[len(tasks)]
            tasks.append(_row(entry, number, area, group))
    return Annex(
        reading.headings,
        tuple(areas),
        tuple(tasks),
        (*reading.findings, *doubts),
        reading.units,
    )


def _row(entry: TaskEntry, number: int, area: int | None, group: dict[int, Line]) -> TaskRow:
    cells = dict(entry.cells)
    if group:
        cells["group"] = group[max(group)]
    return TaskRow(number, area, cells, entry.organizations)


def _titled(entries: Sequence[Entry]) -> list[Entry]:
    """Several lists without areas of their own get their titles as areas; a heading with no task
    below it before the next list begins is that list's title."""
    lists = _lists(entries)
    if len(lists) < 2:
        return [entry for part in lists for entry in part]
    result: list[Entry] = []
    carried: Line | None = None
    for part in lists:
        opening = part[0]
        title = (opening.title if isinstance(opening, NewList) else None) or carried
        carried = None
        while isinstance(last := part[-1], AreaEntry):
            carried = last.name
            part.pop()
        if title and not any(isinstance(entry, AreaEntry) for entry in part):
            part.insert(1, _area_of(title))
        result.extend(part)
    return result


def _area_of(title: Line) -> AreaEntry:
    """The title of a list as an area: 一、教育类 is the first, 教育类."""
    label = label_of(title.text)
    if label is None or label.depth > _DEEPEST_AREA or label.end >= len(title.text):
        return AreaEntry(1, None, title)
    return AreaEntry(1, label.number, title.part(label.end, len(title.text)))


def _lists(entries: Sequence[Entry]) -> list[list[Entry]]:
    lists: list[list[Entry]] = []
    for entry in entries:
        if isinstance(entry, NewList) or not lists:
            lists.append([])
        lists[-1].append(entry)
    return lists


def _area_depth(entries: Sequence[Entry]) -> int:
    """The level whose headings divide the tasks: where one 二、重点任务 holds them all, the
    level below it."""
    depths = sorted({entry.depth for entry in entries if isinstance(entry, AreaEntry)})
    for depth, deeper in pairwise(depths):
        holders, below = _holders(entries, depth), _holders(entries, deeper)
        if len(holders) > 1 or len(below) < 2:
            return depth
    return depths[-1] if depths else 0


def _holders(entries: Sequence[Entry], depth: int) -> set[Span | None]:
    """Which headings of a level have tasks below them; None for tasks above all of them."""
    current: Span | None = None
    found: set[Span | None] = set()
    for entry in entries:
        if isinstance(entry, AreaEnd):
            current = None
        elif isinstance(entry, AreaEntry) and entry.depth <= depth:
            current = entry.name.span
        elif isinstance(entry, TaskEntry):
            found.add(current)
    return found


def _uncounted(name: Line) -> Line:
    """An area's name without the count of its tasks (交通互联（2项）)."""
    match = _COUNT.search(name.text)
    return name.part(0, match.start()) if match and match.start() else name


def _area_number(entry: AreaEntry, areas: Sequence[AreaRow]) -> int:
    last = areas[-1].number if areas else 0
    return entry.number if entry.number is not None and entry.number > last else last + 1


def _numbers(entries: Sequence[Entry]) -> tuple[list[int], list[Finding]]:
    runs = list(_runs(entries))
    tasks = [task for run in runs for task in run]
    readable = sum(task.number is not None for task in tasks)
    if tasks and (readable * 2 < len(tasks) or _restarts(runs)):
        where = tasks[0].cells["name"].span.position("附件")
        doubts: list[Finding] = [Renumbered(where, count=len(tasks))]
        for run in runs:
            doubts += _gaps(run) if readable * 2 >= len(tasks) else []
        return list(range(1, len(tasks) + 1)), doubts
    return _printed_numbers(tasks)


def _runs(entries: Sequence[Entry]) -> Iterator[list[TaskEntry]]:
    """Tasks between two headings: inside a run numbers ascend."""
    run: list[TaskEntry] = []
    for entry in entries:
        if isinstance(entry, TaskEntry):
            run.append(entry)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _restarts(runs: Sequence[Sequence[TaskEntry]]) -> bool:
    highest = 0
    for run in runs:
        printed = [task.number for task in run if task.number is not None]
        if printed and printed[0] <= highest:
            return True
        highest = max([highest, *printed])
    return False


def _gaps(run: Sequence[TaskEntry]) -> list[Finding]:
    findings: list[Finding] = []
    last: int | None = None
    for task in run:
        if task.number is not None and last is not None and task.number > last + 1:
            where = task.cells["name"].span.position("附件")
            findings.append(NumberGap(where, before=last, after=task.number))
        last = task.number if task.number is not None else last
    return findings


def _printed_numbers(tasks: Sequence[TaskEntry]) -> tuple[list[int], list[Finding]]:
    numbers: list[int] = []
    findings: list[Finding] = []
    used: set[int] = set()
    last: int | None = None
    highest = 0
    for task in tasks:
        printed, name = task.number, task.cells["name"]
        position = name.span.position("附件")
        given = printed if printed is not None and printed not in used else highest + 1
        if printed is None:
            findings.append(MissingNumber(position, name=name.text, given=given))
        elif printed in used:
            params = {"number": printed, "name": name.text, "given": given}
            findings.append(DuplicateNumber(position, **params))
        elif last is not None and printed != last + 1:
            findings.append(NumberGap(position, before=last, after=printed))
        last = printed if printed is not None else last
        used.add(given)
        highest = max(highest, given)
        numbers.append(given)
    return numbers, findings
