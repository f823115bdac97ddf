"""Tasks as a list: numbered items under headings, each with who answers in brackets or below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tongchou.domain.notice.entries import AreaEnd, AreaEntry, NewList, Reading, TaskEntry
from tongchou.domain.notice.findings import NobodyNamed, TasksFromList
from tongchou.domain.notice.layouts.duties import Duty, brackets, vocabulary
from tongchou.domain.notice.layouts.items import Node, Segment, read_items
from tongchou.domain.notice.lines import Line, joined
from tongchou.domain.notice.naming import first_sentence, leading_phrase, run_in_heading
from tongchou.domain.shared.periods import PeriodKind, find_periods

_FEWEST_PLAIN = 3
_SOME_YEAR = 2000
"""Stands for a year that the notice does not tell: deadlines are compared inside it."""
LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class ListReading:
    """A reading of a list, and the lines it used up."""

    reading: Reading
    used: frozenset[int]


def read_list(lines: Sequence[Line], year: int | None, *, fewest_plain: int) -> ListReading:
    """The tasks of the numbered items of a text. Items that name nobody count only where the
    whole list names nobody and has at least `fewest_plain` of them below its sections."""
    nodes, places = read_items(lines)
    tasks = _tasks(nodes, fewest_plain)
    reading = Reading()
    reading.entries.append(NewList())
    opened: tuple[Node, ...] = ()
    several = _of_several(tasks)
    for node in tasks:
        headings = node.parents
        many = len(node.segments) > 1 or node.family in several
        if node.label and many and _drop_heading(node):
            headings = (*node.parents, node)
        if [id(parent) for parent in headings] != [id(parent) for parent in opened]:
            reading.entries.extend(_areas(headings) if headings else [AreaEnd()])
        opened = headings
        inherited = _inherited(node)
        reading.entries.extend(
            _entry(s, None if many else node, inherited, year) for s in node.segments if s.says
        )
    _report(reading)
    kept = {id(n) for task in tasks for n in (task, *task.parents)}
    return ListReading(reading, frozenset(i for i, n in places.items() if id(n) in kept))


def _of_several(tasks: Sequence[Node]) -> set[tuple[int, int]]:
    """Families of which most items hold several tasks: there every item is a heading."""
    counts: dict[tuple[int, int], list[bool]] = {}
    for node in tasks:
        counts.setdefault(node.family, []).append(len(node.segments) > 1)
    return {family for family, many in counts.items() if sum(many) * 2 >= len(many)}


def _drop_heading(node: Node) -> bool:
    """Where items of its kind hold several tasks each, an item's heading is none of them. False
    for an item without a heading."""
    parts = node.segments[0].parts
    if not parts:
        return True
    if len(parts) > 1 and _is_heading(parts[0].text):
        del parts[0]
        return True
    behind = run_in_heading(parts[0])
    if not behind or not _is_heading(parts[0].text[:behind]):
        return False
    parts[0] = parts[0].part(behind, len(parts[0].text))
    return True


def _report(reading: Reading) -> None:
    tasks = reading.tasks
    if not tasks:
        return
    where = tasks[0].cells["name"].span.position("正文")
    reading.findings.append(TasksFromList(where, count=len(tasks)))
    if not any(task.organizations for task in tasks):
        reading.findings.append(NobodyNamed(where, count=len(tasks)))


def _inherited(node: Node) -> Duty:
    """Who answers for the nearest heading above that says so."""
    return next((p.duty for p in reversed(node.parents) if p.duty), Duty())


def _tasks(nodes: Sequence[Node], fewest_plain: int) -> list[Node]:
    leaves = [node for node in nodes if node.leaf and any(s.says for s in node.segments)]
    answered = [node for node in leaves if node.duty or _inherited(node)]
    if len(answered) > 1 or (answered and len(leaves) == 1):
        sections = {id(_section(node)) for node in answered}
        return [n for n in leaves if id(_section(n)) in sections and (n.duty or not _excluded(n))]
    plain = [n for n in leaves if n.parents and n.label and not _excluded(n)]
    return plain if len(plain) >= max(fewest_plain, _FEWEST_PLAIN) else []


def _section(node: Node) -> Node | None:
    return node.parents[0] if node.parents else None


def _excluded(node: Node) -> bool:
    """Whether it stands under a heading of general matter (总体要求, 保障措施), or is one."""
    words = vocabulary()["not_tasks"]
    headings = [_heading(above).text for above in node.parents]
    short = [(w, h) for h in headings for w in words if w in h and len(h) < 2 * len(w) + 6]
    return bool(short) or _heading(node).text in words


def _areas(headings: Sequence[Node]) -> Iterator[AreaEntry]:
    """The headings above a task; one that only says 重点任务 gives its place to the next."""
    place: int | None = None
    for node in headings:
        name = _heading(node)
        if name.text in vocabulary()["generic"] and node is not headings[-1]:
            place = node.depth if place is None else place
            continue
        number = node.label.number if node.label and place is None else None
        yield AreaEntry(node.depth if place is None else place, number, name)
        place = None


def _heading(node: Node) -> Line:
    return first_sentence(_without_duty(node.heading))


def _without_duty(line: Line) -> Line:
    first = next(brackets(line), None)
    return line.part(0, first[0]) if first and first[0] else line


def _entry(segment: Segment, item: Node | None, inherited: Duty, year: int | None) -> TaskEntry:
    """A task from a stretch of text; `item` where it has a numbered item for itself."""
    duty = _with_inherited(segment.duty, inherited)
    cells = _cells(segment)
    if item and item.number:
        cells["number"] = item.number
    period = duty.period or _period(segment.parts, year)
    if period:
        cells["period"] = period
    if duty.leader:
        cells["leader"] = duty.leader
    number = item.label.number if item and item.label else None
    return TaskEntry(number, cells, tuple(duty.organizations))


def _with_inherited(duty: Duty, inherited: Duty) -> Duty:
    """What an item does not say itself holds from above: all organizations, or who leads."""
    organizations = duty.organizations or inherited.organizations
    if organizations and not any(role == "lead" for role, _ in organizations):
        above = [pair for pair in inherited.organizations if pair[0] == "lead"]
        organizations = [*above, *organizations]
    period = duty.period or (None if duty.organizations else inherited.period)
    return Duty(organizations, period, duty.leader or inherited.leader)


def _cells(segment: Segment) -> dict[str, Line]:
    """Name and target of a task, and the fields that the text names itself."""
    parts = segment.parts or [next(iter(segment.cells.values()))]
    name, target = _name_and_target(parts)
    if "target" in segment.cells:
        name = first_sentence(parts[0])
    return {"name": name if name.text else target, "target": target} | segment.cells


def _name_and_target(parts: Sequence[Line]) -> tuple[Line, Line]:
    """A heading of its own or run in is the name, and what follows it the target."""
    first = parts[0]
    if len(parts) > 1 and _is_heading(first.text):
        return _unstopped(first), joined(parts[1:])
    behind = run_in_heading(first)
    if behind and _is_heading(first.text[:behind]):
        rest = first.part(behind, len(first.text))
        return _unstopped(first.part(0, behind)), joined([rest, *parts[1:]])
    return leading_phrase(first), joined(parts)


def _is_heading(text: str) -> bool:
    """Short words without figures and dates: they name what the next sentence promises."""
    return len(text) <= LONGEST_HEADING and not re.search(r"\d", text) and not find_periods(text)


def _unstopped(line: Line) -> Line:
    return line.part(0, len(line.text) - 1) if line.text[-1] in "。：:." else line


def _period(parts: Sequence[Line], year: int | None) -> Line | None:
    """The last deadline that the words name, else the first standing period."""
    standing: Line | None = None
    best: tuple[date, Line] | None = None
    for part in parts:
        for start, end, period in find_periods(part.text, year or _SOME_YEAR):
            line = part.part(start, end)
            if period.kind is PeriodKind.STANDING or period.end is None:
                standing = standing or line
            elif best is None or period.end > best[0]:
                best = (period.end, line)
    return best[1] if best else standing
