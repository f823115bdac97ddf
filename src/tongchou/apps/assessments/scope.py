"""Who sees which assessment run."""

from django.db import models

from tongchou.apps.organizations.queries import programme_uuids_of


class RunQuerySet(models.QuerySet):
    def visible_to(self, user: object) -> "RunQuerySet":
        """The runs of the programmes in which the user has any role."""
        uuids = programme_uuids_of(user)
        return self if uuids is None else self.filter(programme__uuid__in=uuids)
