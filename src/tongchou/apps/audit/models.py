"""Sealed records in chains, and the audit record of every write."""

from typing import Any, NoReturn
from uuid import uuid4

from django.conf import settings
from django.db import models

from .choices import RecordKind


class AppendOnly(models.QuerySet):
    """Rows are added and read; nothing in this system changes or removes them."""

    def update(self, **_values: Any) -> NoReturn:
        raise TypeError(f"{self.model.__name__} rows are never changed")

    def delete(self) -> NoReturn:
        raise TypeError(f"{self.model.__name__} rows are never removed")


class AppendOnlyModel(models.Model):
    class Meta:
        abstract = True

    def save(self, *arguments: Any, **named: Any) -> None:
        if not self._state.adding:
            raise TypeError(f"{type(self).__name__} rows are never changed")
        super().save(*arguments, **named)

    def delete(self, *_arguments: Any, **_named: Any) -> NoReturn:
        raise TypeError(f"{type(self).__name__} rows are never removed")


class Chain(models.Model):
    """One chain per programme and issuer; its row is locked while a record is added."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.UUIDField()
    issuer = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, default="", blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "issuer"], name="chain_programme_issuer")
        ]

    def __str__(self) -> str:
        return f"{self.programme}/{self.issuer}"


class Record(AppendOnlyModel):
    """Canonical JSON as it was sealed; never migrated, never changed."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="records")
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=RecordKind.choices)
    schema = models.PositiveSmallIntegerField()
    body = models.BinaryField()
    algorithm = models.CharField(max_length=8)
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    objects = AppendOnly.as_manager()

    class Meta:
        ordering = ["chain_id", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["chain", "sequence"], name="record_chain_sequence")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"


class HeadSignature(AppendOnlyModel):
    """The head of a chain at one moment, signed with the key that lies outside the database."""

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="signatures")
    sequence = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    key_id = models.CharField(max_length=16)
    signature = models.CharField(max_length=128)
    signed_at = models.DateTimeField()

    objects = AppendOnly.as_manager()

    class Meta:
        ordering = ["chain_id", "sequence"]
        constraints = [
            models.UniqueConstraint(
                fields=["chain", "sequence", "key_id"], name="signature_chain_sequence_key"
            )
        ]

    def __str__(self) -> str:
        return f"{self.chain_id}#{self.sequence}"


class EntryQuerySet(AppendOnly):
    def visible_to(self, user: object) -> "EntryQuerySet":
        """Administrators read the audit record; nobody else does."""
        return self if getattr(user, "is_administrator", False) else self.none()


class Entry(AppendOnlyModel):
    """One write: who, when, from where, what before, what after, and the seal."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    at = models.DateTimeField(db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    address = models.CharField(max_length=45, blank=True)
    action = models.CharField(max_length=64, db_index=True)
    programme = models.UUIDField(null=True, db_index=True)
    object_kind = models.CharField(max_length=32)
    object_uuid = models.UUIDField(null=True, db_index=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    record = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, related_name="+")

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"
