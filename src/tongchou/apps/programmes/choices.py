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


class Cadence(models.TextChoices):
    """How often a target is reported on."""

    MONTH = "month", _("every month")
    QUARTER = "quarter", _("every quarter")
    HALF_YEAR = "half_year", _("every half-year")
    YEAR = "year", _("every year")


class Origin(models.TextChoices):
    ANNEX = "annex", _("Task of the annex")
    PROSE = "prose", _("Adopted promise of the prose")


class ProjectCategory(models.TextChoices):
    PREPARATION = "preparation", _("In preparation")
    NEW = "new", _("Newly begun")
    CONTINUED = "continued", _("Continued")
    COMPLETED = "completed", _("To be completed")


class OrganizationRole(models.TextChoices):
    LEAD = "lead", _("Lead")
    RESPONSIBLE = "responsible", _("Responsible")
    ASSISTING = "assisting", _("Assisting")
    SUPERVISING = "supervising", _("Supervising")


class Comparator(models.TextChoices):
    """How a value must stand to the figure."""

    AT_LEAST = "at_least", _("at least (≥)")
    MORE_THAN = "more_than", _("more than (>)")
    EQUAL = "equal", _("exactly (=)")
    ABOUT = "about", _("about (≈)")
    AT_MOST = "at_most", _("at most (≤)")
    RANGE = "range", _("between two figures")


class Measure(models.TextChoices):
    FLOW = "flow", _("Flow: grows over the period")
    STOCK = "stock", _("Stock: as of a date")
    RATE = "rate", _("Rate: a share as of a date")
    COUNT = "count", _("Count: events or items")


class PeriodKind(models.TextChoices):
    DEADLINE = "deadline", _("Deadline")
    RANGE = "range", _("Several years, with a slice for each")
    SOFT = "soft", _("Soft: first results within the year")
    STANDING = "standing", _("Standing: no end")
    UNKNOWN = "unknown", _("Not understood")
