"""Reading sealed records and the audit record, and checking the seals."""

from typing import Any
from uuid import UUID

from tongchou.domain.shared import canonical
from tongchou.domain.shared.findings import Finding

from . import verification
from .models import Entry, EntryQuerySet, Record


def envelope_of(record: Record) -> dict[str, Any]:
    """The record as it was sealed: chain, sequence, previous, kind, schema, parents, content."""
    envelope: dict[str, Any] = canonical.loads(bytes(record.body))
    return envelope


def content_of(record: Record) -> dict[str, Any]:
    content: dict[str, Any] = envelope_of(record)["content"]
    return content


def record_by_uuid(uuid: UUID) -> Record:
    return Record.objects.select_related("chain").get(uuid=uuid)


def parents_of(record: Record) -> list[Record]:
    """The records this one was made from, in the order it names them."""
    named = [UUID(parent["record"]) for parent in envelope_of(record)["parents"]]
    there = {row.uuid: row for row in Record.objects.filter(uuid__in=named)}
    return [there[uuid] for uuid in named]


def verify() -> list[Finding]:
    """Every difference between the database, its seals, the signed heads and the projections."""
    return list(verification.everything())


def entries(*, user: object, action: str = "", login: str = "") -> EntryQuerySet:
    """The lines of the audit record the user may read, newest first."""
    rows = Entry.objects.visible_to(user).select_related("user", "record")
    if action:
        rows = rows.filter(action=action)
    if login:
        rows = rows.filter(user__login=login)
    return rows


def actions_written() -> list[str]:
    """The actions that stand in the audit record, for a choice among them."""
    return list(Entry.objects.order_by("action").values_list("action", flat=True).distinct())
