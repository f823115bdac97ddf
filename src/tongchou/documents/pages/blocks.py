"""The pages of a file as blocks: paragraphs and tables in reading order."""

import re
from collections.abc import Iterable, Sequence

from tongchou.documents.findings import (
    BadCharacters,
    PagesArePictures,
    PagesNotOpened,
    Scanned,
    UnknownGlyphs,
)
from tongchou.documents.guard import MAX_BLOCKS, MAX_CHARACTERS, GuardError, damaged, too_much
from tongchou.documents.pages.content import PageContent, TablePart, content_of, loose_lines
from tongchou.documents.pages.furniture import without_furniture
from tongchou.documents.pages.heads import find_head
from tongchou.documents.pages.lines import TextLine
from tongchou.documents.pages.paragraphs import Paragraphs
from tongchou.documents.pages.parts import UNKNOWN, PageParts
from tongchou.documents.pages.tables import WholeTable
from tongchou.documents.pages.unruled import UnruledTable
from tongchou.domain.notice.document import Block
from tongchou.domain.shared.findings import Finding

MOST_UNKNOWN = 0.3
NAMED_PAGES = 20
FEW_WORDS = 30
"""A scanner prints its own name on a page that is a picture."""
_CONTINUED = re.compile(r"[（(]?\s*(?:续\s*上?\s*表|接\s*上\s*[页表])\s*\d*\s*[）)]?")

Flow = list[WholeTable | list[TextLine]]


def blocks_of(
    pages: Iterable[PageParts | int], name: str
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """Read the pages one after another; a number stands for a page that cannot be opened.

    Raises GuardError when there is more than any notice holds, or nothing but pictures.
    """
    contents: list[PageContent] = []
    lost: list[int] = []
    glyphs = unknown = 0
    for parts in pages:
        if isinstance(parts, int):
            lost.append(parts)
            continue
        glyphs += len(parts.glyphs)
        unknown += sum(glyph.text == UNKNOWN for glyph in parts.glyphs)
        if glyphs > 2 * MAX_CHARACTERS:
            raise GuardError(too_much(name))
        contents.append(content_of(parts))
    if lost and not contents:
        raise GuardError(damaged(name, "没有一页能打开", "none of its pages can be opened"))
    findings = _findings(contents, lost, name)
    if glyphs and unknown >= MOST_UNKNOWN * glyphs:
        raise GuardError(UnknownGlyphs(name=name))
    if unknown:
        findings.append(BadCharacters(name=name, count=unknown))
    return tuple(_blocks(contents, name)), tuple(findings)


def _findings(pages: Sequence[PageContent], lost: Sequence[int], name: str) -> list[Finding]:
    pictures = [page.number for page in pages if page.picture and _words_on(page) < FEW_WORDS]
    if pictures and not any(page.items for page in pages if page.number not in set(pictures)):
        raise GuardError(Scanned(name=name))
    findings: list[Finding] = []
    if pictures:
        findings.append(PagesArePictures(name=name, pages=_listed(pictures)))
    if lost:
        findings.append(PagesNotOpened(name=name, pages=_listed(lost)))
    return findings


def _words_on(page: PageContent) -> int:
    """Characters outside tables; a page with a table counts as full of words."""
    return FEW_WORDS if page.lines != page.items else sum(len(line.text) for line in page.lines)


def _listed(pages: Sequence[int]) -> str:
    return "、".join(map(str, pages[:NAMED_PAGES])) + ("…" if len(pages) > NAMED_PAGES else "")


def _blocks(pages: Sequence[PageContent], name: str) -> list[Block]:
    without_furniture(pages)
    paragraphs = Paragraphs(pages)
    blocks: list[Block] = []
    tables = 0
    for found in _flow(pages):
        if isinstance(found, WholeTable):
            blocks.extend(found.blocks(len(blocks), tables))
            tables += 1
        else:
            tables = _running(found, paragraphs, blocks, tables)
        if len(blocks) > MAX_BLOCKS:
            raise GuardError(too_much(name))
    return blocks


def _flow(pages: Iterable[PageContent]) -> Flow:
    """Tables joined over the pages, and the runs of lines between them."""
    flow: Flow = []
    for page in pages:
        for item in page.items:
            if isinstance(item, TablePart):
                _take_part(flow, item)
            else:
                _take_lines(flow, [item])
    return flow


def _take_part(flow: Flow, part: TablePart) -> None:
    table = flow[-1] if flow else None
    if isinstance(table, list) and len(flow) > 1 and _only_says_continued(table):
        table = flow[-2]
    if isinstance(table, WholeTable) and table.fits(part):
        if flow[-1] is not table:
            flow.pop()
        table.take(part)
    elif part.is_frame:
        _take_lines(flow, loose_lines(part))
    else:
        table = WholeTable()
        table.take(part)
        flow.append(table)


def _only_says_continued(lines: Sequence[TextLine]) -> bool:
    return len(lines) == 1 and _CONTINUED.fullmatch(lines[0].text) is not None


def _take_lines(flow: Flow, lines: list[TextLine]) -> None:
    if flow and isinstance(flow[-1], list):
        flow[-1].extend(lines)
    elif lines:
        flow.append(lines)


def _running(
    lines: Sequence[TextLine], paragraphs: Paragraphs, blocks: list[Block], tables: int
) -> int:
    """Add the paragraphs of a run of lines and the unruled tables among them; returns how
    many tables there are now."""
    start = 0
    while start < len(lines):
        head = find_head(lines, start)
        for text in paragraphs.read(lines[start : head.start if head else len(lines)]):
            blocks.append(Block(len(blocks), "paragraph", text))
        if head is None:
            break
        table = UnruledTable(head, lines)
        blocks.extend(table.blocks(len(blocks), tables))
        tables += 1
        start = table.end
    return tables
