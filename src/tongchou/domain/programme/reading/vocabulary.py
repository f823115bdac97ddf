"""The words by which promises are read (vocabulary.json)."""

import re
from functools import cache
from typing import Any

from tongchou.domain.shared.data import load

PACKAGE = "tongchou.domain.programme.reading"


@cache
def vocabulary() -> dict[str, Any]:
    table: dict[str, Any] = load(PACKAGE, "vocabulary.json")
    return table


@cache
def any_of(name: str) -> re.Pattern[str]:
    """A pattern for any word of one list, the longest first."""
    words = sorted(vocabulary()[name], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
