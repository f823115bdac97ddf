from django.db import models
from django.utils.translation import gettext_lazy as _


class RecordKind(models.TextChoices):
    """The six sealed records, in the order of the flow, and the joint office's own."""

    NOTICE = "notice", _("Notice")
    REVISION = "revision", _("Programme revision")
    SUBMISSION = "submission", _("Submitted report")
    DECISION = "decision", _("Review decision")
    RUN = "run", _("Assessment run")
    EDITION = "edition", _("Edition")
