"""The outline of a notice: letter, prose and annex, every part with its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongchou.domain.notice.annex import Annex, read_annex
from tongchou.domain.notice.document import Block, Document, Span
from tongchou.domain.notice.findings import (
    NoAnnex,
    NoDate,
    NoDocumentNumber,
    NoIssuer,
    SeveralTables,
)
from tongchou.domain.notice.grid import find_grids
from tongchou.domain.notice.letter import Letter, is_annex_line, read_letter
from tongchou.domain.notice.lines import Line, lines_of
from tongchou.domain.notice.prose import Sentence, is_section, read_prose
from tongchou.domain.shared.findings import Finding

_YEAR = re.compile(r"(20\d\d)年")
_SENTENCE_END = "。；：！？"
_HEAD_CELLS = 8


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
    annex = read_annex(grids)
    table_at = grids[0].top if grids else len(document.blocks)
    heads = {block for cells in others if _is_letterhead(cells, table_at) for block in cells}
    words = [b for b in document.blocks if b.kind == "paragraph" or b in heads]
    above = list(lines_of(block for block in words if block.index < table_at))
    below = list(lines_of(block for block in words if block.index > table_at))
    letter = read_letter(above)
    title, body_end = _annex_title(above, letter.end) if grids else ([], len(above))
    body = [line for line in above[_prose_start(above, letter) : body_end] if _free(line, letter)]
    sentences = read_prose([*body, *below])
    annex_title = "".join(line.text for line in title) or None
    findings = [*_form_findings(letter, annex), *annex.findings]
    unread = sum(not heads.issuperset(cells) for cells in others)
    if grids and unread:
        findings.append(SeveralTables(count=unread))
    return Outline(
        letter=letter,
        annex_title=annex_title,
        annex_title_spans=tuple(line.span for line in title),
        sentences=sentences,
        annex=annex,
        year=_year(annex, annex_title, letter),
        findings=tuple(findings),
    )


def _is_letterhead(cells: Sequence[Block], table_at: int) -> bool:
    """A small ruled table above the annex: offices lay out their red head with one."""
    return cells[0].row is not None and len(cells) <= _HEAD_CELLS and cells[0].index < table_at


def _prose_start(lines: Sequence[Line], letter: Letter) -> int:
    """Behind the letter, unless its sections stand above the date it ends with."""
    inside = (i for i in range(letter.body, letter.end) if is_section(lines[i].text))
    return next(inside, letter.end)


def _free(line: Line, letter: Letter) -> bool:
    """Not a part of the letter (its date, its publicity)."""
    return all(line.span not in spans for spans in letter.spans.values())


def _annex_title(lines: Sequence[Line], start: int) -> tuple[list[Line], int]:
    """The lines of the annex title just above the table, and where the prose ends."""
    for i in range(len(lines) - 1, max(start, len(lines) - 8) - 1, -1):
        if is_annex_line(lines[i].text):
            return list(lines[i + 1 :]), i
    first = len(lines)
    while first > start and lines[first - 1].text[-1] not in _SENTENCE_END:
        first -= 1
    return list(lines[first:]), first


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


def _year(annex: Annex, annex_title: str | None, letter: Letter) -> int | None:
    """The year the promises are for: by the heading of their column, the titles, the date."""
    heading = annex.headings.get("target")
    for text in (heading.text if heading else "", annex_title or "", letter.title):
        match = _YEAR.search(text)
        if match:
            return int(match[1])
    return letter.day.year if letter.day else None
