from django.db import models
from django.utils.translation import gettext_lazy as _


class PeriodKind(models.TextChoices):
    BASELINE = "baseline", _("Baseline")
    MONTH = "month", _("Month")


class ReportState(models.TextChoices):
    DUE = "due", _("Not filled in")
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")


EDITABLE = (ReportState.DUE, ReportState.DRAFT, ReportState.RETURNED)


class Outcome(models.TextChoices):
    """What became of a submission."""

    WAITING = "waiting", _("Waiting for review")
    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")


class ShownState(models.TextChoices):
    """A report's state as people read it."""

    DUE = "due", _("Not filled in")
    DRAFT = "draft", _("Draft")
    CORRECTING = "correcting", _("Being corrected")
    SUBMITTED = "submitted", _("Waiting for review")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")
