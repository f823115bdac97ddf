"""What later apps call the objects that the audit record and the roles hold by UUID alone.

An app names its objects: `register("programme", names)` in its AppConfig.ready, where `names`
takes the UUIDs asked for (`None`: every object) and gives the names of those that exist.
"""

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

from tongchou.domain.shared.text import Text

Name = Text | str
Names = Callable[[Collection[UUID] | None], Mapping[UUID, Name]]
_names: dict[str, Names] = {}


def register(kind: str, function: Names) -> None:
    """Names the objects of a kind (`Entry.object_kind`); registering anew replaces."""
    _names[kind] = function


def names_of(kind: str, uuids: Collection[UUID] | None = None) -> Mapping[UUID, Name]:
    """The names of these objects, of all of the kind with `None`; none for an unnamed kind."""
    if kind not in _names or (uuids is not None and not uuids):
        return {}
    return _names[kind](uuids)


def programme_names(uuids: Collection[UUID] | None = None) -> dict[UUID, str]:
    return {uuid: str(name) for uuid, name in names_of("programme", uuids).items()}
