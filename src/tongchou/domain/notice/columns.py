"""Which column of an annex holds what, by its heading."""

import re
from functools import cache

from tongchou.domain.shared.data import load

PACKAGE = "tongchou.domain.notice"
ORGANIZATION_COLUMNS = ("lead", "responsible", "assisting", "supervising")
_NOISE = re.compile(r"\s+|[（(].*?[）)]|^20\d\d年?(?:度(?=目标|任务|工作))?")


@cache
def _headings() -> dict[str, str]:
    table = load(PACKAGE, "columns.json")["columns"]
    return {heading: role for role, headings in table.items() for heading in headings}


def column_of(heading: str) -> str | None:
    """The role of a heading (number, name, target …); the year and brackets do not matter."""
    return _headings().get(_NOISE.sub("", heading))


def is_header(headings: list[str]) -> bool:
    """Whether these cells head a table of tasks: a name, and what is promised or by whom."""
    roles = {role for heading in headings if (role := column_of(heading))}
    promised = roles & {"target", "scope"}
    return (
        "name" in roles and bool(promised or roles & set(ORGANIZATION_COLUMNS)) and len(roles) > 2
    )


def label(role: str) -> str:
    """The usual heading of a column, for messages."""
    return str(load(PACKAGE, "columns.json")["labels"][role])
