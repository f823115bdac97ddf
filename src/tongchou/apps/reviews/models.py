"""Decisions on submissions, and the current value that an approval writes."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from .choices import Verdict


class Decision(models.Model):
    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    submission = models.OneToOneField(
        "reports.Submission", on_delete=models.PROTECT, related_name="decision"
    )
    verdict = models.CharField(max_length=16, choices=Verdict.choices)
    reason = models.TextField(blank=True)
    record = models.OneToOneField("audit.Record", on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.submission_id} {self.verdict}"


class CurrentValue(models.Model):
    """What is approved for a target, a jurisdiction and a period; written with the approval.

    `value` is decimal text in the base unit `unit`; blank means no figure was stated.
    """

    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="current_values"
    )
    target = models.ForeignKey(
        "programmes.Target", on_delete=models.PROTECT, related_name="current_values"
    )
    jurisdiction = models.ForeignKey(
        "organizations.Jurisdiction", on_delete=models.PROTECT, related_name="+"
    )
    period = models.ForeignKey(
        "reports.Period", on_delete=models.PROTECT, related_name="current_values"
    )
    value = models.CharField(max_length=40, blank=True)
    unit = models.CharField(max_length=32, blank=True)
    rung = models.ForeignKey(
        "programmes.Rung", on_delete=models.PROTECT, null=True, related_name="+"
    )
    reached_on = models.DateField(null=True)
    words = models.TextField(blank=True)
    problems = models.TextField(blank=True)
    submission = models.ForeignKey(
        "reports.Submission", on_delete=models.PROTECT, related_name="current_values"
    )
    approved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["target", "jurisdiction", "period"], name="current_value_key"
            )
        ]

    def __str__(self) -> str:
        return f"{self.target_id} {self.jurisdiction_id} {self.period_id}"
