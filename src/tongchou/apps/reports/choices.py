from django.db import models
from django.utils.translation import gettext_lazy as _


class PeriodKind(models.TextChoices):
    BASELINE = "baseline", _("Baseline")
    MONTH = "month", _("Month")


class ReportState(models.TextChoices):
    DUE = "due", _("Not begun")
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned")
    APPROVED = "approved", _("Approved")
