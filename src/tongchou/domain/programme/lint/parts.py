"""The parts of a programme as the rules walk through them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from tongchou.domain.notice.document import Span
from tongchou.domain.programme.clause import Clause
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Quantity, Target
from tongchou.domain.programme.task import Organization, Task
from tongchou.domain.shared.periods import Period, PeriodKind, find_periods
from tongchou.domain.shared.text import Text

_SHOWN = 24
_LISTED = 5
_YEARS = re.compile(r"(20\d\d)年?[—–－\-~～至到]+(20\d\d)年?|(20\d\d)年")
_MARKS = re.compile(r"[^\w%％]+")


def with_targets(programme: Programme) -> Iterator[tuple[Task, tuple[Target, ...]]]:
    """Each task with its targets."""
    found: dict[int, list[Target]] = defaultdict(list)
    for target in programme.targets:
        found[target.task].append(target)
    for task in programme.tasks:
        yield task, tuple(found[task.number])


def by_printed(programme: Programme) -> dict[str, list[tuple[Task, Organization]]]:
    """Where each printed name of an organization stands, names in printed order."""
    found: dict[str, list[tuple[Task, Organization]]] = defaultdict(list)
    for task in programme.tasks:
        for organization in task.organizations:
            found[organization.printed].append((task, organization))
    return found


def numbers(tasks: Iterable[Task]) -> Text:
    """The tasks a finding is about: 3、7、9, and how many when they are more than a few."""
    found = list(dict.fromkeys(task.number for task in tasks))
    first = found[:_LISTED]
    zh, en = "、".join(map(str, first)), ", ".join(map(str, first))
    if len(found) > _LISTED:
        return Text(f"{zh} 等 {len(found)} 项", f"{en} … ({len(found)} in all)")
    return Text(zh, en)


def carriers(clause: Clause, figure: Quantity) -> tuple[int, ...]:
    """The tasks that carry the promise a figure of the prose stands in."""
    for promise in clause.promises:
        for outer in promise.spans:
            if any(_inside(span, outer) for span in figure.spans):
                return promise.tasks
    return clause.tasks


def _inside(span: Span, outer: Span) -> bool:
    return span.block == outer.block and outer.start <= span.start and span.end <= outer.end


def shortened(text: str) -> str:
    """The beginning of a long sentence, for the quotes of a message."""
    return quoted(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")


def quoted(text: str) -> str:
    """Words as they stand inside quotes: their own become single ones."""
    return text.replace("“", "‘").replace("”", "’")


def plain(text: str) -> str:
    """Words without marks and blanks, for comparing."""
    return _MARKS.sub("", text)


def years_in(text: str) -> tuple[int, int] | None:
    """First and last year that a title names: 2023—2025年, 2023年."""
    found = [int(year) for match in _YEARS.finditer(text) for year in match.groups() if year]
    return (min(found), max(found)) if found else None


def years_of(programme: Programme) -> tuple[int, int] | None:
    """The years a programme is for, by its titles, else by its readings."""
    header = programme.header
    named = years_in(header.annex_title or "") or years_in(header.title)
    year = programme.year
    if named and (year is None or named[0] <= year <= named[1]):
        return named
    return (year, year) if year else None


def spelled(years: tuple[int, int]) -> str:
    """2023, or 2023—2025."""
    first, last = years
    return str(first) if first == last else f"{first}—{last}"


def deadlines_in(text: str, year: int | None) -> list[Period]:
    """The days named in a sentence by which something is done."""
    found = (period for _, _, period in find_periods(text, year))
    return [period for period in found if period.kind is PeriodKind.DEADLINE]
