"""Which printed figures speak of the same thing, and whether both can be true."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongchou.domain.programme.target import Quantity, QuantityField, QuantityRole
from tongchou.domain.programme.task import Task
from tongchou.domain.shared.quantities import Comparator

_MOST_COMPARED = 60
"""Of one task; what holds more is no promise but a table, and is not compared."""
_TOLERANCE = Decimal("0.1")
_INFINITE = Decimal("Infinity")
_FEWEST = 2
_MOST_PARTS = 8
_DESCRIBED = {QuantityField.SCOPE, QuantityField.NAME}
_FLOORS = {Comparator.AT_LEAST, Comparator.MORE_THAN}


def agree(first: Quantity, second: Quantity) -> bool:
    """Whether both may stand beside each other: some value meets both, 左右 within a tenth; two
    lower bounds (突破500, 达到550) only when they are the same."""
    if first.comparator in _FLOORS and second.comparator in _FLOORS:
        return first.value == second.value
    low, high = _bounds(first)
    other_low, other_high = _bounds(second)
    return low <= other_high and other_low <= high


def same_thing(first: Quantity, second: Quantity) -> bool:
    """Whether both say what they measure, measure the same in the same unit and the same way."""
    return (
        first.unit == second.unit
        and first.measure == second.measure
        and same_subject(first.subject, second.subject)
    )


def same_subject(first: str, second: str) -> bool:
    """The same words, or one the end of the other (货物吞吐量, 港口货物吞吐量)."""
    short, long = sorted((first, second), key=len)
    return len(short) >= _FEWEST and long.endswith(short)


def adds_up(figure: Quantity, printed: Sequence[Quantity]) -> bool:
    """Whether some figures in a row, all of its unit, make this one together (3个 of 1个, 2个)."""
    alike = [q.value for q in printed[:_MOST_COMPARED] if q.unit == figure.unit]
    return any(
        sum(alike[i:j]) == figure.value
        for i in range(len(alike))
        for j in range(i + 2, min(i + _MOST_PARTS, len(alike)) + 1)
    )


def differing(task: Task) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure of the target that contradicts one of the name or scope, with that one.

    Parts that make the whole together contradict nothing; a pasted table is not compared.
    """
    targets = [q for q in task.quantities if q.field is QuantityField.TARGET]
    described = [q for q in task.quantities if q.field in _DESCRIBED]
    if not described or len(task.quantities) > _MOST_COMPARED:
        return
    alike = [(q, [t for t in targets if same_thing(t, q)]) for q in described]
    alike = [(q, parts) for q, parts in alike if q.role is not QuantityRole.TOTAL]
    for target in targets:
        same = [(q, parts) for q, parts in alike if any(part is target for part in parts)]
        whole = any(q.value == sum(part.value for part in parts) for q, parts in same)
        if same and not whole and not any(agree(q, target) for q, _ in same):
            yield target, same[0][0]


def _bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    value = quantity.value
    match quantity.comparator:
        case Comparator.AT_LEAST | Comparator.MORE_THAN:
            return value, _INFINITE
        case Comparator.AT_MOST:
            return -_INFINITE, value
        case Comparator.ABOUT:
            margin = abs(value) * _TOLERANCE
            return value - margin, value + margin
        case Comparator.RANGE:
            return value, quantity.upper or value
        case _:
            return value, value
