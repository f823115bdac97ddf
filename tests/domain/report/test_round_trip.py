"""A figure keeps every digit: typed, read, sealed, read back, held as a current value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from tongchou.domain.programme.target import TargetKind
from tongchou.domain.report.figure import LONGEST, Figure, Flaw, read_figure
from tongchou.domain.report.statement import (
    Asked,
    Line,
    Statement,
    read_sealed,
    sealed_content,
)
from tongchou.domain.shared import canonical
from tongchou.domain.shared.quantities import in_unit

UNITS = {"亩": 1, "万亩": 10_000, "公顷": 15}
whole = st.integers(0, 10**15 // 10_000 - 1)
places = st.text("0123456789", max_size=20)


def exact(number: str, factor: int) -> Decimal:
    with localcontext() as context:
        context.prec = 100
        return Decimal(number) * factor


def line(typed: str, unit: str) -> Line:
    asked = Asked(uuid4(), "1.1", TargetKind.QUANTITY, "造林", "亩", "万亩", "flow", Decimal(1))
    day = date(2023, 4, 30)
    return Line(asked, Statement(value=typed, unit=unit), None, day, day, date(2023, 1, 1))


@given(whole, places, st.sampled_from(sorted(UNITS)))
def test_no_digit_is_lost_on_the_way_into_the_record(before: int, after: str, unit: str) -> None:
    typed = f"{before}.{after}" if after else str(before)
    stated = line(typed, unit)
    sealed = canonical.loads(canonical.dumps(sealed_content(stated)))
    back = read_sealed(sealed)
    assert back.value == exact(typed, UNITS[unit])
    assert Decimal(canonical.decimal_text(back.value)) == back.value
    assert (back.printed, back.printed_unit) == (typed, unit)
    again = read_figure(back.repeated().value, back.repeated().unit, "亩")
    assert isinstance(again, Figure)
    assert again.value == back.value


@given(st.decimals(0, 10**14, places=6), st.sampled_from(["亩", "万亩"]))
def test_a_figure_counted_in_another_unit_and_back_is_the_same(value: Decimal, unit: str) -> None:
    assert exact(str(in_unit(value, unit)), UNITS[unit]) == value


@given(st.text("0123456789", min_size=LONGEST + 1, max_size=5_000))
def test_endless_digits_are_a_size_and_take_no_time(digits: str) -> None:
    assert read_figure(digits + ".", "亩", "亩") is Flaw.SIZE


@given(st.text(max_size=60))
def test_any_text_is_a_figure_a_flaw_or_nothing(typed: str) -> None:
    read = read_figure(typed, "亩", "亩")
    assert read is None or isinstance(read, Flaw) or read.value.is_finite()


def test_endless_digits_before_a_stray_point_are_refused_at_once() -> None:
    """A pattern that tried every cut of these would not end."""
    assert read_figure("1" * 1_000_000 + ".", "亩", "亩") is Flaw.SIZE
