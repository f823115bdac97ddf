"""Who sees which report, and which submission of it."""

from django.db import models

from tongchou.apps.organizations.queries import memberships_of

from .choices import Outcome


class ReportQuerySet(models.QuerySet):
    def visible_to(self, user: object) -> "ReportQuerySet":
        """A liaison sees all reports of the own organization, a reviewer those that the own

        jurisdiction submitted, a coordinator all that were submitted, a leader those that were
        approved once; everyone else none. What is not submitted yet is the organization's own.
        """
        return self.filter(_seen(user, "", ~models.Q(submitted=0), ~models.Q(approved=0)))

    def writable_by(self, user: object) -> "ReportQuerySet":
        """The reports that the person fills."""
        return self.filter(_seen(user, "", None, None))


class SubmissionQuerySet(models.QuerySet):
    def visible_to(self, user: object) -> "SubmissionQuerySet":
        """As for reports; a leader sees the approved submissions only."""
        approved = models.Q(outcome=Outcome.APPROVED)
        return self.filter(_seen(user, "report__", models.Q(), approved))


def _seen(
    user: object, prefix: str, submitted: models.Q | None, approved: models.Q | None
) -> models.Q:
    """The rows of each of the person's roles; None leaves out the roles that only read."""
    seen = models.Q(pk__in=[])
    for membership in memberships_of(user):
        match membership.role:
            case "liaison":
                part = models.Q(**{f"{prefix}organization": membership.organization_id})
            case "reviewer" if submitted is not None:
                jurisdiction = f"{prefix}organization__jurisdiction"
                part = submitted & models.Q(**{jurisdiction: membership.jurisdiction_id})
            case "coordinator" if submitted is not None:
                part = submitted & models.Q(pk__isnull=False)
            case "leader" if approved is not None:
                part = approved
            case _:
                continue
        if membership.programme is not None:
            part &= models.Q(**{f"{prefix}programme__uuid": membership.programme})
        seen |= part
    return seen
