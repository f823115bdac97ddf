"""Plain text: paragraphs, and tables as they fall apart when they are copied out of a page."""

from __future__ import annotations

from tests.corpus.make.source import Paragraph, Source, Table


def made(source: Source) -> bytes:
    lines: list[str] = []
    for part in source.parts:
        if isinstance(part, Paragraph):
            lines.append(part.text)
        elif isinstance(part, Table):
            lines.extend(FLATTENED[source.options.get("table", "lines")](part))
    text = "\n".join(lines) + "\n"
    return text.encode(source.options.get("encoding", "utf-8"))


def by_tabs(table: Table) -> list[str]:
    """One cell a line behind a tab, an empty line between rows."""
    lines: list[str] = []
    row = -1
    for cell in table.cells():
        if cell.row != row and row >= 0:
            lines.append("")
        row = cell.row
        first, *others = cell.lines
        lines += ["\t" + first, *others]
    return lines


def by_lines(table: Table) -> list[str]:
    """One line of a cell after another, nothing between; empty cells leave no line."""
    return [line for cell in table.cells() for line in cell.lines if line]


def run_together(table: Table) -> list[str]:
    """Each row in one line without anything between its cells."""
    rows: dict[int, str] = {}
    for cell in table.cells():
        rows[cell.row] = rows.get(cell.row, "") + "".join(cell.lines)
    return list(rows.values())


def by_columns(table: Table) -> list[str]:
    """As pasted from a worksheet: cells between tabs."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells():
        rows.setdefault(cell.row, []).append("、".join(cell.lines))
    return ["\t".join(row) for row in rows.values()]


def piped(table: Table) -> list[str]:
    """A Markdown table; line breaks in a cell are written <br>."""
    head, *rows = table.printed()
    shown = [[cell.replace("⏎", "<br>").replace("←", "") for cell in row] for row in (head, *rows)]
    rule = ["---"] * table.width
    return ["", *(f"| {' | '.join(row)} |" for row in (shown[0], rule, *shown[1:])), ""]


FLATTENED = {
    "tabs": by_tabs,
    "lines": by_lines,
    "run": run_together,
    "columns": by_columns,
    "pipes": piped,
}
