"""Any file an office hands in, as a document: blocks and findings, never an error."""

from pathlib import Path

from tongchou.documents.findings import NoText
from tongchou.documents.guard import (
    MAX_BLOCKS,
    MAX_CHARACTERS,
    MAX_FILE,
    GuardError,
    check_kind,
    too_much,
)
from tongchou.domain.notice.document import Document
from tongchou.domain.programme.compile import compile_document
from tongchou.domain.programme.programme import Programme


def read_document(data: bytes, name: str) -> Document:
    """Read a file by its content; `name` is for the messages and must not contradict it.

    Bytes that cannot be read give a document without blocks and with one error finding.
    """
    kind = ""
    try:
        kind = check_kind(data, name)
        if kind == "docx":
            from tongchou.documents.read_docx import read_docx

            blocks, findings = read_docx(data, name)
        else:
            from tongchou.documents.read_text import read_text

            blocks, findings = read_text(data, name), ()
    except GuardError as refusal:
        return Document(name, kind, (), (refusal.finding,))
    if len(blocks) > MAX_BLOCKS or sum(len(block.text) for block in blocks) > MAX_CHARACTERS:
        return Document(name, kind, (), (too_much(name),))
    if not any(block.text.strip() for block in blocks):
        return Document(name, kind, (), (NoText(name=name),))
    return Document(name, kind, blocks, findings)


def read_file(path: Path, name: str | None = None) -> Document:
    """Read a file from disk, never more of it than the limit. Raises OSError."""
    with path.open("rb") as stream:
        return read_document(stream.read(MAX_FILE + 1), name or path.name)


def compile_file(path: Path, name: str | None = None) -> Programme:
    """Raises OSError; everything else a person can mend is among the programme's findings."""
    return compile_document(read_file(path, name))
