"""Reading sealed records and the audit record, and checking the seals."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from tongchou.domain.shared import canonical
from tongchou.domain.shared.findings import Finding

from . import verification
from .models import Entry, EntryQuerySet, Record
from .naming import Name, names_of


def envelope_of(record: Record) -> dict[str, Any]:
    """The record as it was sealed: chain, sequence, previous, kind, schema, parents, content."""
    envelope: dict[str, Any] = canonical.loads(bytes(record.body))
    return envelope


def content_of(record: Record) -> dict[str, Any]:
    content: dict[str, Any] = envelope_of(record)["content"]
    return content


def verify() -> list[Finding]:
    """Every difference between the database, its seals, the signed heads and the projections."""
    return list(verification.everything())


def entries(
    *,
    user: object,
    action: str = "",
    login: str = "",
    first: date | None = None,
    last: date | None = None,
) -> EntryQuerySet:
    """The lines of the audit record the user may read, newest first; both days are included."""
    rows = Entry.objects.visible_to(user).select_related("user", "record")
    if first:
        rows = rows.filter(at__gte=_midnight(first))
    if last:
        rows = rows.filter(at__lt=_midnight(last + timedelta(days=1)))
    if action:
        rows = rows.filter(action=action)
    if login:
        rows = rows.filter(user__login=login)
    return rows


def _midnight(day: date) -> datetime:
    """When the day begins in the time zone of the offices."""
    return timezone.make_aware(datetime.combine(day, time.min))


def about(lines: Sequence[Entry]) -> dict[Entry, tuple[Name, Name]]:
    """Per entry the names of its programme and of its object; empty where it has none."""
    asked: dict[str, set[UUID]] = {}
    for kind, uuid in (pair for entry in lines for pair in _objects(entry)):
        if uuid is not None:
            asked.setdefault(kind, set()).add(uuid)
    names = {kind: names_of(kind, uuids) for kind, uuids in asked.items()}
    found = {}
    for entry in lines:
        programme, thing = (
            names[kind].get(uuid, "") if uuid else "" for kind, uuid in _objects(entry)
        )
        found[entry] = (programme, "" if thing == programme else thing)
    return found


def _objects(entry: Entry) -> tuple[tuple[str, UUID | None], tuple[str, UUID | None]]:
    return ("programme", entry.programme), (entry.object_kind, entry.object_uuid)


def actions_written() -> list[str]:
    """The actions that stand in the audit record, for a choice among them."""
    return list(Entry.objects.order_by("action").values_list("action", flat=True).distinct())
