"""Holds the rows of every programme against the record of its revision in force."""

from collections.abc import Iterator

from tongchou.apps.audit.choices import RecordKind
from tongchou.apps.audit.findings import ProjectionDiffers
from tongchou.apps.audit.queries import content_of
from tongchou.apps.audit.verification import unprojected
from tongchou.domain.shared.findings import Finding

from .choices import ProgrammeState
from .models import Programme, Revision
from .projection import differences
from .queries import content_of_revision


def projection_findings() -> Iterator[Finding]:
    for programme in Programme.objects.order_by("id"):
        held = programme.revisions.select_related("record").order_by("number")
        revisions: list[Revision] = list(held)
        for what, column, sealed, found in _all(programme, revisions):
            yield ProjectionDiffers(object=what, column=column, sealed=sealed, found=found)
    yield from unprojected(RecordKind.REVISION, Revision.objects.all())


def _all(
    programme: Programme, revisions: list[Revision]
) -> Iterator[tuple[str, str, object, object]]:
    for place, revision in enumerate(revisions, start=1):
        number = content_of(revision.record)["number"]
        if not number == revision.number == place:
            yield f"revision {revision.uuid}", "number", number, revision.number
    state = ProgrammeState.RUNNING if revisions else ProgrammeState.DRAFT
    if programme.state != state:
        yield f"programme {programme.slug}", "state", str(state), programme.state
    if revisions:
        yield from differences(programme, content_of_revision(revisions[-1]))
