"""The outline of a notice: letter, prose and annex, every part with its place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tongchou.domain.notice.annex import Annex, annex_of
from tongchou.domain.notice.document import Block, Document, Span
from tongchou.domain.notice.findings import (
    NoAnnex,
    NoDate,
    NoDocumentNumber,
    NoIssuer,
    SeveralTables,
)
from tongchou.domain.notice.furniture import clear, is_metadata
from tongchou.domain.notice.grid import Grid
from tongchou.domain.notice.labels import label_of
from tongchou.domain.notice.leads import first_leads, with_leads
from tongchou.domain.notice.letter import Letter, is_annex_line, read_letter, signed_below
from tongchou.domain.notice.lines import Line, joined, lines_of, whole
from tongchou.domain.notice.prose import Sentence, is_section, read_prose
from tongchou.domain.notice.tables import find_grids
from tongchou.domain.notice.tasks import Tasks, read_tasks
from tongchou.domain.notice.titles import once, title_above
from tongchou.domain.shared.findings import Finding

_YEAR = re.compile(r"(20\d\d)年")
_YEARS = re.compile(r"(20\d\d)年?\s*[—–\-~～至]+\s*(20\d\d)年")
_SENTENCE_END = "。；：！？"
_HEAD_CELLS = 8
_TITLE_LINES = 4
_TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Outline:
    letter: Letter
    annex_title: str | None
    annex_title_spans: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    annex: Annex
    year: int | None
    findings: tuple[Finding, ...]


def outline_of(document: Document) -> Outline:
    """Find the parts of a notice. What is missing becomes a finding, never an error."""
    grids, others = find_grids(document.blocks)
    table_at = grids[0].top if grids else len(document.blocks)
    heads = [cells for cells in others if _is_head(cells, table_at)]
    cleared = clear(list(_lines(document.blocks, heads)))
    lines = cleared.lines
    letter = _letter(lines, cleared.metadata, grids)
    list_title = _list_title(lines, letter)
    opening = "".join(line.text for line in list_title)
    tasks = read_tasks(grids, lines, letter, _year_in(opening, letter.title, letter))
    annex = annex_of(tasks.reading)
    if first_leads(block.text for block in document.blocks):
        annex = replace(annex, tasks=tuple(map(with_leads, annex.tasks)))
    title, body_end = (list_title if annex.tasks else []), len(lines)
    if tasks.table_at is not None:
        title, body_end = _table_title(lines, letter, tasks)
    annex_title = "".join(line.text for line in title) or None
    findings = [*_form_findings(letter, annex), *annex.findings]
    unread = len(others) - len(heads) + tasks.unread
    if annex.tasks and unread:
        findings.append(SeveralTables(count=unread))
    heading = annex.headings.get("target")
    return Outline(
        letter=letter if letter.title else _titled(letter, title),
        annex_title=annex_title,
        annex_title_spans=tuple(line.span for line in title),
        sentences=read_prose(_prose(lines, letter, tasks, title, body_end)),
        annex=annex,
        year=_year_in(heading.text if heading else "", annex_title or "", letter),
        findings=tuple(findings),
    )


def _letter(lines: Sequence[Line], metadata: Mapping[str, Line], grids: Sequence[Grid]) -> Letter:
    """The letter above the first table; it may be signed below the last."""
    if not grids:
        return read_letter(lines, metadata)
    letter = read_letter([x for x in lines if x.span.block < grids[0].top], metadata)
    if letter.day is not None:
        return letter
    return signed_below(letter, [x for x in lines if x.span.block > grids[-1].bottom])


def _table_title(lines: Sequence[Line], letter: Letter, tasks: Tasks) -> tuple[list[Line], int]:
    """The title of the first table, above or inside it, and where the prose above ends."""
    above, body_end = title_above(lines, letter.end, tasks.table_at or 0)
    title = above or ([tasks.title] if tasks.title else [])
    return [line for line in title if label_of(line.text) is None], body_end


def _prose(
    lines: Sequence[Line], letter: Letter, tasks: Tasks, title: Sequence[Line], body_end: int
) -> list[Line]:
    """What is neither letter nor title nor task."""
    taken = {line.span for line in title} | {s for spans in letter.spans.values() for s in spans}
    start = _prose_start(lines, letter)
    below = len(lines) if tasks.table_at is None else tasks.table_at
    return [
        line
        for i, line in enumerate(lines)
        if (start <= i < body_end or i >= below) and i not in tasks.used and line.span not in taken
    ]


def _lines(blocks: Sequence[Block], heads: Sequence[Sequence[Block]]) -> Iterator[Line]:
    """The lines of the paragraphs and of the tables above the annex that lay out a letter; a row
    of metadata is one line."""
    by_first = {cells[0].index: cells for cells in heads}
    for block in blocks:
        if block.kind == "paragraph":
            yield from lines_of([block])
        elif block.index in by_first:
            cells = by_first[block.index]
            if is_metadata([cell.text for cell in cells]):
                yield from _metadata_rows(cells)
            else:
                yield from lines_of(cells)


def _metadata_rows(cells: Sequence[Block]) -> Iterator[Line]:
    rows: dict[int, list[Line]] = {}
    for cell in cells:
        rows.setdefault(cell.row or 0, []).append(whole(cell))
    for row in rows.values():
        if any(line.text for line in row):
            yield joined(row, " | ")


def _is_head(cells: Sequence[Block], table_at: int) -> bool:
    """A table above the annex that is none: a red head laid out with one, a page's metadata, or
    a whole text set into a frame."""
    if cells[0].index > table_at:
        return False
    flat = cells[0].row is not None and len(cells) <= _HEAD_CELLS
    return flat or is_metadata([cell.text for cell in cells])


def _prose_start(lines: Sequence[Line], letter: Letter) -> int:
    """Behind the letter, unless its sections stand above the date it ends with."""
    inside = (i for i in range(letter.body, letter.end) if is_section(lines[i].text))
    return next(inside, letter.end)


def _list_title(lines: Sequence[Line], letter: Letter) -> list[Line]:
    """The title of the plan below the letter: its first lines, above any sentence or section."""
    title: list[Line] = []
    known = {span for spans in letter.spans.values() for span in spans}
    for line in lines[letter.end : letter.end + _TITLE_LINES + 1]:
        if line.span in known or (is_annex_line(line.text) and not title):
            continue
        label = label_of(line.text)
        long = len(line.text) > _TITLE_LENGTH or line.text[-1] in _SENTENCE_END
        if long or label is not None or len(title) == _TITLE_LINES:
            break
        title.append(line)
    return once(title)


def _titled(letter: Letter, title: Sequence[Line]) -> Letter:
    """A list without a letter goes by its own title."""
    if not title:
        return letter
    spans = letter.spans | {"title": tuple(line.span for line in title)}
    return replace(letter, title="".join(line.text for line in title), spans=spans)


def _form_findings(letter: Letter, annex: Annex) -> list[Finding]:
    findings: list[Finding] = []
    if not annex.tasks:
        findings.append(NoAnnex())
    if letter.document_number is None:
        findings.append(NoDocumentNumber())
    if not letter.issuers:
        findings.append(NoIssuer())
    if letter.day is None:
        findings.append(NoDate())
    return findings


def _year_in(first: str, second: str, letter: Letter) -> int | None:
    """The year the promises are for: by the heading of their column, the titles, the date."""
    dated = letter.day.year if letter.day else None
    for text in (first, second, letter.title):
        span = _YEARS.search(text)
        if span:
            start, end = int(span[1]), int(span[2])
            return dated if dated and start <= dated <= end else start
        match = _YEAR.search(text)
        if match:
            return int(match[1])
    return dated
