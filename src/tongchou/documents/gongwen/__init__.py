"""Official papers in the layout of GB/T 9704-2012, built on python-docx.

Sizes follow the standard: A4, text block 156 × 225 mm, body 3号 (16 pt) 仿宋, 22 lines of
28 characters a page, organ mark and rule in red, page number 4号 宋体 between dashes, odd pages
right and even pages left. Fonts are named, not embedded: the reader's office has them.
"""

from .pages import landscape, new_paper, number_pages, page_break, running_head, to_bytes
from .parts import (
    annex,
    annotation,
    body,
    brief_masthead,
    chinese_date,
    document_number,
    heading,
    organ_mark,
    red_rule,
    signature,
    title,
)
from .tables import Cell, add_row, fill, merged_row, shade, table
from .text import (
    BODY,
    BOTH,
    CENTRE,
    FANGSONG,
    HEITI,
    KAITI,
    LEFT,
    RED,
    RIGHT,
    SMALL,
    SONGTI,
    TITLE,
    XIAOBIAOSONG,
    line,
    shape,
    write,
)

__all__ = [
    "BODY",
    "BOTH",
    "CENTRE",
    "FANGSONG",
    "HEITI",
    "KAITI",
    "LEFT",
    "RED",
    "RIGHT",
    "SMALL",
    "SONGTI",
    "TITLE",
    "XIAOBIAOSONG",
    "Cell",
    "add_row",
    "annex",
    "annotation",
    "body",
    "brief_masthead",
    "chinese_date",
    "document_number",
    "fill",
    "heading",
    "landscape",
    "line",
    "merged_row",
    "new_paper",
    "number_pages",
    "organ_mark",
    "page_break",
    "red_rule",
    "running_head",
    "shade",
    "shape",
    "signature",
    "table",
    "title",
    "to_bytes",
    "write",
]
