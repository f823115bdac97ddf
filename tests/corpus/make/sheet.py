"""Workbooks: a title above the head, merged cells, numbers as numbers; one sheet a table."""

from __future__ import annotations

import io
import re

import xlsxwriter

from tests.corpus.make.source import Paragraph, Source, Table


def made(source: Source) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    form = book.add_format({"text_wrap": True, "border": 1})
    above: list[str] = []
    for part in source.parts:
        if isinstance(part, Paragraph):
            above.append(part.text)
        elif isinstance(part, Table):
            _sheet(book.add_worksheet(part.options.get("sheet")), above, part, form)
            above = []
    book.close()
    return stream.getvalue()


def _sheet(
    sheet: xlsxwriter.worksheet.Worksheet,
    above: list[str],
    table: Table,
    form: xlsxwriter.format.Format,
) -> None:
    for r, line in enumerate(above):
        sheet.merge_range(r, 0, r, table.width - 1, line)
    for cell in table.cells():
        row, text = cell.row + len(above), "\n".join(cell.lines)
        if cell.row_span > 1 or cell.column_span > 1:
            last = (row + cell.row_span - 1, cell.column + cell.column_span - 1)
            sheet.merge_range(row, cell.column, *last, text, form)
        elif re.fullmatch(r"\d+(\.\d+)?", text):
            sheet.write_number(row, cell.column, float(text), form)
        else:
            sheet.write_string(row, cell.column, text, form)
