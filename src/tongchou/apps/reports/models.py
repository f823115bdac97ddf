"""Periods, the reports that are due in them, drafts, submissions and evidence."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from tongchou.domain.report.period import period_name
from tongchou.domain.shared.text import Text

from .choices import Outcome, PeriodKind, ReportState
from .scope import ReportQuerySet, SubmissionQuerySet


class Period(models.Model):
    """Dates in Asia/Shanghai with inclusive ends. Reports are taken from `opens` to `closes`."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="periods"
    )
    kind = models.CharField(max_length=16, choices=PeriodKind.choices)
    start = models.DateField()
    end = models.DateField()
    opens = models.DateField()
    due = models.DateField()
    closes = models.DateField()

    class Meta:
        ordering = ["end", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "kind", "end"], name="period_programme_kind_end"
            )
        ]

    def __str__(self) -> str:
        return f"{self.end:%Y-%m}"

    @property
    def name(self) -> Text:
        return period_name(self.kind, self.end)


class Report(models.Model):
    """The due report of one organization for one period. `revision` is the one it answers.

    `submitted` is the number of its last submission and `approved` that of its last approved one,
    0 where there is none. `version` grows with every write and guards against a second window.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.ForeignKey(
        "programmes.Programme", on_delete=models.PROTECT, related_name="reports"
    )
    period = models.ForeignKey(Period, on_delete=models.PROTECT, related_name="reports")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="reports"
    )
    revision = models.ForeignKey("programmes.Revision", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=16, choices=ReportState.choices, default=ReportState.DUE, db_index=True
    )
    version = models.PositiveIntegerField(default=0)
    submitted = models.PositiveIntegerField(default=0)
    approved = models.PositiveIntegerField(default=0)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    saved_at = models.DateTimeField(null=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["period__end", "organization__jurisdiction__order", "organization_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["period", "organization"], name="report_period_organization"
            )
        ]

    def __str__(self) -> str:
        return f"{self.period_id} {self.organization_id}"


class Statement(models.Model):
    """The draft of what a report says of one target; sealed by copying it into a submission.

    `value` is the text as typed in `unit` (a printed unit such as 万亩); `value` blank with no
    rung means nothing was stated, which is not zero. `none_yet` says that there is nothing yet:
    no figure known, no stage reached.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="statements")
    target = models.ForeignKey(
        "programmes.Target", on_delete=models.PROTECT, related_name="statements"
    )
    value = models.CharField(max_length=40, blank=True)
    unit = models.CharField(max_length=32, blank=True)
    rung = models.ForeignKey(
        "programmes.Rung", on_delete=models.PROTECT, null=True, related_name="+"
    )
    reached_on = models.DateField(null=True)
    no_change = models.BooleanField(default=False)
    none_yet = models.BooleanField(default=False)
    words = models.TextField(blank=True)
    problems = models.TextField(blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["target__task__number", "target__order"]
        constraints = [
            models.UniqueConstraint(fields=["report", "target"], name="statement_report_target")
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.target_id}"


class Evidence(models.Model):
    """A file attached to a line of a draft. A removed one stays where a submission cites it."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="evidence")
    target = models.ForeignKey("programmes.Target", on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return str(self.uuid)


class Submission(models.Model):
    """A sealed submission; a correction is the next number. `reason` says why it was returned."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveIntegerField()
    record = models.OneToOneField("audit.Record", on_delete=models.PROTECT, related_name="+")
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    submitted_at = models.DateTimeField()
    outcome = models.CharField(max_length=16, choices=Outcome.choices, default=Outcome.WAITING)
    reason = models.TextField(blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["report_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="submission_report_number")
        ]

    def __str__(self) -> str:
        return f"{self.report_id} #{self.number}"
