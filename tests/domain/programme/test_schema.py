from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.golden.write import PROGRAMME
from tongchou.domain.programme.schema import schema

PUBLISHED = Path(__file__).parents[3] / "docs" / "programme.schema.json"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


@pytest.fixture
def golden() -> Any:
    return json.loads(PROGRAMME.read_text(encoding="utf-8"))


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("type") == "object":
            yield value
        for item in value.values():
            yield from objects(item)


def test_it_is_a_schema_and_published_as_it_is() -> None:
    Draft202012Validator.check_schema(schema())
    written = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    assert PUBLISHED.read_text(encoding="utf-8") == written


def test_the_golden_programme_is_valid(validator: Draft202012Validator, golden: Any) -> None:
    assert list(validator.iter_errors(golden)) == []


def test_every_object_is_closed() -> None:
    for each in objects(schema()):
        assert "additionalProperties" in each
        if "properties" in each:
            assert each["additionalProperties"] is False
            assert each["required"] == list(each["properties"])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("tasks", 0, "surprise"), 1),
        (("tasks", 0, "quantities", 0, "value"), 86),
        (("tasks", 0, "quantities", 0, "value"), "8.60"),
        (("tasks", 0, "quantities", 0, "value"), "8E+1"),
        (("tasks", 0, "quantities", 0, "comparator"), "maybe"),
        (("tasks", 0, "period", "kind"), "someday"),
        (("tasks", 0, "period", "end"), "31.12.2024"),
        (("targets", 0, "combine"), "product"),
        (("targets", 0, "key"), "one"),
        (("targets", 0, "spans", 0), [1, 2]),
        (("targets", 0, "spans", 0), [1, 2, 3, 4]),
        (("header", "publicity"), "公开"),
        (("findings", 0, "code"), "Z1"),
        (("schema_version",), 3),
    ],
)
def test_what_is_wrong_is_found(
    validator: Draft202012Validator, golden: Any, path: tuple[Any, ...], value: object
) -> None:
    broken = copy.deepcopy(golden)
    place = broken
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not validator.is_valid(broken)


@pytest.mark.parametrize("member", ["header", "areas", "tasks", "targets", "clauses", "findings"])
def test_nothing_may_be_missing(validator: Draft202012Validator, golden: Any, member: str) -> None:
    del golden[member]
    assert not validator.is_valid(golden)
