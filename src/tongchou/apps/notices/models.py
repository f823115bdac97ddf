"""A notice as it came: the file, the document read from it, the programme compiled from it."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from .scope import NoticeQuerySet


class Notice(models.Model):
    """One notice that could be read; a refused upload leaves an audit entry and no row.

    `programme` is the UUID its programme has or will have, the same for a notice and those that
    amend it; `document` is the document as JSON
    (blocks with positions), `reading` the programme file as compiled.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.UUIDField(default=uuid4, db_index=True)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    simulated = models.BooleanField(default=False)
    document = models.JSONField()
    reading = models.JSONField()
    findings = models.JSONField(default=list)
    record = models.OneToOneField("audit.Record", on_delete=models.PROTECT, related_name="+")
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    received_at = models.DateTimeField()

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-id"]

    def __str__(self) -> str:
        return self.title or str(self.uuid)
