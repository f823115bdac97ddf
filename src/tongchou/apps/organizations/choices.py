from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("Coordinator")
    LIAISON = "liaison", _("Liaison")
    REVIEWER = "reviewer", _("Reviewer")
    LEADER = "leader", _("Leader")
    ADMINISTRATOR = "administrator", _("Administrator")


class OrganizationKind(models.TextChoices):
    DEPARTMENT = "department", _("Government department")
    GOVERNMENT = "government", _("Lower government")
    PARTY = "party", _("Party organ")
    PARK = "park", _("Park")
    COMPANY = "company", _("Company")
    OFFICE = "office", _("Government office")
