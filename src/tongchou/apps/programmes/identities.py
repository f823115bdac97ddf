"""UUIDs that outlive revisions: new ones for a first revision, those kept for a later one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import uuid4

Place = tuple[str, object]
"""What it is, and how the reading calls it: ("target", "9.1"), ("rung", ("9.1", 0))."""


@dataclass(frozen=True, slots=True)
class Identities:
    """`kept` holds the UUIDs of the earlier revision by the places they have in the new one."""

    kept: Mapping[Place, str] = field(default_factory=dict)

    def of(self, kind: str, name: object) -> str:
        return self.kept.get((kind, name)) or str(uuid4())
