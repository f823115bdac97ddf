"""Limits for files from outside, checked before and while they are opened."""

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from tongchou.documents.findings import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    SuspiciousArchive,
    TooLarge,
    TooMuchText,
    UnknownKind,
    WrongKind,
)
from tongchou.domain.shared.findings import Finding
from tongchou.domain.shared.text import Text

MEGABYTE = 1024 * 1024
MAX_FILE = 20 * MEGABYTE
MAX_ENTRIES = 2000
MAX_PART = 40 * MEGABYTE
MAX_UNPACKED = 200 * MEGABYTE
MAX_RATIO = 200
RATIO_COUNTS_FROM = MEGABYTE
MAX_BLOCKS = 100_000
MAX_CHARACTERS = 1_000_000

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
KINDS = {
    "docx": Text("Word 文档（.docx）", "a Word document (.docx)"),
    "txt": Text("文本", "text"),
    "pdf": Text("PDF 文件", "a PDF file"),
    "ole": Text("旧版 Word 文档（.doc 或 .wps）", "an old Word document (.doc or .wps)"),
    "xlsx": Text("Excel 工作簿", "an Excel workbook"),
    "zip": Text("压缩包", "an archive"),
    "image": Text("图片", "a picture"),
    "html": Text("网页", "a web page"),
    "rtf": Text("RTF 文件", "an RTF file"),
}
NAMED = {".docx": "docx", ".docm": "docx", ".txt": "txt"}


class GuardError(Exception):
    """A limit was met or a file could not be opened; carries the finding that says so."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message("en"))
        self.finding = finding


def sniff(data: bytes) -> str:
    """The kind of a file by its content: a key of KINDS; whatever has no mark counts as txt."""
    if data.startswith(b"PK\x03\x04"):
        return _packed_kind(data)
    if data.startswith(OLE):
        return "ole"
    head = data[:1024].lstrip().lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8", b"bm\x00")):
        return "image"
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "txt"


def _packed_kind(data: bytes) -> str:
    if b"word/document.xml" in data:
        return "docx"
    return "xlsx" if b"xl/workbook.xml" in data else "zip"


def check_kind(data: bytes, name: str) -> str:
    """The kind to read a file as, docx or txt. Raises GuardError with one clear finding."""
    if not data:
        raise GuardError(EmptyFile(name=name))
    if len(data) > MAX_FILE:
        raise GuardError(TooLarge(name=name, limit=MAX_FILE // MEGABYTE))
    kind = sniff(data)
    if kind == "ole" and "EncryptedPackage".encode("utf-16-le") in data:
        raise GuardError(EncryptedFile(name=name))
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    said = NAMED.get(ending, "" if ending else kind)
    if said and said != kind:
        raise GuardError(WrongKind(name=name, kind=KINDS[kind]))
    if said not in {"docx", "txt"}:
        raise GuardError(UnknownKind(name=name, kind=_shown(kind, ending)))
    return kind


def _shown(kind: str, ending: str) -> Text:
    """What an unread kind is called: by its content, or by its ending where that is just text."""
    return Text(f"{ending} 文件", f"a {ending} file") if kind == "txt" and ending else KINDS[kind]


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
        except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError, OSError):
            raise GuardError(damaged(name, "压缩结构不完整", "its packing is incomplete")) from None
        if len(entries) > MAX_ENTRIES:
            raise GuardError(suspicious(name, f"{len(entries)} 个条目", f"{len(entries)} parts"))
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > MAX_UNPACKED:
            size = unpacked // MEGABYTE
            raise GuardError(suspicious(name, f"{size} MB", f"{size} MB"))
        for entry in entries:
            _check_entry(entry, name)
        return cls(name, parts)

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
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise GuardError(damaged(name, "压缩方式不是 Word 所用的", "it is not packed as Word does"))
    if entry.file_size < RATIO_COUNTS_FROM:
        return
    ratio = entry.file_size / max(entry.compress_size, 1)
    if ratio > MAX_RATIO or entry.file_size > MAX_PART:
        size = entry.file_size // MEGABYTE
        raise GuardError(suspicious(name, f"{size} MB", f"{size} MB"))


def too_much(name: str) -> Finding:
    return TooMuchText(name=name, characters=MAX_CHARACTERS, blocks=MAX_BLOCKS)


def suspicious(name: str, zh: str, en: str) -> Finding:
    return SuspiciousArchive(name=name, what=Text(zh, en))


def damaged(name: str, zh: str, en: str) -> Finding:
    return DamagedFile(name=name, what=Text(zh, en))
