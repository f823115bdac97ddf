"""Whose reading of a programme a page shows, and who may change it there."""

from django.http import Http404, HttpRequest

from tongchou.domain.programme.programme import Programme as Reading

from ..models import Programme
from ..queries import (
    coordinated_programme,
    draft_reading,
    is_coordinator,
    programme_for,
    reading_in_force,
)


def readable(request: HttpRequest, slug: str) -> tuple[Programme, Reading, bool]:
    """The programme, the reading to show and whether it may be changed here.

    Members see a programme that runs as it is in force; the coordinator sees the draft.
    """
    programme = programme_for(request.user, slug)
    request.programme = programme  # type: ignore[attr-defined]
    if is_coordinator(request.user, programme):
        return programme, draft_reading(programme), programme.open
    if not programme.revisions.exists():
        raise Http404
    return programme, reading_in_force(programme), False


def open_draft(request: HttpRequest, slug: str) -> tuple[Programme, Reading]:
    """Http404 for everyone but the coordinator of a programme whose readings can be changed."""
    programme = coordinated_programme(request.user, slug)
    request.programme = programme  # type: ignore[attr-defined]
    if not programme.open:
        raise Http404
    return programme, draft_reading(programme)
