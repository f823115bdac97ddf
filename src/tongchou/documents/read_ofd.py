"""OFD files: read as PDF files are, from the places of their characters and lines."""

from tongchou.documents.pages.blocks import blocks_of
from tongchou.documents.pages.ofd_pages import ofd_pages
from tongchou.domain.notice.document import Block
from tongchou.domain.shared.findings import Finding


def read_ofd(data: bytes, name: str) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """Wrapped lines are joined, tables followed over their pages, running heads and page
    numbers left out. Raises GuardError."""
    return blocks_of(ofd_pages(data, name), name)
