"""Reading what is kept."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tongchou.apps.audit.seals import hasher
from tongchou.domain.shared.findings import Finding

from . import disk
from .findings import StoredFileChanged, StoredFileMissing
from .models import StoredFile

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hashes import Hash


def path_of(file: StoredFile) -> Path:
    return disk.place(file.algorithm, file.digest)


def open_stored(file: StoredFile) -> BinaryIO:
    """Raises FileNotFoundError where the data directory no longer holds the bytes."""
    return path_of(file).open("rb")


def stored_differences() -> Iterator[Finding]:
    """Every kept file whose bytes are missing or no longer those that were stored."""
    seen: dict[tuple[str, str], str] = {}
    for file in StoredFile.objects.iterator():
        key = (file.algorithm, file.digest)
        if key not in seen:
            seen[key] = _digest_now(file)
        if not seen[key]:
            yield StoredFileMissing(name=file.name, uuid=file.uuid)
        elif seen[key] != file.digest:
            yield StoredFileChanged(name=file.name, uuid=file.uuid)


def _digest_now(file: StoredFile) -> str:
    """Empty where the bytes are missing."""
    state: Hash = hasher(file.algorithm)
    try:
        with open_stored(file) as stream:
            while chunk := stream.read(disk.CHUNK):
                state.update(chunk)
    except FileNotFoundError:
        return ""
    return state.finalize().hex()
