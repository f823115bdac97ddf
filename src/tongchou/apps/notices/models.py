"""A notice as it came: the file, the document read from it, the programme compiled from it."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from .choices import NoticeState


class Notice(models.Model):
    """One uploaded notice. `programme` is the UUID its programme has or will have.

    `document` is the document as JSON (blocks with positions), `reading` the programme file as
    compiled; both are null where the file could not be read, and `findings` says why.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.UUIDField(default=uuid4, unique=True)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=NoticeState.choices)
    simulated = models.BooleanField(default=False)
    document = models.JSONField(null=True)
    reading = models.JSONField(null=True)
    findings = models.JSONField(default=list)
    record = models.ForeignKey(
        "audit.Record", on_delete=models.PROTECT, null=True, related_name="+"
    )
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    received_at = models.DateTimeField()

    class Meta:
        ordering = ["-received_at", "-id"]

    def __str__(self) -> str:
        return self.title or str(self.uuid)
