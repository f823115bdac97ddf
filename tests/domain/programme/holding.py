"""What holds for every programme that was read from a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from tongchou.domain.notice.document import Document, Span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.schema import schema


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def spans_of(value: Any) -> Iterator[list[int]]:
    """Every span of a programme file, wherever it stands."""
    if isinstance(value, list):
        for item in value:
            yield from spans_of(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "spans":
                yield from item
            elif key == "cells":
                yield from item.values()
            elif key == "fields":
                yield from (span for spans in item.values() for span in spans)
            else:
                yield from spans_of(item)


def held_together(read: Document, programme: Programme) -> None:
    """Its file is valid, its spans lie inside their blocks, and what it refers to is there."""
    data = json.loads(json.dumps(programme.to_json()))
    assert [error.message for error in validator().iter_errors(data)] == []
    for span in map(Span.from_json, spans_of(data)):
        assert 0 <= span.start <= span.end <= len(read.blocks[span.block].text)
    for finding in programme.findings:
        place = finding.position
        if place.block is not None:
            assert 0 <= place.start <= place.end <= len(read.blocks[place.block].text)
    assert len({task.number for task in programme.tasks}) == len(programme.tasks)
    assert len({target.key for target in programme.targets}) == len(programme.targets)
    numbers = {task.number for task in programme.tasks}
    assert {target.task for target in programme.targets} <= numbers
    assert {number for clause in programme.clauses for number in clause.tasks} <= numbers
