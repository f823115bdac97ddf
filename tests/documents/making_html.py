"""A notice as the web page of an office: paragraphs, then a table whose areas span the row."""

from __future__ import annotations

from html import escape

from tests.documents.making import COLUMNS, Flattened


def html_notice(notice: Flattened) -> bytes:
    words = "".join(f"<p>{escape(line)}</p>\n" for line in notice.before)
    rows = "".join(f"<tr>{''.join(map(_cell, *_spans(row)))}</tr>\n" for row in notice.rows)
    head = '<head><meta charset="utf-8"><title>通知</title></head>'
    page = f"<!DOCTYPE html><html>{head}<body>{words}<table>{rows}</table></body></html>"
    return page.encode()


def _spans(row: list[str]) -> tuple[list[str], list[int]]:
    return row, [COLUMNS - 1 if len(row) == 2 and c == 1 else 1 for c in range(len(row))]


def _cell(text: str, span: int) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.strip().split("\n"))
    return f'<td colspan="{span}">{lines}</td>'
