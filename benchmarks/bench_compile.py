"""Compiling a joint notice as .docx, beside only opening it with python-docx."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import docx

import tongchou
from benchmarks.frame import Figure, measure, python_loop
from tests.documents.making import flattened, word_notice
from tests.golden.write import NOTICE
from tongchou.documents.read import read_document

REAL = "wandakai-2023.txt"
GOAL = 0.1


def notice() -> tuple[str, bytes]:
    """The real notice where it lies, else the project's own; as a Word file with a ruled table."""
    named = os.environ.get("TONGCHOU_NOTICES")
    beside = Path(__file__).resolve().parents[2] / "shared" / "notices"
    real = (Path(named) if named else beside) / REAL
    path = real if real.is_file() else NOTICE
    return path.stem, word_notice(flattened(path.read_text(encoding="utf-8")))


def every_cell(data: bytes) -> int:
    """What python-docx takes to show each word once."""
    document = docx.Document(io.BytesIO(data))
    words = sum(len(paragraph.text) for paragraph in document.paragraphs)
    return words + sum(
        len(cell.text) for table in document.tables for row in table.rows for cell in row.cells
    )


def figures() -> Iterator[Figure]:
    name, data = notice()
    opened = measure(lambda: every_cell(data))
    read = measure(lambda: read_document(data, "notice.docx"))
    yield Figure(f"read {name}.docx", read, "python-docx reads the same", opened, ratio_goal=1.0)
    compiled = measure(lambda: tongchou.compile(data, "notice.docx"))
    yield Figure(
        f"compile {name}.docx", compiled, "python-docx reads the same", opened, cpu_goal=GOAL
    )
    yield Figure(
        f"compile {name}.docx", compiled, "a million additions in Python", python_loop(), GOAL
    )
