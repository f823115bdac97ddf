from django.db import models
from django.utils.translation import gettext_lazy as _


class NoticeState(models.TextChoices):
    READ = "read", _("Read")
    REFUSED = "refused", _("Could not be read")
