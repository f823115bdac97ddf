from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    APPROVED = "approved", _("Approved")
    RETURNED = "returned", _("Returned")
