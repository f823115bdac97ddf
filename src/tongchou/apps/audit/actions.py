"""Sealing records and writing the audit record."""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from tongchou.domain.shared import canonical

from . import heads
from .choices import RecordKind
from .models import Chain, Entry, HeadSignature, Record
from .seals import digest

JOINT_OFFICE = "joint-office"

remote_address: ContextVar[str] = ContextVar("remote_address", default="")
"""Where the present request comes from; a middleware sets it, command lines leave it empty."""


@transaction.atomic
def seal(
    *,
    kind: str,
    schema: int,
    programme: UUID,
    issuer: str,
    content: Mapping[str, Any],
    parents: Sequence[Record] = (),
) -> Record:
    """Adds a record to the chain of (programme, issuer): a jurisdiction's slug or `JOINT_OFFICE`.

    The head row is locked until the transaction ends, so sequences have neither gaps nor doubles.
    A parent is named with its digest, so that each chain also witnesses the others.
    """
    if kind not in RecordKind.values:
        raise ValueError(f"no kind of record: {kind}")
    Chain.objects.get_or_create(programme=programme, issuer=issuer)
    chain = Chain.objects.select_for_update().get(programme=programme, issuer=issuer)
    record = Record(
        chain=chain,
        sequence=chain.sequence + 1,
        kind=str(kind),
        schema=schema,
        algorithm=settings.TONGCHOU_DIGEST,
        sealed_at=timezone.now(),
    )
    record.body = canonical.dumps(_envelope(record, parents) | {"content": content})
    record.digest = digest(record.algorithm, record.body)
    record.save()
    chain.sequence, chain.head = record.sequence, record.digest
    chain.save(update_fields=["sequence", "head"])
    return record


def _envelope(record: Record, parents: Sequence[Record]) -> dict[str, Any]:
    """Where the record stands; `chain` still has the head before it."""
    chain = record.chain
    return {
        "record": record.uuid,
        "chain": chain.uuid,
        "programme": chain.programme,
        "issuer": chain.issuer,
        "sequence": record.sequence,
        "previous": chain.head,
        "kind": record.kind,
        "schema": record.schema,
        "parents": [{"record": parent.uuid, "digest": parent.digest} for parent in parents],
        "sealed_at": record.sealed_at,
    }


@transaction.atomic
def sign_heads(programme: UUID) -> list[HeadSignature]:
    """Signs the present head of every chain of the programme; a head is signed once.

    The journal beside the key is written when the transaction has committed.
    """
    key, now = heads.head_key(), timezone.now()
    signed, new = [], []
    for chain in Chain.objects.filter(programme=programme, sequence__gt=0).order_by("issuer"):
        row = HeadSignature(
            chain=chain,
            sequence=chain.sequence,
            digest=chain.head,
            key_id=key.key_id,
            signed_at=now,
        )
        row.signature = key.sign(heads.SignedHead.of(row).message)
        held = HeadSignature.objects.filter(
            chain=chain, sequence=chain.sequence, key_id=key.key_id
        ).first()
        if held is None:
            row.save()
            new.append(row)
        signed.append(held or row)
    if new:
        transaction.on_commit(lambda: heads.note(new))
    return signed


def log(
    *,
    action: str,
    by: Any,
    object_kind: str,
    object_uuid: UUID | None = None,
    programme: UUID | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    record: Record | None = None,
) -> Entry:
    """One line of the audit record, in the transaction of the write it describes."""
    return Entry.objects.create(
        at=timezone.now(),
        user=by,
        address=remote_address.get(),
        action=action,
        programme=programme,
        object_kind=object_kind,
        object_uuid=object_uuid,
        before=before,
        after=after,
        record=record,
    )
