"""Which column of an annex holds what, by its heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tongchou.domain.shared.data import load
from tongchou.domain.shared.quantities import units

PACKAGE = "tongchou.domain.notice"
ORGANIZATION_COLUMNS = ("lead", "responsible", "assisting", "supervising")
CONTENT_COLUMNS = ("name", "scope", "target")
LONGEST_HEADING = 24
_BRACKETS = re.compile(r"[（(\[【〔]([^（(\[【〔）)\]】〕]{0,24})[）)\]】〕]")
_YEAR = re.compile(r"^(?:20\d\d年?|今年|本年|当年|全年)(?:度)?(?:的)?")
_BLANK = re.compile(r"[\s\u3000:：|]+")
_NO_HEADING = re.compile(
    r"[《》“”]|^[（(]?[一二三四五六七八九十]{1,3}[）)、]|(?:表|清单|台账|通知|方案|计划表|一览)$|[。；;，,]$"
)
_UNIT_NOTE = re.compile(r"(?:^|[\s（(])(?:计量|金额)?单位[:：]\s*(\S{1,6}?)(?=[）)\s]|$)")
_UNIT_MARK = re.compile(r"^(?:计量)?单位[:：]?")


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands in which column: (role, column) pairs in the order of the table.

    A role may have several columns (市级责任单位, 区县责任单位); `extra` are columns without a
    known role, `known` tells how many headings were understood.
    """

    roles: tuple[tuple[str, int], ...]
    extra: tuple[int, ...]

    def all_of(self, role: str) -> list[int]:
        return [column for name, column in self.roles if name == role]

    def first(self, role: str) -> int | None:
        return next(iter(self.all_of(role)), None)

    @property
    def names(self) -> set[str]:
        return {name for name, _ in self.roles}


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load(PACKAGE, "columns.json")
    return table


@cache
def _headings() -> dict[str, tuple[str, ...]]:
    exact = {text: (role,) for role, texts in _table()["columns"].items() for text in texts}
    return exact | {text: tuple(roles) for text, roles in _table()["either"].items()}


@cache
def _parts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((role, re.compile(pattern)) for role, pattern in _table()["parts"])


def plain(heading: str) -> str:
    """A heading without blanks, brackets and its year."""
    words = _BLANK.sub("", _BRACKETS.sub("", heading))
    return _YEAR.sub("", words) or words


@lru_cache(maxsize=20_000)
def _roles_of(heading: str) -> tuple[str, ...]:
    """Roles a heading may have, the likeliest first; () for words that head no column."""
    if not heading or len(heading) > 2 * LONGEST_HEADING:
        return ()
    words = plain(heading)
    if not words or len(words) > LONGEST_HEADING:
        return ()
    exact = _headings().get(words) or _headings().get(_BLANK.sub("", heading))
    if exact or _NO_HEADING.search(words):
        return exact or ()
    found = next(((role,) for role, pattern in _parts() if pattern.search(words)), ())
    return found or (_roles_of(words.split("/")[0]) if "/" in words else ())


def column_of(heading: str) -> str | None:
    """The likeliest role of a heading (number, name, target …), whatever its year and brackets."""
    roles = _roles_of(heading)
    return roles[0] if roles else None


def exact_column(heading: str) -> str | None:
    """As `column_of`, for headings that stand in the table word by word."""
    roles = _headings().get(plain(heading), ())
    return roles[0] if roles else None


def heading_words() -> tuple[str, ...]:
    """Every heading of the table."""
    return tuple(_headings())


def columns_of(headings: Sequence[str], samples: Sequence[Sequence[str]] = ()) -> Columns:
    """Give every column its role; ambiguous headings take a role that no other heading has.

    `samples` are a few cells of each column: they tell a 单位 of measure from an organization.
    """
    given: dict[int, str] = {}
    for i, heading in enumerate(headings):
        roles = _roles_of(heading)
        if len(roles) == 1:
            given[i] = roles[0]
    for i, heading in enumerate(headings):
        roles = _roles_of(heading)
        if len(roles) > 1:
            cells = samples[i] if i < len(samples) else ()
            dated = "target" in roles and _is_dated(heading)
            given[i] = "target" if dated else _choice(roles, set(given.values()), cells)
    _find_name(given, headings, samples)
    extra = tuple(i for i, text in enumerate(headings) if i not in given and text.strip())
    return Columns(tuple(_settled(given, headings)), extra)


def _choice(roles: Sequence[str], taken: set[str], cells: Sequence[str]) -> str:
    if "unit" in roles:
        measured = [cell for cell in cells if cell.strip()]
        is_measure = bool(measured) and all(printed_unit(cell) for cell in measured)
        counted = "amount" in taken and all(len(cell.strip()) <= 3 for cell in measured)
        if is_measure or counted or (not measured and taken & set(ORGANIZATION_COLUMNS)):
            return "unit"
        return "responsible"
    return next((role for role in roles if role not in taken), roles[-1])


def _find_name(
    given: dict[int, str], headings: Sequence[str], samples: Sequence[Sequence[str]]
) -> None:
    """Where no heading means the name: an unknown column behind the number, else a column of
    contents that holds only short words beside one of targets."""
    roles = set(given.values())
    if "name" in roles or not roles & {"scope", "target"}:
        return
    number = next((i for i, role in given.items() if role == "number"), -1)
    behind = next((i for i in range(number + 1, len(headings)) if given.get(i) != "area"), -1)
    if 0 <= behind < len(headings) and behind not in given and headings[behind].strip():
        given[behind] = "name"
        return
    scope = next((i for i, role in sorted(given.items()) if role == "scope"), None)
    if scope is None or "target" not in roles or scope >= len(samples):
        return
    cells = [cell for cell in samples[scope] if cell.strip()]
    if cells and all(len(cell) <= LONGEST_HEADING and "。" not in cell for cell in cells):
        given[scope] = "name"


def _is_dated(heading: str) -> bool:
    """Whether a heading is for one year: 2024年目标, 年度任务."""
    return "年度" in heading or _YEAR.match(heading.strip()) is not None


def _settled(given: dict[int, str], headings: Sequence[str]) -> list[tuple[str, int]]:
    """Of two columns of one kind the first is the name, the one for the year is the target."""
    names = [i for i, role in given.items() if role == "name"]
    roles = set(given.values())
    for later in sorted(names)[1:]:
        missing = [role for role in ("scope", "target") if role not in roles]
        given[later] = missing[0] if missing else "scope"
        roles.add(given[later])
    targets = sorted(i for i, role in given.items() if role == "target")
    if len(targets) > 1:
        dated = [i for i in targets if _is_dated(headings[i])]
        kept = dated[0] if dated else targets[0]
        for i in targets:
            given[i] = "target" if i == kept else "scope"
    return sorted(((role, i) for i, role in given.items()), key=lambda pair: pair[1])


def is_header(headings: Sequence[str]) -> bool:
    """Whether these cells head a table of tasks: what is done, and by whom or until when."""
    filled = [heading for heading in headings if heading.strip()]
    known = [heading for heading in filled if _roles_of(heading)]
    if len(known) < 2 or len(known) * 2 < len(filled):
        return False
    roles = columns_of(headings).names
    content = roles & set(CONTENT_COLUMNS)
    organs = roles & set(ORGANIZATION_COLUMNS)
    if not content:
        return False
    if organs and len(known) == len(filled):
        return True
    return len(roles) > 2 and bool(organs or "period" in roles or len(content) > 1)


def is_indicator(heading: str) -> bool:
    """Whether a column names indicators (指标名称), not things to be done."""
    return _table()["indicators"] in heading


def printed_unit(text: str) -> str | None:
    """The unit of measure that these words print (万元, 单位：亿元, %); None for other words."""
    words = _UNIT_MARK.sub("", _BLANK.sub("", text))
    return words if words in units() else None


def unit_note(text: str) -> str | None:
    """The unit that a line states for a whole table (单位：万元)."""
    units = (printed_unit(match[1]) for match in _UNIT_NOTE.finditer(text))
    return next((unit for unit in units if unit), None)


def unit_in(heading: str) -> str | None:
    """The unit in the brackets of a heading: 计划投资（万元）."""
    found = (printed_unit(match[1]) for match in _BRACKETS.finditer(heading))
    return next((unit for unit in found if unit), None)


def label(role: str) -> str:
    """The usual heading of a column, for messages."""
    return str(_table()["labels"][role])
