"""Which reader reads which kind of file, and which of them are run apart from the server."""

from collections.abc import Callable
from importlib import import_module

from tongchou.domain.notice.document import Block
from tongchou.domain.shared.findings import Finding

Reading = tuple[tuple[Block, ...], tuple[Finding, ...]]
Reader = Callable[[bytes, str], Reading]

READERS = {
    "docx": "read_docx",
    "pdf": "read_pdf",
    "ofd": "read_ofd",
    "xlsx": "read_sheet",
    "xls": "read_sheet",
    "ods": "read_ods",
    "csv": "read_csv",
    "html": "read_html",
    "mht": "read_mht",
    "md": "read_markdown",
    "txt": "read_text",
}
"""The reader of a kind: a module of this package that holds a function of the same name."""
OFFICE = {"doc": "docx", "rtf": "docx", "odt": "docx", "wordml": "docx", "sheetml": "xlsx"}
"""What LibreOffice turns a kind into before it is read."""
APART = {
    "pdf": 0,
    "ofd": 0,
    "xlsx": 0,
    "xls": 0,
    "ods": 0,
    "docx": 2_000_000,
    "html": 200_000,
    "mht": 200_000,
}
"""From how many bytes on a kind is read in a process of its own."""


def read_here(kind: str, data: bytes, name: str) -> Reading:
    """Read in this process. Raises GuardError for what a person can mend."""
    module = import_module(f"tongchou.documents.{READERS[kind]}")
    reader: Reader = getattr(module, READERS[kind])
    return reader(data, name)
