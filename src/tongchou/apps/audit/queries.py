"""Reading sealed records."""

from typing import Any
from uuid import UUID

from tongchou.domain.shared import canonical

from .models import Record


def envelope_of(record: Record) -> dict[str, Any]:
    """The record as it was sealed: chain, sequence, previous, kind, schema, parents, content."""
    envelope: dict[str, Any] = canonical.loads(bytes(record.body))
    return envelope


def content_of(record: Record) -> dict[str, Any]:
    content: dict[str, Any] = envelope_of(record)["content"]
    return content


def record_by_uuid(uuid: UUID) -> Record:
    return Record.objects.select_related("chain").get(uuid=uuid)
