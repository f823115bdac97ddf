"""Each notice of the corpus, held to its gold: no field falls below its committed floor."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.corpus.comparing import compare, plain
from tests.corpus.floors import FLOORS, floors
from tests.corpus.scoring import Comparison, gold_of, notices
from tests.domain.programme.holding import held_together
from tongchou.documents.read import read_document
from tongchou.domain.notice.document import Document
from tongchou.domain.programme.compile import compile_document
from tongchou.domain.programme.programme import Programme

each_notice = pytest.mark.parametrize("notice", notices(), ids=lambda path: path.parent.name)


@cache
def document(notice: Path) -> Document:
    return read_document(notice.read_bytes(), notice.name)


@cache
def programme(notice: Path) -> Programme:
    return compile_document(document(notice))


@cache
def comparison(notice: Path) -> Comparison:
    return compare(gold_of(notice), json.loads(json.dumps(programme(notice).to_json())))


def printed(gold: dict[str, Any]) -> list[str]:
    """The lines that the gold takes from the file word for word."""
    texts = [gold["header"].get("document_number"), *gold["header"].get("issuers", [])]
    for task in gold["tasks"]:
        texts += [task.get("name"), task.get("period", {}).get("text")]
        texts += [task.get("scope"), task.get("target")]
        texts += [organization["printed"] for organization in task["organizations"]]
        texts += [quantity.get("text") for quantity in task["quantities"]]
    return [line for text in texts if text for line in text.split("\n")]


def test_there_are_thirty_notices_in_every_format() -> None:
    assert len(notices()) >= 30
    endings = {path.suffix for path in notices()}
    assert endings >= {
        ".docx", ".doc", ".wps", ".pdf", ".html", ".xlsx", ".xls", ".ods", ".txt", ".md", ".ofd",
    }  # fmt: skip


@each_notice
def test_the_file_is_small_and_holds_the_words_of_its_gold(notice: Path) -> None:
    assert notice.stat().st_size < 60_000
    words = plain("".join(block.text for block in document(notice).blocks))
    assert [text for text in printed(gold_of(notice)) if plain(text) not in words] == []


@each_notice
def test_the_programme_is_valid_and_its_spans_are_true(notice: Path) -> None:
    held_together(document(notice), programme(notice))


@each_notice
def test_no_field_is_below_its_floor(notice: Path) -> None:
    least = floors().get(notice.parent.name, {})
    scores = comparison(notice).scores
    fallen = {
        name: (round(score.f1, 3), least.get(name, 1.0))
        for name, score in scores.items()
        if score.f1 < least.get(name, 1.0)
    }
    assert fallen == {}, list(comparison(notice).misses())


def test_floors_stand_for_notices_there_are() -> None:
    assert set(floors()) <= {path.parent.name for path in notices()}
    assert all(0 <= floor < 1 for fields in floors().values() for floor in fields.values())
    text = json.dumps(floors(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert FLOORS.read_text(encoding="utf-8") == text
