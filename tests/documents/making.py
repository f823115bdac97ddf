"""Notices as files, made for the tests: a flattened text, and the same with a real Word table."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import docx
from docx.table import Table

COLUMNS = 7


@dataclass(frozen=True)
class Flattened:
    """A notice's text taken apart without the product: paragraphs, and cells one after another."""

    before: list[str]
    cells: list[str]

    @property
    def rows(self) -> list[list[str]]:
        """Seven cells a task, two an area (its number is a Chinese numeral)."""
        rows: list[list[str]] = []
        cells = list(self.cells)
        while cells:
            size = 2 if re.fullmatch("[一二三四五六七八九十]+", cells[0].strip()) else COLUMNS
            rows.append(cells[:size])
            cells = cells[size:]
        return rows

    @property
    def tasks(self) -> list[list[str]]:
        return [[cell.strip() for cell in row] for row in self.rows[1:] if len(row) > 2]

    @property
    def areas(self) -> list[str]:
        return [row[1].strip() for row in self.rows if len(row) == 2]


def flattened(text: str) -> Flattened:
    before, _, table = text.partition("\n\t")
    return Flattened(before.split("\n"), [cell.rstrip() for cell in table.split("\n\t")])


def word_notice(notice: Flattened, *, style: str = "Normal Table") -> bytes:
    """The same notice as .docx: paragraphs, then a table whose areas span the row; the style
    Table Grid draws its lines."""
    document = docx.Document()
    for line in notice.before:
        document.add_paragraph(line)
    rows = notice.rows
    table = document.add_table(rows=len(rows), cols=COLUMNS, style=style)
    for r, row in enumerate(rows):
        if len(row) == 2:
            table.cell(r, 1).merge(table.cell(r, COLUMNS - 1))
        for c, text in enumerate(row):
            fill(table, r, c, text)
    document.add_paragraph("")
    return saved(document)


def fill(table: Table, row: int, column: int, text: str) -> None:
    """One paragraph a line, as people type it."""
    cell = table.cell(row, column)
    first, *others = text.strip().split("\n")
    cell.paragraphs[0].text = first
    for line in others:
        cell.add_paragraph(line)


def saved(document: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
