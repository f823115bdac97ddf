"""Signed heads: the words that are signed, and their journal outside the database.

Whoever can write the database could remove records together with the signatures that would show
it. The journal lies beside the key; each line is one signed head, and `verify` holds the database
against both.
"""

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from tongchou.domain.shared import canonical

from .seals import HeadKey

if TYPE_CHECKING:
    from .models import HeadSignature

PURPOSE = "tongchou chain head"


def head_key() -> HeadKey:
    return HeadKey.at(settings.TONGCHOU_SIGNING_KEY)


def journal_path() -> Path:
    path: Path = settings.TONGCHOU_SIGNING_KEY
    return path.with_suffix(".journal")


@dataclass(frozen=True, slots=True)
class SignedHead:
    """A head and its signature, as text: what the table and the journal both hold."""

    chain: str
    sequence: int
    digest: str
    signed_at: str
    key_id: str
    signature: str = ""

    @classmethod
    def of(cls, row: "HeadSignature") -> "SignedHead":
        return cls(
            chain=str(row.chain.uuid),
            sequence=row.sequence,
            digest=row.digest,
            signed_at=row.signed_at.astimezone(UTC).isoformat(),
            key_id=row.key_id,
            signature=row.signature,
        )

    @classmethod
    def parse(cls, line: str) -> "SignedHead | None":
        """A line of the journal; `None` where it is damaged."""
        try:
            said = canonical.loads(line)
            return cls(**{**said, "sequence": int(said["sequence"])})
        except (ValueError, TypeError, KeyError):
            return None

    @property
    def message(self) -> bytes:
        """What the signature signs."""
        said = asdict(self)
        said.pop("signature")
        return canonical.dumps({"purpose": PURPOSE, **said})


def note(signatures: Iterable["HeadSignature"]) -> None:
    """Adds signed heads to the journal, synced to the disk."""
    lines = [json.dumps(asdict(SignedHead.of(row))) for row in signatures]
    handle = os.open(journal_path(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("".join(f"{line}\n" for line in lines))
        file.flush()
        os.fsync(file.fileno())


def journal() -> Iterator[tuple[int, str]]:
    """(line number, line) of every head ever signed by this instance."""
    if journal_path().exists():
        with journal_path().open(encoding="utf-8") as file:
            yield from enumerate(file, start=1)
