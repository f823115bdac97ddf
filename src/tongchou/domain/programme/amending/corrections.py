"""Which members of a programme may be corrected, and how each value is read and written."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from tongchou.domain.programme.amending.fields import WHOLE
from tongchou.domain.programme.project import ProjectCategory
from tongchou.domain.programme.target import Cadence, Combine, Curve, Effort, TargetKind
from tongchou.domain.programme.targets.ladders import new_ladder, templates
from tongchou.domain.programme.task import Role
from tongchou.domain.shared.canonical import decimal_text
from tongchou.domain.shared.numerals import parse_number
from tongchou.domain.shared.periods import PeriodKind
from tongchou.domain.shared.quantities import Comparator, Measure
from tongchou.domain.shared.text import Text

Read = Callable[[object], Any]
Write = Callable[[Any, str, Any], None]
A_DATE = Text("不是日期（应为 2023-06-30 的形式）", "is no date (such as 2023-06-30)")
A_NUMBER = Text("不是数字", "is no number")
A_COUNT = Text("不是整数", "is no whole number")
WORDS = Text("不能为空", "may not be empty")
INCOMPLETE = Text("不完整或格式不符", "is incomplete or of another form")
PUBLICITY = ("主动公开", "依申请公开", "不予公开")
STATES = ("proposed", "confirmed")
_TARGET = r"tasks/\d+/targets/[\d.]+/"


class UnreadableError(Exception):
    """A value that cannot be read; `expected` says what was asked for."""

    def __init__(self, expected: Text) -> None:
        super().__init__(expected.en)
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Correction:
    """`read` turns a form's text or a JSON value into the file's value, else UnreadableError;
    `write` puts it into the member of a JSON object."""

    read: Read
    write: Write


def correction_for(path: str) -> Correction:
    """Raises KeyError for a path that may not be corrected."""
    for pattern, correction in _corrections():
        if pattern.fullmatch(path):
            return correction
    raise KeyError(path)


def read_words(value: object) -> str:
    words = str(value).strip() if value is not None else ""
    if not words:
        raise UnreadableError(WORDS)
    return words


def read_words_or_none(value: object) -> str | None:
    return str(value).strip() or None if value is not None else None


def read_date(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    try:
        return date.fromisoformat(str(value).strip()).isoformat()
    except ValueError:
        raise UnreadableError(A_DATE) from None


def read_date_or_none(value: object) -> str | None:
    return None if value in (None, "") else read_date(value)


def read_number(value: object) -> str:
    try:
        return decimal_text(parse_number(str(value)))
    except ValueError:
        raise UnreadableError(A_NUMBER) from None


def read_number_or_none(value: object) -> str | None:
    return None if value in (None, "") else read_number(value)


def read_count_or_none(value: object) -> int | None:
    number = read_number_or_none(value)
    if number is None:
        return None
    if not number.isdigit():
        raise UnreadableError(A_COUNT)
    return int(number)


def read_names(value: object) -> list[str]:
    items = value if isinstance(value, list | tuple) else re.split(r"[、,，;；\s]+", str(value))
    return list(dict.fromkeys(str(item).strip() for item in items if str(item).strip()))


def whole(read: Read) -> Read:
    """A reader of a whole object or list that says what the file's own reader refused."""

    def read_whole(value: object) -> Any:
        try:
            return read(value)
        except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError):
            raise UnreadableError(INCOMPLETE) from None

    return read_whole


def one_of(words: tuple[str, ...] | type[StrEnum]) -> Read:
    known = tuple(str(word) for word in words)

    def read(value: object) -> str:
        if str(value) not in known:
            shown = "、".join(known)
            raise UnreadableError(Text(f"应为以下之一：{shown}", f"is none of {', '.join(known)}"))
        return str(value)

    return read


def _or_none(read: Read) -> Read:
    return lambda value: None if value in (None, "") else read(value)


def write_member(place: Any, name: str, value: Any) -> None:
    """Members of the file are there already; a new one would be a path that leads nowhere."""
    if name not in place:
        raise KeyError(name)
    place[name] = value


def write_answer(answers: Any, jurisdiction: str, name: Any) -> None:
    if name is None:
        answers.pop(jurisdiction, None)
    else:
        answers[jurisdiction] = name


def write_jurisdictions(target: Any, _: str, shorts: Any) -> None:
    target["jurisdictions"] = shorts
    target["answers"] = {k: name for k, name in target["answers"].items() if k in shorts}


def write_template(ladder: Any, _: str, template: Any) -> None:
    if ladder["template"] != template:
        ladder.update(new_ladder(template).to_json())


_CHECKLISTS_AND_PROJECTS: list[tuple[str, Read, Write]] = [
    (_TARGET + r"checklist/items/\d+/(name|proof)", read_words, write_member),
    (_TARGET + "checklist/expected", read_count_or_none, write_member),
    (r"projects/[^/]+/name", read_words, write_member),
    (r"projects/[^/]+/category", _or_none(one_of(ProjectCategory)), write_member),
    (r"projects/[^/]+/jurisdictions", read_names, write_member),
]


@cache
def _corrections() -> tuple[tuple[re.Pattern[str], Correction], ...]:
    target = _TARGET
    table: list[tuple[str, Read, Write]] = [
        (r"header/(document_number|annex_title)", read_words_or_none, write_member),
        (r"header/title", read_words, write_member),
        (r"header/date", read_date_or_none, write_member),
        (r"header/publicity", _or_none(one_of(PUBLICITY)), write_member),
        (r"tasks/\d+/name", read_words, write_member),
        (r"tasks/\d+/period/(start|end)", read_date_or_none, write_member),
        (r"tasks/\d+/period/kind", one_of(PeriodKind), write_member),
        (r"tasks/\d+/organizations/\d+/name", read_words, write_member),
        (r"tasks/\d+/organizations/\d+/jurisdiction", read_words_or_none, write_member),
        (r"tasks/\d+/organizations/\d+/role", one_of(Role), write_member),
        (target + "kind", one_of(TargetKind), write_member),
        (target + "text", read_words, write_member),
        (target + "project", read_words_or_none, write_member),
        (target + "combine", one_of(Combine), write_member),
        (target + "effort", one_of(Effort), write_member),
        (target + "cadence", one_of(Cadence), write_member),
        (target + "state", one_of(STATES), write_member),
        (target + "jurisdictions", read_names, write_jurisdictions),
        (target + "answers/[^/]+", read_words_or_none, write_answer),
        (target + "quantity/value", read_number, write_member),
        (target + "quantity/upper", read_number_or_none, write_member),
        (target + "quantity/comparator", one_of(Comparator), write_member),
        (target + "quantity/measure", one_of(Measure), write_member),
        (target + "plan/curve", one_of(Curve), write_member),
        (target + "plan/(start|end)", read_date, write_member),
        (target + "ladder/template", one_of(tuple(templates())), write_template),
        (target + r"ladder/rungs/\d+/(name|proof)", read_words, write_member),
        (target + r"ladder/rungs/\d+/planned", read_date_or_none, write_member),
    ]
    table += _CHECKLISTS_AND_PROJECTS
    table += [(path, whole(read), write_member) for path, read in WHOLE]
    return tuple((re.compile(path), Correction(read, write)) for path, read, write in table)
