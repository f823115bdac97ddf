"""Limits for files from outside, checked before and while they are opened."""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from tongchou.documents.findings import (
    DamagedFile,
    EncryptedFile,
    SuspiciousArchive,
    TooLarge,
    TooMuchText,
)
from tongchou.domain.shared.findings import Finding
from tongchou.domain.shared.text import Text

MEGABYTE = 1024 * 1024
MAX_FILE = 50 * MEGABYTE
MAX_ENTRIES = 20_000
MAX_PART = 100 * MEGABYTE
MAX_UNPACKED = 300 * MEGABYTE
MAX_RATIO = 200
RATIO_COUNTS_FROM = MEGABYTE
MAX_BLOCKS = 250_000
MAX_CHARACTERS = 6_000_000
"""A programme of 10,000 tasks has some 90,000 cells and 3 to 5 million characters."""
MAX_COLUMNS = 500
LOCKED = 1
"""The flag of a part that is packed behind a password."""

TORN = (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError, OSError)
"""What zipfile raises for a pack that is no whole archive."""


class GuardError(Exception):
    """A limit was met or a file could not be opened; carries the finding that says so."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message("en"))
        self.finding = finding


@dataclass
class Archive:
    """A packed file whose parts are read within the limits; nothing is written to disk."""

    name: str
    parts: zipfile.ZipFile

    @classmethod
    def open(cls, data: bytes, name: str) -> "Archive":
        """Raises GuardError."""
        try:
            parts = zipfile.ZipFile(BytesIO(data))
            entries = parts.infolist()
        except TORN:
            raise GuardError(damaged(name, "压缩结构不完整", "its packing is incomplete")) from None
        if len(entries) > MAX_ENTRIES:
            raise GuardError(suspicious(name, f"{len(entries)} 个条目", f"{len(entries)} parts"))
        opened = cls(name, parts)
        if opened.size > MAX_UNPACKED:
            size = opened.size // MEGABYTE
            raise GuardError(suspicious(name, f"{size} MB", f"{size} MB"))
        for entry in entries:
            _check_entry(entry, name)
        return opened

    @property
    def size(self) -> int:
        """What its parts say they hold together, in bytes."""
        return sum(entry.file_size for entry in self.parts.infolist())

    def __contains__(self, part: str) -> bool:
        return part in self.parts.NameToInfo

    def read(self, part: str) -> bytes:
        """One part, never more than MAX_PART whatever its entry declares. Raises GuardError."""
        try:
            with self.parts.open(part) as stream:
                data = stream.read(MAX_PART + 1)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError):
            raise GuardError(damaged(self.name, f"缺少 {part}", f"{part} is missing")) from None
        except (RuntimeError, NotImplementedError):
            raise GuardError(EncryptedFile(name=self.name)) from None
        if len(data) > MAX_PART:
            raise GuardError(suspicious(self.name, part, part))
        return data


def _check_entry(entry: zipfile.ZipInfo, name: str) -> None:
    if entry.flag_bits & LOCKED:
        raise GuardError(EncryptedFile(name=name))
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise GuardError(
            damaged(name, "压缩方式不是 Office 所用的", "it is not packed as Office does")
        )
    if entry.file_size < RATIO_COUNTS_FROM:
        return
    ratio = entry.file_size / max(entry.compress_size, 1)
    if ratio > MAX_RATIO or entry.file_size > MAX_PART:
        size = entry.file_size // MEGABYTE
        raise GuardError(suspicious(name, f"{size} MB", f"{size} MB"))


def too_large(name: str) -> Finding:
    return TooLarge(name=name, limit=MAX_FILE // MEGABYTE)


def too_much(name: str) -> Finding:
    return TooMuchText(name=name, characters=MAX_CHARACTERS, blocks=MAX_BLOCKS)


def suspicious(name: str, zh: str, en: str) -> Finding:
    return SuspiciousArchive(name=name, what=Text(zh, en))


def damaged(name: str, zh: str, en: str) -> Finding:
    return DamagedFile(name=name, what=Text(zh, en))
