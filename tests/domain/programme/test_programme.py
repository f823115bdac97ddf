from __future__ import annotations

import json

import pytest

from tests.domain.programme.building import compiled, row
from tests.golden.write import PROGRAMME
from tongchou.domain.programme.programme import SCHEMA_VERSION, Programme
from tongchou.domain.shared.canonical import dumps, loads


def test_a_programme_file_comes_back_whole() -> None:
    data = json.loads(PROGRAMME.read_text(encoding="utf-8"))
    assert Programme.from_json(data).to_json() == data


def test_what_is_read_back_compiles_to_the_same_value() -> None:
    programme = compiled(row(1, "甲", "造林1万亩，签约20—30亿元，启动编制"))
    again = Programme.from_json(programme.to_json())
    assert again.tasks == programme.tasks
    assert again.targets == programme.targets
    assert again == programme


def test_a_programme_can_be_sealed() -> None:
    data = compiled(row(1, "甲", "造林1.5万亩")).to_json()
    assert loads(dumps(data)) == data


def test_a_file_of_another_schema_is_refused() -> None:
    data = compiled(row(1, "甲", "造林1万亩")).to_json() | {"schema_version": SCHEMA_VERSION + 1}
    with pytest.raises(ValueError, match="schema"):
        Programme.from_json(data)


@pytest.mark.parametrize("key", ["9.9", "x"])
def test_what_is_not_there_is_an_error(key: str) -> None:
    programme = compiled(row(1, "甲", "造林1万亩"))
    with pytest.raises(KeyError):
        programme.target(key)
    with pytest.raises(KeyError):
        programme.task(99)
