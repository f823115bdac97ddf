"""What may be handed in as evidence: its ending, its size, and that the content is of its kind."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings

from tongchou.domain.shared.findings import Finding

from .findings import (
    ArchiveSuspicious,
    EvidenceKindDiffers,
    EvidenceKindForbidden,
    EvidenceTooLarge,
    FileEmpty,
    MacrosInside,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_ENTRIES = 5000
MAX_UNPACKED = 300 * 2**20
MAX_RATIO = 200
"""Office documents pack at 5 to 30; a bomb at a thousand and more."""


def starts_with(*marks: bytes) -> Callable[[BinaryIO], bool]:
    return lambda stream: stream.read(16).startswith(marks)


def is_pdf(stream: BinaryIO) -> bool:
    return b"%PDF-" in stream.read(1024)


def is_text(stream: BinaryIO) -> bool:
    """UTF-8, GB18030, or UTF-16 with its mark."""
    data = stream.read()
    encodings = ["utf-16"] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8", "gb18030"]
    for encoding in encodings:
        try:
            return "\x00" not in data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return False


def package_with(part: str) -> Callable[[BinaryIO], bool]:
    """A ZIP package that holds the part which makes it this kind of document."""

    def holds(stream: BinaryIO) -> bool:
        try:
            with zipfile.ZipFile(stream) as package:
                return part in package.namelist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError):
            return False

    return holds


@dataclass(frozen=True, slots=True)
class Kind:
    media_type: str
    is_kind: Callable[[BinaryIO], bool]
    packed: bool = False


OFFICE = "application/vnd.openxmlformats-officedocument."
KINDS = {
    "pdf": Kind("application/pdf", is_pdf),
    "png": Kind("image/png", starts_with(b"\x89PNG\r\n\x1a\n")),
    "jpg": Kind("image/jpeg", starts_with(b"\xff\xd8\xff")),
    "jpeg": Kind("image/jpeg", starts_with(b"\xff\xd8\xff")),
    "docx": Kind(
        f"{OFFICE}wordprocessingml.document", package_with("word/document.xml"), packed=True
    ),
    "xlsx": Kind(f"{OFFICE}spreadsheetml.sheet", package_with("xl/workbook.xml"), packed=True),
    "ofd": Kind("application/ofd", package_with("OFD.xml"), packed=True),
    "doc": Kind("application/msword", starts_with(OLE)),
    "xls": Kind("application/vnd.ms-excel", starts_with(OLE)),
    "wps": Kind("application/vnd.ms-works", starts_with(OLE)),
    "txt": Kind("text/plain", is_text),
}


def ending_of(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def media_type_of(name: str) -> str:
    kind = KINDS.get(ending_of(name))
    return kind.media_type if kind else "application/octet-stream"


def evidence_findings(stream: BinaryIO, size: int, name: str) -> list[Finding]:
    """What keeps this file from being evidence; nothing is unpacked to find out."""
    limit = settings.TONGCHOU_EVIDENCE_LIMIT
    ending = ending_of(name)
    kind = KINDS.get(ending)
    if kind is None:
        return [EvidenceKindForbidden(name=name, allowed=" ".join(KINDS))]
    if size == 0:
        return [FileEmpty(name=name)]
    if size > limit:
        return [EvidenceTooLarge(name=name, limit=limit // 2**20)]
    stream.seek(0)
    if not kind.is_kind(stream):
        return [EvidenceKindDiffers(name=name, ending=ending)]
    return package_findings(stream, size, name) if kind.packed else []


def package_findings(stream: BinaryIO, size: int, name: str) -> list[Finding]:
    """A bomb or macros, told from the package's directory alone.

    Entries that share bytes give more packed bytes in all than the file has.
    """
    stream.seek(0)
    with zipfile.ZipFile(stream) as package:
        entries = package.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    too_much = unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(size, 1)
    if len(entries) > MAX_ENTRIES or too_much or packed > size:
        return [ArchiveSuspicious(name=name)]
    if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
        return [MacrosInside(name=name)]
    return []
