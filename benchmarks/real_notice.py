"""The real notice as a gold and in several formats, from the text the tests take apart."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from tests.corpus.make import page, portable, word
from tests.corpus.make.source import Paragraph, Source, Table
from tests.documents.making import COLUMNS, flattened
from tests.golden.test_real_notice import HOMES, PARKS, PERIODS, QUANTITIES

REAL = "wandakai-2023.txt"
FORMATS = ("txt", "docx", "html", "pdf")


def real_text() -> str | None:
    """The notice of 2023, which is not part of the project; None where it is not there."""
    named = os.environ.get("TONGCHOU_NOTICES")
    beside = Path(__file__).resolve().parents[2] / "shared" / "notices"
    path = (Path(named) if named else beside) / REAL
    return path.read_text(encoding="utf-8") if path.is_file() else None


def made(text: str, kind: str) -> bytes:
    """A notice's text as a file of a kind, its table ruled."""
    if kind == "txt":
        return text.encode()
    return {"docx": word, "html": page, "pdf": portable}[kind].made(source(text))


def source(text: str) -> Source:
    """The lines before the annex as paragraphs, its cells as a table with areas merged across."""
    notice = flattened(text)
    rows = [
        [cell.strip().replace("\n", "⏎") for cell in row] + ["←"] * (COLUMNS - len(row))
        for row in notice.rows
    ]
    lines = [line.strip() for line in notice.before if line.strip()]
    table = Table({"shares": "4,12,9,22,22,16,6", "again": "head"}, rows)
    return Source("notice", "", {}, (*map(Paragraph, lines), table))


def real_gold(text: str) -> dict[str, Any]:
    """The same fields as a gold of the corpus, as the tests of the real notice know them."""
    notice = flattened(text)
    kinds = {number: kind for kind, numbers in PERIODS.items() for number in numbers}
    area = 0
    tasks: list[dict[str, Any]] = []
    for row in notice.rows[1:]:
        if len(row) == 2:
            area += 1
            continue
        number, name, period, scope, target, organs = (cell.strip() for cell in row[:6])
        tasks.append(
            {
                "number": int(number),
                "name": name,
                "area": notice.areas[area - 1],
                "period": {"text": period, "kind": kinds[int(number)]},
                "scope": scope,
                "target": target,
                "organizations": _organizations(organs),
                "quantities": _quantities(int(number)),
            }
        )
    gold = {"header": {}, "areas": notice.areas, "tasks": tasks}
    return gold | {"findings": [], "silent": []}


def _quantities(task: int) -> list[dict[str, str]]:
    names = ("field", "number", "printed_unit", "unit", "value", "comparator", "role", "measure")
    return [dict(zip(names, row[1:], strict=True)) for row in QUANTITIES if row[0] == task]


def _organizations(cell: str) -> list[dict[str, str]]:
    """Each line is one government's: its first name says which, or is a park."""
    found: list[dict[str, str]] = []
    for line in cell.split("\n"):
        full = next(name for name in HOMES if name in line)
        for printed in line.split("、"):
            bare = printed[1:] if printed[0] in "区市" else printed.removeprefix(full)
            home, name = PARKS.get(printed, (HOMES[full], full + bare))
            found.append(
                {"printed": printed, "name": name, "jurisdiction": home, "role": "responsible"}
            )
    return found
