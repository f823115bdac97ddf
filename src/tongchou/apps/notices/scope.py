"""Who sees which notice."""

from django.db import models

from tongchou.apps.organizations.queries import programme_uuids_of


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, user: object) -> "NoticeQuerySet":
        """The notices of the programmes in which the user has any role."""
        uuids = programme_uuids_of(user)
        return self if uuids is None else self.filter(programme__in=uuids)
