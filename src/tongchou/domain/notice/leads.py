"""Notices that say of their lists of organizations: the first one leads."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from tongchou.domain.notice.annex import TaskRow
from tongchou.domain.notice.columns import PACKAGE
from tongchou.domain.notice.lines import Line, joined, split
from tongchou.domain.shared.data import load

_SEPARATOR = re.compile(r"[、，,；;]|\s{2,}")
_OPEN, _SHUT = "（(【〔[", "）)】〕]"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(load(PACKAGE, "duties.json")["first_leads"])


def first_leads(texts: Iterable[str]) -> bool:
    """Whether a notice says that the organization named first leads (列首位的为牵头单位)."""
    return any(_pattern().search(text) for text in texts)


def with_leads(task: TaskRow) -> TaskRow:
    """The first organization of each line as the lead, where no other is."""
    if any(role == "lead" for role, _ in task.organizations):
        return task
    organizations: list[tuple[str, Line]] = []
    for role, words in task.organizations:
        if role != "responsible" or not words.text.strip("、，,；;"):
            organizations.append((role, words))
            continue
        cut = [(line, _first_end(line.text)) for line in split(words, "\n")]
        firsts = [line.part(0, end) for line, end in cut]
        others = [line.part(end + 1, len(line.text)) for line, end in cut]
        organizations.append(("lead", joined(firsts)))
        if any(line.text for line in others):
            organizations.append((role, joined(others)))
    return replace(task, organizations=tuple(organizations))


def _first_end(text: str) -> int:
    depth = 0
    for i, c in enumerate(text):
        depth += (c in _OPEN) - (c in _SHUT)
        if depth == 0 and _SEPARATOR.match(text, i):
            return i
    return len(text)
