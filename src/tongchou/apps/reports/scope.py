"""Who sees which report."""

from django.db import models

from tongchou.apps.organizations.queries import memberships_of

from .choices import ReportState


class ReportQuerySet(models.QuerySet):
    def visible_to(self, user: object) -> "ReportQuerySet":
        """A liaison the own organization's, a reviewer the own jurisdiction's, a coordinator all,

        a leader the approved ones, everyone else none.
        """
        seen = models.Q(pk__in=[])
        for membership in memberships_of(user):
            part = _part(membership)
            if part is None:
                continue
            if membership.programme is not None:
                part &= models.Q(programme__uuid=membership.programme)
            seen |= part
        return self.filter(seen)


def _part(membership: object) -> models.Q | None:
    match membership.role:
        case "liaison":
            return models.Q(organization_id=membership.organization_id)
        case "reviewer":
            return models.Q(organization__jurisdiction_id=membership.jurisdiction_id)
        case "coordinator":
            return models.Q(pk__isnull=False)
        case "leader":
            return models.Q(state=ReportState.APPROVED)
    return None
