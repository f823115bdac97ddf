"""The undertakings of a notice as records: every mention of one, wherever it stands."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tongchou.domain.notice.document import Span
from tongchou.domain.notice.lines import Line
from tongchou.domain.programme.project import Project, ProjectCategory
from tongchou.domain.programme.projects.mentions import (
    Mention,
    mentions_in,
    named_as_a_whole,
)
from tongchou.domain.programme.projects.names import (
    is_part_of,
    is_short_form,
    key_of,
    same_undertakings,
)
from tongchou.domain.programme.projects.words import project_words
from tongchou.domain.programme.reading.places import Places
from tongchou.domain.programme.target import Quantity, QuantityField, Target
from tongchou.domain.programme.targets.cutting import SENTENCES, cut, offset_in, spans_of
from tongchou.domain.programme.targets.segments import stands_in
from tongchou.domain.programme.task import Task

_CELLS = ("name", "scope", "target")
_RANKS = {"target": 0, "prose": 1, "name": 2, "scope": 3}
_STAGES = ("preparation", "completed", "new", "continued")


@dataclass(frozen=True, slots=True)
class _Naming:
    """A mention in its cell (or in the prose): `about` is what is said of it, its own item of a
    list first, then the whole fragment."""

    mention: Mention
    cell: str
    task: int | None
    about: tuple[str, str]


@dataclass(frozen=True)
class Projects:
    """All undertakings of a notice, and which of them a piece of text names."""

    records: tuple[Project, ...] = ()
    at: Mapping[int, tuple[tuple[Mention, str], ...]] = field(default_factory=dict)
    tasks: Mapping[int, str] = field(default_factory=dict)

    def named_in(self, line: Line) -> list[tuple[Mention, str]]:
        """The mentions in a line, each with the name of its record, in printed order."""
        return [item for span in spans_of(line) for item in self.inside(span)]

    def inside(self, span: Span) -> list[tuple[Mention, str]]:
        found = self.at.get(span.block, ())
        first = bisect_left(found, span.start, key=lambda item: item[0].line.span.start)
        last = bisect_right(found, span.end, key=lambda item: item[0].line.span.start)
        return [item for item in found[first:last] if item[0].line.span.end <= span.end]

    def of_task(self, number: int) -> str | None:
        """The undertaking that a task is as a whole: the one its name names."""
        return self.tasks.get(number)

    def record(self, name: str) -> Project:
        """Raises KeyError."""
        return self._by_name[name]

    def with_targets(self, targets: Iterable[Target]) -> tuple[Project, ...]:
        """The records, each with its targets and the figures they promise."""
        own: dict[str, list[Target]] = defaultdict(list)
        for target in targets:
            if target.project:
                own[target.project].append(target)
        return tuple(_with_targets(record, own[record.name]) for record in self.records)

    @cached_property
    def _by_name(self) -> dict[str, Project]:
        return {record.name: record for record in self.records}


Rows = Sequence[tuple[Task, Mapping[str, Line]]]
"""Each task with the cells it was read from."""


def read_projects(rows: Rows, prose: Sequence[Line], places: Places) -> Projects:
    """The undertakings that the cells of tasks and the sentences of the prose name."""
    announced = [*_in_prose(prose)]
    namings = [*_in_tasks(rows, _sorts(announced)), *announced]
    groups = _groups(namings, places)
    by_task = {task.number: task for task, _ in rows}
    records = tuple(_record(n, group, by_task, places) for n, group in enumerate(groups, 1))
    at: dict[int, list[tuple[Mention, str]]] = defaultdict(list)
    whole: dict[int, str] = {}
    for record, group in zip(records, groups, strict=True):
        for naming in group:
            at[naming.mention.line.span.block].append((naming.mention, record.name))
            if naming.task and _is_all_of(naming, by_task[naming.task]):
                whole[naming.task] = record.name
    found = {block: tuple(sorted(named, key=_place)) for block, named in at.items()}
    projects = Projects(records, found, whole)
    return replace(projects, records=_with_scope_figures(projects, rows))


def _place(item: tuple[Mention, str]) -> int:
    return item[0].line.span.start


def _sorts(namings: Sequence[_Naming]) -> dict[str, str]:
    """The sort of each undertaking by its key."""
    return {key_of(naming.mention.name): naming.mention.sort for naming in namings}


def _in_tasks(rows: Rows, announced: Mapping[str, str]) -> Iterator[_Naming]:
    for task, cells in rows:
        for cell in _CELLS:
            if cell in cells:
                named = list(_named(cells[cell], cell, task.number))
                yield from named or _by_name_alone(task, cell, cells, announced)


def _by_name_alone(
    task: Task, cell: str, cells: Mapping[str, Line], announced: Mapping[str, str]
) -> Iterator[_Naming]:
    """A task's name that is an undertaking by what the task says, or by the prose, which lists it
    (`announced`) among undertakings."""
    if cell != "name":
        return
    about, name = f"{task.scope}，{task.target}", cells[cell]
    sort = announced.get(key_of(name.text))
    mention = named_as_a_whole(name, about)
    if mention is None and sort:
        mention = Mention(name.text, sort, name, name.span)
    if mention:
        yield _Naming(mention, cell, task.number, (task.target, about))


def _in_prose(prose: Sequence[Line]) -> Iterator[_Naming]:
    for line in prose:
        yield from _named(line, "prose", None)


def _named(line: Line, cell: str, task: int | None) -> Iterator[_Naming]:
    for sentence in cut(line, SENTENCES):
        for mention in mentions_in(sentence):
            at = offset_in(sentence, mention.line)
            about = _around(sentence.text, at, "，,、"), _around(sentence.text, at, "，,")
            yield _Naming(mention, cell, task, about)


def _around(text: str, at: int, marks: str) -> str:
    start = max(text.rfind(mark, 0, at) for mark in marks) + 1
    ends = [i for mark in marks if (i := text.find(mark, at)) >= 0]
    return text[start : min(ends, default=len(text))]


def _groups(namings: Sequence[_Naming], places: Places) -> list[list[_Naming]]:
    """Namings of one undertaking together, in the order of their first mention."""
    keys = [key_of(naming.mention.name) for naming in namings]
    head = {key: key for key in keys}

    def find(key: str) -> str:
        while head[key] != key:
            head[key] = head[head[key]]
            key = head[key]
        return key

    for first, second in [*same_undertakings(keys, places), *_same_in_task(namings)]:
        head[find(second)] = find(first)
    groups: dict[str, list[_Naming]] = defaultdict(list)
    for key, naming in zip(keys, namings, strict=True):
        groups[find(key)].append(naming)
    return list(groups.values())


def _same_in_task(namings: Sequence[_Naming]) -> Iterator[tuple[str, str]]:
    """A task that is one undertaking by its name has the same in its scope: 万开达直线高速 and
    新建甲州至乙州丙镇高速公路50公里."""
    cells: dict[tuple[int, str], list[_Naming]] = defaultdict(list)
    for naming in namings:
        if naming.task is not None:
            cells[naming.task, naming.cell].append(naming)
    for (number, cell), names in cells.items():
        others = cells.get((number, "scope"), [])
        if cell == "name" and len(names) == len(others) == 1:
            first, second = names[0].mention, others[0].mention
            shared = set(first.name) & set(second.name)
            if first.sort == second.sort and len(shared) > 2 and "新建" in others[0].about[1]:
                yield key_of(first.name), key_of(second.name)
        if cell == "name" and len(names) == 1:
            long = key_of(names[0].mention.name)
            for other in (*others, *cells.get((number, "target"), ())):
                short = key_of(other.mention.name)
                if is_short_form(short, long) or is_part_of(short, long):
                    yield long, short


def _is_all_of(naming: _Naming, task: Task) -> bool:
    """A name of little more than the undertaking: 推进青龙水库建设."""
    if naming.cell != "name":
        return False
    rest = task.name.replace(naming.mention.line.text, "")
    return len(rest) <= 6 and "、" not in rest


def _record(
    number: int, group: Sequence[_Naming], tasks: Mapping[int, Task], places: Places
) -> Project:
    names = dict.fromkeys(naming.mention.name for naming in group)
    whole = [n.mention.name for n in group if n.task and _is_all_of(n, tasks[n.task])]
    name = whole[0] if whole else max(names, key=len)
    others = [other for other in names if other != name]
    numbers = dict.fromkeys(naming.task for naming in group if naming.task is not None)
    sorts = [naming.mention.sort for naming in group]
    named = {short for other in names for short in places.named_in(other)}
    return Project(
        key=f"p{number}",
        name=name,
        names=(name, *others),
        sort=next((sort for sort in sorts if sort != "works"), sorts[0]),
        category=_category(group),
        tasks=tuple(numbers),
        targets=(),
        jurisdictions=places.ordered(_lying_in(named, numbers, tasks)),
        quantities=(),
        spans=tuple(naming.mention.line.span for naming in group),
    )


def _lying_in(named: set[str], numbers: Iterable[int], tasks: Mapping[int, Task]) -> set[str]:
    """Where its names say, of these where its tasks have organizations; without a name that says,
    the one government of its tasks. Several leave open where it lies."""
    working = {short for number in numbers for short in tasks[number].jurisdictions}
    if named:
        return named & working or named
    return working if len(working) == 1 else set()


def _category(group: Sequence[_Naming]) -> ProjectCategory | None:
    """What the target says comes before the prose, and that before the scope of many years."""
    for naming in sorted(group, key=lambda naming: _RANKS[naming.cell]):
        for about in naming.about:
            for stage in _STAGES:
                if any(word in about for word in project_words()["stages"][stage]):
                    return ProjectCategory(stage)
    return None


def _with_scope_figures(projects: Projects, rows: Rows) -> tuple[Project, ...]:
    """Figures of the scope with the undertaking named last before them in their sentence."""
    own: dict[str, list[Quantity]] = defaultdict(list)
    for task, cells in rows:
        figures = [q for q in task.quantities if q.field is QuantityField.SCOPE]
        if figures and "scope" in cells:
            whole = None if projects.named_in(cells["scope"]) else projects.of_task(task.number)
            for sentence in cut(cells["scope"], SENTENCES):
                for quantity in figures:
                    if stands_in(quantity.spans[0], spans_of(sentence)):
                        name = _named_before(quantity.spans[0], sentence, projects) or whole
                        if name:
                            own[name].append(quantity)
    return tuple(replace(r, quantities=tuple(own[r.name])) for r in projects.records)


def _named_before(figure: Span, sentence: Line, projects: Projects) -> str | None:
    """None for a list of several: what a list has together is of none of them."""
    named = projects.named_in(sentence)
    before = [item for item in named if item[0].line.span.end <= figure.start]
    if not before:
        return None
    mention, name = before[-1]
    return name if sum(item[0].group == mention.group for item in before) == 1 else None


def _with_targets(record: Project, targets: Sequence[Target]) -> Project:
    figures = [target.quantity for target in targets if target.quantity]
    return replace(
        record,
        targets=tuple(target.key for target in targets),
        quantities=(*record.quantities, *figures),
    )
