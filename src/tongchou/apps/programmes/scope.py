"""Who sees which programme."""

from django.db import models

from tongchou.apps.organizations.queries import programme_uuids_of


class ProgrammeQuerySet(models.QuerySet):
    def visible_to(self, user: object) -> "ProgrammeQuerySet":
        """Programmes in which the user has any role; all, where a role holds for all."""
        uuids = programme_uuids_of(user)
        return self if uuids is None else self.filter(uuid__in=uuids)
