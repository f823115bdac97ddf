"""Canonical JSON: one value has exactly one sequence of bytes, so that it can be sealed."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID


def dumps(value: object) -> bytes:
    """Sorted keys, no spaces, UTF-8; Decimal as plain text, dates in ISO form.

    Raises TypeError for a float (a figure is a Decimal) and for any other foreign type,
    ValueError for a Decimal that is not finite.
    """
    plain = _plain(value)
    text = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def loads(data: bytes | str) -> Any:
    """Read JSON strictly: no floats, no repeated keys, no NaN (ValueError)."""
    return json.loads(
        data,
        parse_float=_refuse_number,
        parse_constant=_refuse_number,
        object_pairs_hook=_unique_keys,
    )


def decimal_text(value: Decimal) -> str:
    """Plain notation without exponent or trailing zeros: 2.75E+8 is 275000000, 0.80 is 0.8."""
    if not value.is_finite():
        raise ValueError(f"not a finite figure: {value}")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _plain(value: object) -> object:
    if value is None or (isinstance(value, bool | int) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Mapping):
        return {_key(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no canonical form")


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key must be text, not {type(key).__name__}")
    return str(key)


def _refuse_number(text: str) -> None:
    raise ValueError(f"not allowed in a sealed record: {text}")


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return result
