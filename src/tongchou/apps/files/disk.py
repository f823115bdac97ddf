"""Bytes in the data directory, each under the digest of its content."""

import os
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from django.conf import settings

from tongchou.apps.audit.seals import hasher

CHUNK = 1 << 20
GRACE = 24 * 3600
"""Seconds for which bytes without a row are left alone: their transaction may still be open."""


def root() -> Path:
    return settings.TONGCHOU_DATA / "files"


def incoming() -> Path:
    return root() / "incoming"


def place(algorithm: str, digest: str) -> Path:
    return root() / algorithm / digest[:2] / digest


def put(stream: BinaryIO, algorithm: str) -> tuple[str, int]:
    """Copies the stream to its place, synced to the disk; returns digest and size."""
    incoming().mkdir(parents=True, exist_ok=True)
    path = incoming() / uuid4().hex
    try:
        digest, size = _copy(stream, path, algorithm)
        target = place(algorithm, digest)
        if not _claim(target, size):
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
            _sync_folders(target.parent)
    finally:
        path.unlink(missing_ok=True)
    return digest, size


def _copy(stream: BinaryIO, path: Path, algorithm: str) -> tuple[str, int]:
    state, size = hasher(algorithm), 0
    with path.open("xb") as file:
        while chunk := stream.read(CHUNK):
            state.update(chunk)
            size += file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return state.finalize().hex(), size


def _claim(path: Path, size: int) -> bool:
    """Whether the bytes lie there already; touched, so that a sweep in progress leaves them."""
    try:
        os.utime(path)
        return path.stat().st_size == size
    except FileNotFoundError:
        return False


def _sync_folders(folder: Path) -> None:
    """Makes the name itself durable; Windows opens no folders and syncs them by itself."""
    if os.name == "nt":
        return
    for each in (folder, folder.parent, folder.parent.parent):
        handle = os.open(each, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def kept() -> Iterator[tuple[str, str, Path]]:
    """(algorithm, digest, path) of everything that lies in the store."""
    for path in root().glob("*/??/*"):
        yield path.parent.parent.name, path.name, path


def old(path: Path) -> bool:
    with suppress(FileNotFoundError):
        return path.stat().st_mtime < time.time() - GRACE
    return False


def sweep(known: Collection[tuple[str, str]]) -> int:
    """Removes old bytes that no row names, and what broken uploads left; returns how many."""
    removed = 0
    for algorithm, digest, path in list(kept()):
        if (algorithm, digest) not in known and old(path):
            removed += _remove(path)
    for path in incoming().glob("*"):
        if old(path):
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def _remove(path: Path) -> int:
    """Moves aside first: whoever claimed the bytes meanwhile has touched them and keeps them."""
    aside = incoming() / path.name
    aside.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.rename(aside)
    except FileNotFoundError:
        return 0
    if not old(aside):
        aside.replace(path)
        return 0
    aside.unlink()
    return 1
