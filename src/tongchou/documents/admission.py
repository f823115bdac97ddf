"""Whether a file is let in, and as what kind it is read."""

import struct

from tongchou.documents.decoding import try_decode
from tongchou.documents.findings import (
    EmptyFile,
    EncryptedFile,
    ReadByContent,
    UnknownKind,
    WrongKind,
)
from tongchou.documents.guard import MAX_FILE, Archive, GuardError, damaged, too_large
from tongchou.documents.kinds import KINDS, NAMED, PACKED, TEXTS, UNREAD, ending, sniff
from tongchou.documents.ole import OLE, Ole
from tongchou.documents.read_markdown import has_pipe_table
from tongchou.domain.shared.findings import Finding

MANIFEST = "META-INF/manifest.xml"
FILE_PASS = 0x2F
"""The record of a workbook that says its other records are encrypted (MS-XLS 2.4.117)."""


def admit(data: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    """The kind to read a file as, and what its name said wrongly.

    Raises GuardError with one clear finding for what is not read.
    """
    if not data:
        raise GuardError(EmptyFile(name=name))
    if len(data) > MAX_FILE:
        raise GuardError(too_large(name))
    kind = sniff(data)
    if _is_locked(data, name, kind):
        raise GuardError(EncryptedFile(name=name))
    promised = NAMED.get(ending(name), set())
    if kind == "txt":
        kind = _text_kind(data, promised)
    if kind in UNREAD:
        raise GuardError(_unread(kind, name, promised))
    said = not ending(name) or kind in promised
    return kind, () if said else (ReadByContent(name=name, kind=KINDS[kind]),)


def _text_kind(data: bytes, promised: set[str]) -> str:
    """Among the kinds without a mark: as the ending says, unless the words say otherwise."""
    if "html" in promised and b"<" not in data:
        return "txt"
    if promised & (TEXTS - {"txt"}):
        return next(iter(promised))
    text = try_decode(data)
    if text is None:
        return "txt" if not promised or "txt" in promised else "bytes"
    return "md" if has_pipe_table(text) else "txt"


def _unread(kind: str, name: str, promised: set[str]) -> Finding:
    if kind == "zip" and promised & set(PACKED.values()):
        return damaged(name, "里面没有文档", "it holds no document")
    if promised:
        return WrongKind(name=name, kind=KINDS[kind])
    return UnknownKind(name=name, kind=KINDS[kind])


def _is_locked(data: bytes, name: str, kind: str) -> bool:
    """Whether a file asks for a password: an old one, the shell round a new one, or one of
    OpenDocument. Raises GuardError."""
    if kind in {"ods", "odt"}:
        archive = Archive.open(data, name)
        return MANIFEST in archive and b"encryption-data" in archive.read(MANIFEST)
    if not data.startswith(OLE):
        return False
    packed = Ole(data)
    if "EncryptedPackage" in packed:
        return True
    if kind == "doc":
        flags = packed.read("WordDocument", 12)[10:12]
        return len(flags) == 2 and bool(flags[1] & 1)
    return kind == "xls" and _sheet_is_locked(packed)


def _sheet_is_locked(packed: Ole) -> bool:
    """A FILEPASS record among the first of the workbook's stream."""
    head = packed.read("Workbook", 512) or packed.read("Book", 512)
    at = 0
    while at + 4 <= len(head):
        record, length = struct.unpack_from("<HH", head, at)
        if record == FILE_PASS:
            return True
        at += 4 + length
    return False
