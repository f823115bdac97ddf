from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    ANSWER = "answer", _("Target of a jurisdiction")
    TARGET = "target", _("Target")
    PROJECT = "project", _("Project")
    TASK = "task", _("Task")
    AREA = "area", _("Area")
    JURISDICTION = "jurisdiction", _("Jurisdiction")
    PROGRAMME = "programme", _("Programme")
