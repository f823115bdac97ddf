"""The picture of a run, drawn once for each process.

A sealed record never changes, so a picture drawn from it stays true as long as the process lives.
The key holds the record's digest: one changed behind the back of the program draws a new picture.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from tongchou.apps.assessments.queries import content
from tongchou.apps.programmes.queries import (
    content_of_revision,
    revision_for,
    revision_in_force,
)
from tongchou.domain.publication.drawing import draw
from tongchou.domain.publication.picture import Picture

if TYPE_CHECKING:
    from tongchou.apps.assessments.models import Run
    from tongchou.apps.audit.models import Record
    from tongchou.apps.programmes.models import Programme

KEPT = 16


class _Key:
    """Equal for the same sealed record; carries how to draw it until that is done."""

    def __init__(self, record: "Record", make: Callable[[], Picture]) -> None:
        self.identity = (record.uuid, record.digest)
        self.make: Callable[[], Picture] | None = make

    def __hash__(self) -> int:
        return hash(self.identity)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.identity == other.identity


@lru_cache(maxsize=KEPT)
def _drawn(key: _Key) -> Picture:
    if key.make is None:
        raise RuntimeError("a picture is drawn once for each key")
    picture, key.make = key.make(), None
    return picture


def picture_of_run(programme: "Programme", run: "Run") -> Picture:
    """The run over the revision it assessed."""

    def make() -> Picture:
        sealed = content(run)
        revision = revision_for(programme, sealed["revision"]["number"])
        return draw(content_of_revision(revision), sealed)

    return _drawn(_Key(run.record, make))


def picture_of_plan(programme: "Programme") -> Picture:
    """The plan in force, before anything was assessed."""
    revision = revision_in_force(programme)
    return _drawn(_Key(revision.record, lambda: draw(content_of_revision(revision), None)))
