"""Any file an office hands in, as a document: blocks and findings, never an error."""

from pathlib import Path

from tongchou.documents.admission import admit
from tongchou.documents.apart import read_apart
from tongchou.documents.findings import NoText
from tongchou.documents.guard import (
    MAX_BLOCKS,
    MAX_CHARACTERS,
    MAX_FILE,
    Archive,
    GuardError,
    too_much,
)
from tongchou.documents.office import converted
from tongchou.documents.readers import APART, OFFICE, Reading, read_here
from tongchou.domain.notice.document import Document
from tongchou.domain.programme.compile import compile_document
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import has_errors
from tongchou.domain.shared.text import printable

MOST_NAME = 255


def read_document(data: bytes, name: str, *, isolated: bool = True) -> Document:
    """Read a file by its content; `name` is for the messages and chooses among kinds of text.

    Bytes that cannot be read give a document without blocks and with one error finding.
    `isolated` lets the readers of hostile formats run in a process of their own, with limits
    of time and memory; turn it off where the caller is such a process.
    """
    kind, name = "", _speakable(name)
    try:
        kind, remarks = admit(data, name)
        blocks, findings = _read(kind, data, name, isolated)
    except GuardError as refusal:
        return Document(name, kind, (), (refusal.finding,))
    if len(blocks) > MAX_BLOCKS or sum(len(block.text) for block in blocks) > MAX_CHARACTERS:
        return Document(name, kind, (), (too_much(name),))
    if has_errors(findings):
        return Document(name, kind, (), findings)
    if not any(block.text.strip() for block in blocks):
        return Document(name, kind, (), (*remarks, *findings, NoText(name=name)))
    return Document(name, kind, blocks, (*remarks, *findings))


def _speakable(name: str) -> str:
    """A name that any message, log and process can take: on one line, of no marks that turn it
    round, and no longer than file systems allow."""
    words = printable(name.encode("utf-8", "replace").decode())
    return " ".join(words.split())[-MOST_NAME:]


def _read(kind: str, data: bytes, name: str, isolated: bool) -> Reading:
    if kind in OFFICE:
        data, kind = converted(data, name, kind), OFFICE[kind]
    if isolated and kind in APART and _size(kind, data, name) >= APART[kind]:
        return read_apart(kind, data, name)
    return read_here(kind, data, name)


def _size(kind: str, data: bytes, name: str) -> int:
    """In bytes; of a Word file what is packed in it, since that is what a reader holds."""
    return Archive.open(data, name).size if kind == "docx" else len(data)


def read_file(path: Path, name: str | None = None) -> Document:
    """Read a file from disk, never more of it than the limit. Raises OSError."""
    with path.open("rb") as stream:
        return read_document(stream.read(MAX_FILE + 1), name or path.name)


def compile_file(path: Path, name: str | None = None) -> Programme:
    """Raises OSError; everything else a person can mend is among the programme's findings."""
    return compile_document(read_file(path, name))
