"""Keeping files: synced to the disk before their row commits; what is left over is swept."""

import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, cast

from django.conf import settings
from django.core.files import File
from django.utils import timezone

from tongchou.domain.shared.findings import Finding

from . import disk
from .evidence import ending_of, evidence_findings, media_type_of
from .models import StoredFile

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User

NAME_LENGTH = 200


def store(
    *, data: bytes | File, name: str, media_type: str = "", by: "User | None" = None
) -> StoredFile:
    """Keeps the content and names it. Without a media type, the one of the name's ending."""
    algorithm = settings.TONGCHOU_DIGEST
    stream = _stream(data)
    stream.seek(0)
    digest, size = disk.put(stream, algorithm)
    name = clean_name(name)
    return StoredFile.objects.create(
        algorithm=algorithm,
        digest=digest,
        size=size,
        name=name,
        media_type=media_type or media_type_of(name),
        stored_by=by,
        stored_at=timezone.now(),
    )


def check_evidence(*, data: bytes | File, name: str) -> list[Finding]:
    """What keeps the file from being evidence: kind, size, content. Empty: it may be stored."""
    size = len(data) if isinstance(data, bytes) else data.size
    return evidence_findings(_stream(data), size, clean_name(name))


def sweep_orphans() -> int:
    """Removes bytes a day old that no row names; returns how many. Run it from time to time."""
    return disk.sweep(set(StoredFile.objects.values_list("algorithm", "digest")))


def clean_name(name: str) -> str:
    """The last part of a path, without control or direction marks, short enough, ending kept."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(c for c in last if unicodedata.category(c) not in {"Cc", "Cf"}).strip()
    if len(shown) > NAME_LENGTH:
        ending = ending_of(shown)[:16]
        shown = f"{shown[: NAME_LENGTH - len(ending) - 1]}.{ending}"
    return shown or "file"


def _stream(data: bytes | File) -> BinaryIO:
    return BytesIO(data) if isinstance(data, bytes) else cast("BinaryIO", data)
