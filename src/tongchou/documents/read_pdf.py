"""PDF files: the text and tables of their pages; scans are recognized and refused."""

from contextlib import closing

from tongchou.documents.pages.blocks import blocks_of
from tongchou.documents.pages.pdf_pages import pdf_pages
from tongchou.domain.notice.document import Block
from tongchou.domain.shared.findings import Finding


def read_pdf(data: bytes, name: str) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """Wrapped lines are joined, tables followed over their pages, running heads and page
    numbers left out. Raises GuardError."""
    with closing(pdf_pages(data, name)) as pages:
        return blocks_of(pages, name)
