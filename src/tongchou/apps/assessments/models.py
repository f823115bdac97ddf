"""Sealed assessment runs and the verdicts projected from them."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from .choices import Level
from .scope import RunQuerySet


class Run(models.Model):
    """One assessment as of a date, by one version of a scheme; sealed with the columns it read."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="runs"
    )
    number = models.PositiveIntegerField()
    as_of = models.DateField()
    scheme = models.CharField(max_length=32)
    scheme_version = models.CharField(max_length=16)
    record = models.OneToOneField("audit.Record", on_delete=models.PROTECT, related_name="+")
    assessed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    assessed_at = models.DateTimeField()

    objects = RunQuerySet.as_manager()

    class Meta:
        ordering = ["programme_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="run_programme_number")
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} run {self.number}"


class Verdict(models.Model):
    """The light of one object in a run. `object_uuid` is the object's; `jurisdiction` is a slug,

    blank where the verdict is of the joint object. `light` blank means 未评 and `reason` says why;
    `figures` holds what its explaining sentence is written from.
    """

    run = models.ForeignKey(Run, on_delete=models.PROTECT, related_name="verdicts")
    level = models.CharField(max_length=16, choices=Level.choices)
    object_uuid = models.UUIDField()
    jurisdiction = models.SlugField(max_length=32, blank=True)
    light = models.CharField(max_length=8, blank=True)
    reason = models.CharField(max_length=32, blank=True)
    figures = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["run", "level", "object_uuid", "jurisdiction"], name="verdict_key"
            )
        ]

    def __str__(self) -> str:
        return f"{self.run_id} {self.level} {self.light}"
