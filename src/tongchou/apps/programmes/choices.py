from django.db import models
from django.utils.translation import gettext_lazy as _


class ProgrammeState(models.TextChoices):
    DRAFT = "draft", _("Awaiting confirmation")
    RUNNING = "running", _("Running")


class TargetKind(models.TextChoices):
    QUANTITY = "quantity", _("Quantity")
    LADDER = "ladder", _("Ladder")
    CHECKLIST = "checklist", _("Checklist")


class Combine(models.TextChoices):
    """How the parties' figures become the joint one."""

    SUM = "sum", _("Sum of the parties")
    EACH = "each", _("Each party for itself")
    ANY = "any", _("Any one party")
    LEAD = "lead", _("The lead's figure")
    LARGEST = "largest", _("The largest figure")


class Effort(models.TextChoices):
    FIRM = "firm", _("Firm")
    EFFORT = "effort", _("Best effort")


class Curve(models.TextChoices):
    LINEAR = "linear", _("By elapsed month (m/12)")
    STEP = "step", _("Due at the end")


class OrganizationRole(models.TextChoices):
    LEAD = "lead", _("Lead")
    RESPONSIBLE = "responsible", _("Responsible")
    ASSISTING = "assisting", _("Assisting")
    SUPERVISING = "supervising", _("Supervising")
