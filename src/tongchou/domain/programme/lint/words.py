"""The words by which the rules judge (words.json)."""

import re
from functools import cache
from typing import Any

from tongchou.domain.shared.data import load

PACKAGE = "tongchou.domain.programme.lint"


@cache
def table() -> dict[str, Any]:
    found: dict[str, Any] = load(PACKAGE, "words.json")
    return found


@cache
def any_of(name: str) -> re.Pattern[str]:
    """A pattern for any word of one list, the longest first."""
    words = sorted(table()[name], key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def pattern(name: str) -> re.Pattern[str]:
    """An entry that is a regular expression itself."""
    return re.compile(table()[name])
