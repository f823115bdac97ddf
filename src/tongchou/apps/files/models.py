"""Uploaded and generated files; the bytes lie content-addressed in the data directory."""

from uuid import uuid4

from django.conf import settings
from django.db import models


class StoredFile(models.Model):
    """One name for one content; several rows may point to the same bytes."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    algorithm = models.CharField(max_length=8)
    digest = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=128)
    stored_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    stored_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name
