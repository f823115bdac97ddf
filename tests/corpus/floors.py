"""`python -m tests.corpus.floors`: raise the committed floors to what is reached now.

A field that is not listed must be all right (1.0). A floor is never lowered here.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

import tongchou
from tests.corpus.comparing import compare
from tests.corpus.scoring import CORPUS, gold_of, notices

FLOORS = CORPUS / "floors.json"
Floors = dict[str, dict[str, float]]


def floors() -> Floors:
    """For each notice the fields that are not all right yet, with the least F1 allowed."""
    found: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    return found


def reached(notice: Path) -> dict[str, float]:
    """The F1 of each field now, rounded down."""
    scores = compare(gold_of(notice), tongchou.compile(notice).to_json()).scores
    return {name: math.floor(score.f1 * 1000) / 1000 for name, score in scores.items()}


def raised(old: Floors | None) -> Floors:
    """The floors after a run; without old ones, what is reached."""
    new: Floors = {}
    for notice in notices():
        name = notice.parent.name
        before = old.get(name, {}) if old is not None else {}
        for part, f1 in reached(notice).items():
            least = f1 if old is None else max(f1, before.get(part, 1.0))
            if least < 1:
                new.setdefault(name, {})[part] = least
    return new


def main() -> None:
    new = raised(floors() if FLOORS.is_file() else None)
    text = json.dumps(new, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    FLOORS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
