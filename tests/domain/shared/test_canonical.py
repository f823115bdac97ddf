from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongchou.domain.shared.canonical import decimal_text, dumps, loads
from tongchou.domain.shared.quantities import Comparator

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**18), 10**18) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def test_keys_are_sorted_and_nothing_is_wasted() -> None:
    assert dumps({"b": 1, "a": [True, None, "统筹"]}) == '{"a":[true,null,"统筹"],"b":1}'.encode()


def test_the_order_of_keys_does_not_matter() -> None:
    assert dumps({"b": 1, "a": 2}) == dumps({"a": 2, "b": 1})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2.75E+8", "275000000"),
        ("0.80", "0.8"),
        ("-0.0", "0"),
        ("100", "100"),
        ("1E-7", "0.0000001"),
        ("-12.500", "-12.5"),
        ("123456789012345678901234567890.10", "123456789012345678901234567890.1"),
    ],
)
def test_a_figure_has_one_plain_form(value: str, text: str) -> None:
    assert decimal_text(Decimal(value)) == text
    assert dumps(Decimal(value)) == f'"{text}"'.encode()


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_figure_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="finite"):
        dumps(Decimal(value))


def test_dates_identities_and_words_of_a_list() -> None:
    value = {
        "day": date(2023, 3, 29),
        "instant": datetime(2023, 3, 29, 8, 0, tzinfo=UTC),
        "id": UUID(int=1),
        "comparator": Comparator.AT_LEAST,
    }
    assert dumps(value) == (
        b'{"comparator":"at_least","day":"2023-03-29",'
        b'"id":"00000000-0000-0000-0000-000000000001","instant":"2023-03-29T08:00:00+00:00"}'
    )


@pytest.mark.parametrize("value", [1.5, {1: 2}, {1, 2}, b"bytes", object()])
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        dumps(value)


@pytest.mark.parametrize("data", [b'{"a":1.5}', b'{"a":1,"a":2}', b'{"a":NaN}', b"[Infinity]"])
def test_what_could_not_have_been_sealed_is_not_read(data: bytes) -> None:
    with pytest.raises(ValueError):
        loads(data)


@given(PLAIN)
def test_a_value_comes_back_and_gives_the_same_bytes(value: object) -> None:
    data = dumps(value)
    assert loads(data) == value
    assert dumps(loads(data)) == data


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_the_text_of_a_figure_is_exact(value: Decimal) -> None:
    text = decimal_text(value)
    assert Decimal(text) == value
    assert "E" not in text.upper()
    assert decimal_text(Decimal(text)) == text
