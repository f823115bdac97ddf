"""Holding the database against its seals.

Chains are checked here. An app whose tables project sealed records registers a function that
yields a finding for every difference: `register("reports", differences)` in its AppConfig.ready.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet

from tongchou.domain.shared import canonical
from tongchou.domain.shared.findings import Finding

from . import findings, heads
from .models import Chain, HeadSignature, Record
from .seals import ALGORITHMS, HeadKey, digest

Check = Callable[[], Iterable[Finding]]
_checks: dict[str, Check] = {}


def register(name: str, function: Check) -> None:
    """Adds a check of projections; registering a name anew replaces its check."""
    _checks[name] = function


def everything() -> Iterator[Finding]:
    for chain in Chain.objects.order_by("id"):
        yield from chain_findings(chain)
    yield from signature_findings()
    for name in sorted(_checks):
        yield from projection_findings(name)


def projection_findings(name: str) -> Iterator[Finding]:
    """A check that stumbles over a damaged record says so; the other checks still run."""
    try:
        yield from _checks[name]()
    except (ValueError, TypeError, LookupError, RecursionError, ObjectDoesNotExist) as reason:
        yield findings.ProjectionUnchecked(name=name, reason=f"{type(reason).__name__}: {reason}")


def chain_findings(chain: Chain) -> Iterator[Finding]:
    """Walks one chain from its first record; goes on after a difference, to name them all."""
    sequence, head = 0, ""
    for record in Record.objects.filter(chain=chain).order_by("sequence").iterator(chunk_size=200):
        if record.sequence != sequence + 1:
            yield findings.ChainBroken(chain=chain, sequence=sequence + 1, found=record.sequence)
        yield from record_findings(chain, record, head)
        sequence, head = record.sequence, record.digest
    if (chain.sequence, chain.head) != (sequence, head):
        yield findings.HeadDiffers(chain=chain, sequence=chain.sequence, found=sequence)


def record_findings(chain: Chain, record: Record, before: str) -> Iterator[Finding]:
    place: dict[str, Any] = {
        "chain": chain,
        "sequence": record.sequence,
        "record": record.uuid,
    }
    body = bytes(record.body)
    if record.algorithm not in ALGORITHMS or digest(record.algorithm, body) != record.digest:
        yield findings.RecordDigestDiffers(**place)
    envelope = _envelope(body)
    if envelope is None:
        yield findings.RecordUnreadable(**place)
        return
    if envelope.get("previous") != before:
        yield findings.LinkDiffers(**place)
    for column, found in _columns(chain, record).items():
        if envelope.get(column) != found:
            yield findings.RecordColumnDiffers(
                record=record.uuid, column=column, sealed=envelope.get(column), found=found
            )
    yield from parent_findings(record, envelope["parents"])


def parent_findings(record: Record, parents: list[dict[str, str]]) -> Iterator[Finding]:
    named = {parent["record"]: parent["digest"] for parent in parents}
    there = dict(Record.objects.filter(uuid__in=named).values_list("uuid", "digest"))
    for uuid, sealed in named.items():
        if there.get(UUID(uuid)) != sealed:
            yield findings.ParentMissing(record=record.uuid, parent=uuid)


def unprojected(kind: str, held: QuerySet) -> Iterator[Finding]:
    """Records of a kind without a row in the table that projects them; `held` are its rows."""
    known = held.values("record")
    for record in Record.objects.filter(kind=kind).exclude(pk__in=known).defer("body"):
        yield findings.RowMissing(record=record.uuid, kind=kind)


def signature_findings() -> Iterator[Finding]:
    """Every signed head, from the table and from the journal beside the key."""
    if not HeadSignature.objects.exists() and not heads.journal_path().exists():
        return
    key, seen = heads.head_key(), set()
    for row in HeadSignature.objects.select_related("chain").iterator():
        head = heads.SignedHead.of(row)
        seen.add(head)
        yield from head_findings(key, head)
    for number, line in heads.journal():
        noted = heads.SignedHead.parse(line)
        if noted is None:
            yield findings.JournalUnreadable(line=number)
        elif noted not in seen:
            yield from head_findings(key, noted)


def head_findings(key: HeadKey, head: heads.SignedHead) -> Iterator[Finding]:
    """Whether the signature holds, and whether the signed record is still there."""
    place: dict[str, Any] = {"chain": head.chain, "sequence": head.sequence}
    there = Record.objects.filter(
        chain__uuid=head.chain, sequence=head.sequence, digest=head.digest
    )
    if head.key_id != key.key_id:
        yield findings.SigningKeyUnknown(key=head.key_id, **place)
    elif not key.holds(head.message, head.signature):
        yield findings.SignatureWrong(**place)
    elif not there.exists():
        yield findings.SignedHeadDiffers(**place)


def _envelope(body: bytes) -> dict[str, Any] | None:
    """What the bytes say, where they are canonical."""
    try:
        envelope = canonical.loads(body)
        canonical_again = canonical.dumps(envelope)
    except (ValueError, TypeError, RecursionError):
        return None
    sound = isinstance(envelope, dict) and canonical_again == body
    return envelope if sound and _names_parents(envelope) else None


def _names_parents(envelope: dict[str, Any]) -> bool:
    """Whether the parents are named as `seal` names them."""
    try:
        named = [(UUID(parent["record"]), parent["digest"]) for parent in envelope["parents"]]
    except (TypeError, LookupError, ValueError, AttributeError):
        return False
    return all(isinstance(digest, str) for _, digest in named)


def _columns(chain: Chain, record: Record) -> dict[str, Any]:
    return {
        "record": str(record.uuid),
        "chain": str(chain.uuid),
        "programme": str(chain.programme),
        "issuer": chain.issuer,
        "sequence": record.sequence,
        "kind": record.kind,
        "schema": record.schema,
        "sealed_at": record.sealed_at.isoformat(),
    }
