"""The project's own notice gives exactly the committed programme, as text and as Word."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

import tongchou
from tests.documents.making import flattened, word_notice
from tests.golden.write import NOTICE, PROGRAMME, written
from tongchou.documents.read import read_document
from tongchou.domain.notice.document import Document, Span
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.targets.ladders import templates
from tongchou.domain.shared.periods import PeriodKind

PLACES = {"spans", "cells", "fields", "position"}


def without_places(value: Any) -> Any:
    """A programme without its spans: block numbers differ between file formats."""
    if isinstance(value, dict):
        return {key: without_places(item) for key, item in value.items() if key not in PLACES}
    if isinstance(value, list):
        return [without_places(item) for item in value]
    return value


def spans_in(value: Any) -> list[list[int]]:
    if isinstance(value, dict):
        own = list(value.get("spans", []))
        return own + [s for key, item in value.items() if key != "spans" for s in spans_in(item)]
    if isinstance(value, list):
        return [span for item in value for span in spans_in(item)]
    return []


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(NOTICE.read_bytes(), NOTICE.name)


@pytest.fixture(scope="module")
def programme() -> Programme:
    return tongchou.compile(NOTICE)


def test_the_text_gives_the_committed_programme() -> None:
    assert written() == PROGRAMME.read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", ["1", "2"])
def test_no_order_depends_on_the_seed_of_hashes(seed: str) -> None:
    program = "import sys; from tests.golden.write import written; sys.stdout.write(written())"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    run = [sys.executable, "-c", program]
    output = subprocess.run(run, env=environment, capture_output=True, check=True).stdout
    assert output.decode("utf-8") == PROGRAMME.read_text(encoding="utf-8")


def test_word_gives_the_same_programme() -> None:
    word = word_notice(flattened(NOTICE.read_text(encoding="utf-8")))
    programme = tongchou.compile(word, "notice.docx").to_json()
    golden = json.loads(PROGRAMME.read_text(encoding="utf-8"))
    assert without_places(programme) == without_places(golden)


def test_every_text_is_verbatim_at_its_spans(document: Document, programme: Programme) -> None:
    for task in programme.tasks:
        for name in ("name", "scope", "target"):
            assert document.text_of(task.cells[name]) == getattr(task, name)
        for organization in task.organizations:
            assert document.text_of(organization.spans[0]) == organization.printed
        for quantity in task.quantities:
            assert document.text_of(quantity.spans[0]) == quantity.text
    for target in programme.targets:
        assert "".join(map(document.text_of, target.spans)) == target.text
    for clause in programme.clauses:
        assert "".join(map(document.text_of, clause.spans)) == clause.text


def test_every_span_lies_inside_its_block(document: Document, programme: Programme) -> None:
    spans = [Span.from_json(span) for span in spans_in(programme.to_json())]
    assert len(spans) > 150
    assert all(0 <= s.start <= s.end <= len(document.blocks[s.block].text) for s in spans)


def test_it_covers_the_common_ladder_templates_and_every_period(programme: Programme) -> None:
    used = {target.ladder.template for target in programme.targets if target.ladder}
    assert used <= set(templates())
    assert {"planning_paper", "policy", "founding_body", "title", "event", "generic"} <= used
    assert {task.period.kind for task in programme.tasks} == set(PeriodKind) - {PeriodKind.UNKNOWN}


def test_the_targets_divide_the_cell(programme: Programme) -> None:
    """One target for each figure of a target cell, keyed in printed order."""
    for task in programme.tasks:
        printed = [q for q in task.quantities if q.field == "target"]
        targets = programme.targets_of(task.number)
        assert [target.quantity for target in targets if target.quantity] == printed
        assert [target.key for target in targets] == [
            f"{task.number}.{n}" for n in range(1, len(targets) + 1)
        ]
