"""What is right, found and wanted in a field, and the notices of the corpus with their golds."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parent


@dataclass
class Score:
    right: int = 0
    found: int = 0
    wanted: int = 0

    def __iadd__(self, other: Score) -> Score:
        self.right += other.right
        self.found += other.found
        self.wanted += other.wanted
        return self

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else float(not self.found)

    @property
    def f1(self) -> float:
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0


@dataclass
class Comparison:
    """For each field the items the gold wants and those that were found."""

    wanted: dict[str, Counter[Hashable]] = field(default_factory=lambda: defaultdict(Counter))
    found: dict[str, Counter[Hashable]] = field(default_factory=lambda: defaultdict(Counter))

    def item(self, name: str, wanted: Hashable | None, found: Hashable | None) -> None:
        """One place of the notice; None or "" where a side has nothing."""
        if wanted not in (None, ""):
            self.wanted[name][wanted] += 1
        if found not in (None, ""):
            self.found[name][found] += 1

    @property
    def scores(self) -> dict[str, Score]:
        names = sorted({*self.wanted, *self.found})
        return {
            name: Score(
                (self.wanted[name] & self.found[name]).total(),
                self.found[name].total(),
                self.wanted[name].total(),
            )
            for name in names
        }

    def misses(self) -> Iterator[tuple[str, list[Hashable], list[Hashable]]]:
        """(field, wanted and not found, found and not wanted), where there are any."""
        for name in sorted({*self.wanted, *self.found}):
            missing = self.wanted[name] - self.found[name]
            extra = self.found[name] - self.wanted[name]
            if missing or extra:
                yield name, list(missing.elements()), list(extra.elements())


def notices() -> list[Path]:
    """The file of each notice of the corpus."""
    return sorted(path for path in CORPUS.glob("*/notice.*"))


def gold_of(notice: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(notice.with_name("gold.json").read_text(encoding="utf-8"))
    return gold
