"""Adopting a promise of the prose as a task of its own (正文事项), and giving it up again."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from tongchou.domain.programme.amending.adoption import adopted_value, promise_of, propose
from tongchou.domain.programme.amending.fields import adopted_path
from tongchou.domain.programme.programme import Programme as Reading
from tongchou.domain.programme.target import Cadence
from tongchou.domain.shared.findings import Refused

from . import findings
from .drafting import correct_all
from .queries import draft_reading

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User

    from .models import Programme


def adopt_promise(
    *,
    programme: "Programme",
    promise: str,
    owners: Mapping[str, str],
    cadence: Cadence,
    by: "User",
    name: str = "",
    until: date | None = None,
) -> int:
    """Makes an open promise a task; returns its number. `owners` answer, by jurisdiction.

    Raises Refused where a task carries it already or the notice does not hold it.
    """
    reading = draft_reading(programme)
    if not _open(reading, promise):
        raise Refused([findings.NotOpenPromise(promise=promise)])
    value = propose(reading, promise, owners=owners, cadence=cadence, name=name, until=until)
    correct_all(
        programme=programme,
        corrections={adopted_path(promise): value},
        by=by,
        action="programme.adopt",
    )
    return int(value["number"])


def release_promise(*, programme: "Programme", promise: str, by: "User") -> None:
    """Undoes an adoption with all that was corrected in it. Raises Refused where there is none."""
    reading = draft_reading(programme)
    if not _known(reading, promise) or adopted_value(reading, promise) is None:
        raise Refused([findings.NotOpenPromise(promise=promise)])
    correct_all(
        programme=programme,
        corrections={adopted_path(promise): None},
        by=by,
        action="programme.release",
    )


def _known(reading: Reading, promise: str) -> bool:
    return any(p.key == promise for clause in reading.clauses for p in clause.promises)


def _open(reading: Reading, promise: str) -> bool:
    return _known(reading, promise) and not promise_of(reading, promise)[1].carried
