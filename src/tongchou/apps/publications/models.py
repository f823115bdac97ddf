"""Editions: sealed publications with the files they froze."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from .scope import EditionQuerySet


class Edition(models.Model):
    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="editions"
    )
    number = models.PositiveIntegerField()
    run = models.ForeignKey("assessments.Run", on_delete=models.PROTECT, related_name="editions")
    record = models.OneToOneField("audit.Record", on_delete=models.PROTECT, related_name="+")
    bulletin = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    ledger = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    published_at = models.DateTimeField()

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["programme_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="edition_programme_number")
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} edition {self.number}"
