"""Programmes as people see them: the draft with its corrections, and the revision in force."""

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, Prefetch, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from tongchou.apps.audit.queries import envelope_of
from tongchou.apps.organizations.choices import Role
from tongchou.apps.organizations.queries import memberships_of, standing
from tongchou.domain.programme.amending.revision import apply_overrides
from tongchou.domain.programme.programme import Programme as Reading

from .models import Confirmation, Override, Programme, Revision, Rung, Target
from .older_content import upgraded

if TYPE_CHECKING:
    from tongchou.apps.notices.models import Notice
    from tongchou.apps.organizations.models import User


def visible_programmes(user: "User") -> QuerySet[Programme]:
    return Programme.objects.visible_to(user).order_by("-start", "-id")


def programme_for(user: "User", slug: str) -> Programme:
    """The programme with `notice_uuid`, where the person may see it; Http404 where not."""
    rows = Programme.objects.visible_to(user).annotate(notice_uuid=F("notice__uuid"))
    return get_object_or_404(rows, slug=slug)


def coordinated_programme(user: "User", slug: str) -> Programme:
    """The programme with its notice, where the person coordinates it; Http404 where not."""
    rows = Programme.objects.visible_to(user).select_related("notice", "amending")
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


def draft_notice(programme: Programme) -> "Notice":
    """The notice whose readings are corrected and confirmed, or were for the revision in force."""
    return programme.amending or programme.notice


def compiled_reading(programme: Programme) -> Reading:
    """The programme as it was compiled from the notice of the draft."""
    return Reading.from_json(draft_notice(programme).reading)


def overrides_of(programme: Programme) -> QuerySet[Override]:
    return programme.overrides.filter(revision=programme.drafting)


def confirmations_of(programme: Programme) -> QuerySet[Confirmation]:
    return programme.confirmations.filter(revision=programme.drafting)


def draft_reading(programme: Programme) -> Reading:
    """The programme as compiled, with the coordinator's corrections in place."""
    overrides = {override.path: override.value for override in overrides_of(programme)}
    return apply_overrides(compiled_reading(programme), overrides)[0]


def reading_in_force(programme: Programme) -> Reading:
    """The corrected reading that the revision in force was sealed from."""
    number = programme.drafting - (1 if programme.amending_id else 0)
    rows = programme.overrides.filter(revision=number)
    compiled = Reading.from_json(programme.notice.reading)
    return apply_overrides(compiled, {row.path: row.value for row in rows})[0]


def revision_in_force(programme: Programme) -> Revision:
    """The latest sealed revision. Raises Revision.DoesNotExist while the programme is a draft."""
    return programme.revisions.select_related("record", "confirmed_by").latest("number")


def content_of_revision(revision: Revision) -> dict[str, Any]:
    """What a revision sealed, in the present schema whatever it was sealed in."""
    envelope = envelope_of(revision.record)
    return upgraded(envelope["content"], envelope["schema"])


def revision_for(programme: Programme, number: int) -> Revision:
    rows = programme.revisions.select_related("record", "confirmed_by", "notice")
    return get_object_or_404(rows, number=number)


def rungs_in_force() -> Prefetch:
    return Prefetch("rungs", Rung.objects.filter(in_force=True))


def targets_of(programme: Programme) -> QuerySet[Target]:
    """Targets in the order of the notice, with task, area, project, rungs and answers at hand."""
    rows = programme.targets.filter(in_force=True).select_related("task__area", "project")
    return rows.prefetch_related(rungs_in_force(), "answers__jurisdiction", "answers__organization")
