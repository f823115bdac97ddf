"""Pieces that JSON Schemas of this project are made of."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
DATE: Json = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
NUMBER: Json = {"type": "integer", "minimum": 0}
DECIMAL: Json = {
    "type": "string",
    "pattern": r"^-?(0|[1-9]\d*)(\.\d*[1-9])?$",
    "description": "An exact figure in plain notation",
}
SPAN: Json = {"$ref": "#/$defs/span"}


def closed(description: str, **members: Json) -> Json:
    return {
        "type": "object",
        "description": description,
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def list_of(item: Json) -> Json:
    return {"type": "array", "items": item}


def map_of(value: Json, description: str) -> Json:
    return {"type": "object", "description": description, "additionalProperties": value}


def or_null(value: Json) -> Json:
    return {"anyOf": [value, {"type": "null"}]}


def one_of(words: Iterable[str] | type[StrEnum], description: str) -> Json:
    return {"enum": [str(word) for word in words], "description": description}


def said(description: str) -> Json:
    return {**TEXT, "description": description}
