"""Programmes as people see them: the draft with its corrections, and the revision in force."""

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import F, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from tongchou.apps.organizations.choices import Role
from tongchou.apps.organizations.queries import memberships_of, standing
from tongchou.domain.programme.programme import Programme as Reading
from tongchou.domain.programme.revision import apply_overrides

from .models import Programme, Revision, Target

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User


def visible_programmes(user: "User") -> QuerySet[Programme]:
    return Programme.objects.visible_to(user).order_by("-start", "-id")


def programme_for(user: "User", slug: str) -> Programme:
    """The programme with `notice_uuid`, where the person may see it; Http404 where not."""
    rows = Programme.objects.visible_to(user).annotate(notice_uuid=F("notice__uuid"))
    return get_object_or_404(rows, slug=slug)


def coordinated_programme(user: "User", slug: str) -> Programme:
    """The programme with its notice, where the person coordinates it; Http404 where not."""
    rows = Programme.objects.visible_to(user).select_related("notice")
    programme = get_object_or_404(rows, slug=slug)
    if not is_coordinator(user, programme):
        raise Http404
    return programme


def names_of(uuids: Collection[UUID] | None) -> dict[UUID, str]:
    """Programmes by what people call them; two of one name are told apart by their address."""
    rows = Programme.objects.all() if uuids is None else Programme.objects.filter(uuid__in=uuids)
    found = list(rows.order_by("-start", "-id").values_list("uuid", "name", "slug"))
    uses = Counter(name for _, name, _ in found)
    return {uuid: name if uses[name] == 1 else f"{name}（{slug}）" for uuid, name, slug in found}


def may_draft(user: "User") -> bool:
    """Whether the person may take in a new notice: a coordinator of any programme may."""
    return any(membership.role == Role.COORDINATOR for membership in memberships_of(user))


def is_coordinator(user: "User", programme: Programme) -> bool:
    return standing(user, programme.uuid).coordinator


def compiled_reading(programme: Programme) -> Reading:
    """The programme as it was compiled from its notice."""
    return Reading.from_json(programme.notice.reading)


def draft_reading(programme: Programme) -> Reading:
    """The programme as compiled, with the coordinator's corrections in place."""
    overrides = {override.path: override.value for override in programme.overrides.all()}
    return apply_overrides(compiled_reading(programme), overrides)[0]


def revision_in_force(programme: Programme) -> Revision:
    """The latest sealed revision. Raises Revision.DoesNotExist while the programme is a draft."""
    return programme.revisions.select_related("record", "confirmed_by").latest("number")


def revision_for(programme: Programme, number: int) -> Revision:
    rows = programme.revisions.select_related("record", "confirmed_by")
    return get_object_or_404(rows, number=number)


def targets_of(programme: Programme) -> QuerySet[Target]:
    """Targets in the order of the notice, with task, area, project, rungs and answers at hand."""
    return programme.targets.select_related("task__area", "project").prefetch_related(
        "rungs", "answers__jurisdiction", "answers__organization"
    )
