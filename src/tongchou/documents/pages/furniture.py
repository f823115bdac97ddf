"""What a page carries besides its text: running heads and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from tongchou.documents.pages.content import PageContent
from tongchou.documents.pages.lines import TextLine

MARGIN = 0.12
ENDS = 2
_DASH = "[-—–―－─·•]"
_PAGE_NUMBER = re.compile(
    rf"{_DASH}{{0,2}}\s*\d{{1,4}}\s*{_DASH}{{0,2}}"
    r"|第\s*[\d一二三四五六七八九十百]+\s*页(?:\s*[，,/、]?\s*[（(]?共\s*[\d一二三四五六七八九十百]+\s*页[）)]?)?"
    r"|\d{1,4}\s*[/／]\s*\d{1,4}"
    r"|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
)


def without_furniture(pages: Sequence[PageContent]) -> None:
    """Drop page numbers, and lines that stand in the margin of several pages alike."""
    repeated = _repeated(pages)
    for page in pages:
        edge = {id(line) for line in _edge_lines(page)}
        page.items[:] = [
            item
            for item in page.items
            if not (
                isinstance(item, TextLine)
                and id(item) in edge
                and (_PAGE_NUMBER.fullmatch(item.text) or item.text in repeated)
            )
        ]


def _edge_lines(page: PageContent) -> list[TextLine]:
    """The first and last lines of a page that stand in its upper or lower margin."""
    lines = page.lines
    top, bottom = MARGIN * page.height, (1 - MARGIN) * page.height
    return [
        *(line for line in lines[:ENDS] if line.base < top),
        *(line for line in lines[-ENDS:] if line.base - line.size > bottom),
    ]


def _repeated(pages: Sequence[PageContent]) -> set[str]:
    texts = Counter(text for page in pages for text in {line.text for line in _edge_lines(page)})
    enough = max(2, min(3, len(pages)), len(pages) // 4)
    return {text for text, count in texts.items() if count >= enough and len(pages) > 1}
