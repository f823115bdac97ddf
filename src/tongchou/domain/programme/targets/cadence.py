"""How often a target is proposed to be reported on (cadences.json)."""

import re
from functools import cache
from typing import Any

from tongchou.domain.programme.target import Cadence, TargetKind
from tongchou.domain.shared.data import load

PACKAGE = "tongchou.domain.programme.targets"


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = load(PACKAGE, "cadences.json")
    return table


def cadence_of(text: str, kind: TargetKind) -> Cadence:
    """What the text itself says (每季度), else what is known of such statistics, else by kind."""
    lists = ["said", "statistics"] if kind is TargetKind.QUANTITY else ["said"]
    for name in lists:
        for cadence, words in _table()[name]:
            if re.search(words, text):
                return Cadence(cadence)
    return Cadence(_table()["by_kind"][kind])
