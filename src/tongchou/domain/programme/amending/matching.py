"""Which item of one list is which of another: first by what is equal, then by what they share.

Texts are held against each other by their two-character runs, found through an index of the rarer
runs, so that the cost grows with the lists and not with their product.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field

_RUN = 2
_COMMON = 40
"""Runs that stand in more items than this are not looked up: they tell nothing apart."""
_CANDIDATES = 6
_ALIKE = 0.5
_HINTED = 0.3
_PART = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """An item to be matched: keys that make it the same where they are equal, the strongest
    first (None: it has no such key), its text, and a hint (such as its number) that lets a
    weaker likeness count.
    """

    keys: tuple[Hashable, ...]
    text: str
    hint: Hashable = None


@dataclass(frozen=True, slots=True)
class Pairing:
    """Places in the later list by places in the earlier one.

    `splits`: further places in which parts of an earlier item stand; `merges`, by place in the
    later list: further earlier items that went into it.
    """

    pairs: dict[int, int] = field(default_factory=dict)
    splits: dict[int, tuple[int, ...]] = field(default_factory=dict)
    merges: dict[int, tuple[int, ...]] = field(default_factory=dict)


def pair(before: Sequence[Piece], after: Sequence[Piece]) -> Pairing:
    """Every item is in at most one pair, split or merge."""
    pairs = _equal(before, after)
    if len(pairs) == len(before) == len(after):
        return Pairing(pairs)
    earlier, later = _Runs(before), _Runs(after)
    _alike(pairs, before, after, earlier, later)
    backwards = {j: i for i, j in pairs.items()}
    split = _parts_of(later, _left(after, backwards), earlier, pairs)
    merged = _parts_of(earlier, _left(before, pairs), later, backwards)
    return Pairing(pairs, split, merged)


def normal(text: str) -> str:
    """A text without its blanks and line ends."""
    return re.sub(r"\s+", "", text)


def _left(items: Sequence[Piece], taken: Iterable[int]) -> list[int]:
    done = set(taken)
    return [place for place in range(len(items)) if place not in done]


def _equal(before: Sequence[Piece], after: Sequence[Piece]) -> dict[int, int]:
    """Pairs with an equal key that is unique among what stronger keys have left."""
    pairs: dict[int, int] = {}
    for level in range(max((len(piece.keys) for piece in before), default=0)):
        ours = _unique(before, _left(before, pairs), level)
        theirs = _unique(after, _left(after, pairs.values()), level)
        pairs |= {place: theirs[key] for key, place in ours.items() if key in theirs}
    return pairs


def _unique(items: Sequence[Piece], places: Iterable[int], level: int) -> dict[Hashable, int]:
    keyed = [(items[place].keys[level], place) for place in places]
    counts = Counter(key for key, _ in keyed)
    return {key: place for key, place in keyed if key is not None and counts[key] == 1}


class _Runs:
    """The two-character runs of each text, and the places in which each run stands."""

    def __init__(self, items: Sequence[Piece]) -> None:
        self.runs = [_runs(piece.text) for piece in items]
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, runs in enumerate(self.runs):
            for run in runs:
                self.places[run].append(place)

    def nearest(self, runs: frozenset[str], allowed: Callable[[int], bool]) -> list[int]:
        """The places that share most of the rarer runs, at most a handful."""
        shared: Counter[int] = Counter()
        for run in runs:
            found = self.places.get(run, ())
            if len(found) <= _COMMON:
                shared.update(place for place in found if allowed(place))
        return [place for place, _ in shared.most_common(_CANDIDATES)]


def _runs(text: str) -> frozenset[str]:
    words = normal(text)
    return frozenset(words[i : i + _RUN] for i in range(max(len(words) - _RUN + 1, 0)))


def _alike(
    pairs: dict[int, int],
    before: Sequence[Piece],
    after: Sequence[Piece],
    earlier: _Runs,
    later: _Runs,
) -> None:
    """Adds what is like enough, the likest first."""
    free = set(_left(after, pairs.values()))
    scored = []
    for i in _left(before, pairs):
        for j in later.nearest(earlier.runs[i], free.__contains__):
            score = _likeness(earlier.runs[i], later.runs[j])
            hinted = before[i].hint is not None and before[i].hint == after[j].hint
            if score >= (_HINTED if hinted else _ALIKE):
                scored.append((-score, i, j))
    for _, i, j in sorted(scored):
        if i not in pairs and j in free:
            pairs[i] = j
            free.discard(j)


def _likeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else 0.0


def _share(part: frozenset[str], whole: frozenset[str]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _parts_of(
    parts: _Runs, left: list[int], wholes: _Runs, paired: dict[int, int]
) -> dict[int, tuple[int, ...]]:
    """What is left over and stands in an item that is paired with another, by that item.

    It counts only where the other no longer holds it, else it is an addition of its own.
    """
    found: dict[int, tuple[int, ...]] = {}
    for place in left:
        runs = parts.runs[place]
        for whole in wholes.nearest(runs, paired.__contains__):
            share = _share(runs, wholes.runs[whole])
            if share >= _PART and share > _share(runs, parts.runs[paired[whole]]):
                found[whole] = (*found.get(whole, ()), place)
                break
    return found
