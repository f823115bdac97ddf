"""A programme: its draft while it is confirmed, the notice that amends it, sealed revisions."""

from uuid import uuid4

from django.conf import settings
from django.db import models

from ..choices import ProgrammeState
from ..scope import ProgrammeQuerySet


class Programme(models.Model):
    """`notice` is that of the revision in force, of the draft before there is one; `amending` is
    the notice of a revision that is being confirmed while the programme runs. `drafting` is the
    number of the revision that corrections and confirmations are made for.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    slug = models.SlugField(max_length=48, unique=True)
    name = models.TextField()
    state = models.CharField(
        max_length=8, choices=ProgrammeState.choices, default=ProgrammeState.DRAFT
    )
    simulated = models.BooleanField(default=False)
    start = models.DateField()
    end = models.DateField()
    notice = models.OneToOneField(
        "notices.Notice", on_delete=models.PROTECT, related_name="programme_row"
    )
    amending = models.OneToOneField(
        "notices.Notice", on_delete=models.PROTECT, null=True, related_name="+"
    )
    drafting = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["-start", "-id"]

    def __str__(self) -> str:
        return self.name

    @property
    def open(self) -> bool:
        """Whether readings can be corrected: of the draft, or of an amendment."""
        return self.state == ProgrammeState.DRAFT or self.amending_id is not None


class Arrival(models.Model):
    """An amended or corrected notice that was handed in and waits to be taken over or put aside."""

    programme = models.OneToOneField(Programme, on_delete=models.CASCADE, related_name="arrival")
    notice = models.OneToOneField("notices.Notice", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.programme_id} {self.notice_id}"


class Override(models.Model):
    """A coordinator's correction of one reading, kept by path so that it survives a new compile.

    `revision` is the number of the revision it is made for.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="overrides")
    revision = models.PositiveIntegerField(default=1)
    path = models.CharField(max_length=200)
    value = models.JSONField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "revision", "path"], name="override_programme_revision_path"
            )
        ]

    def __str__(self) -> str:
        return self.path


class Confirmation(models.Model):
    """A coordinator stands by one task's readings.

    `read` is false where they were confirmed together with others, without opening the task.
    """

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="confirmations")
    revision = models.PositiveIntegerField(default=1)
    task = models.PositiveIntegerField()
    read = models.BooleanField(default=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["task"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "revision", "task"],
                name="confirmation_programme_revision_task",
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.task}"


class Revision(models.Model):
    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    record = models.OneToOneField("audit.Record", on_delete=models.PROTECT, related_name="+")
    notice = models.ForeignKey("notices.Notice", on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField()

    class Meta:
        ordering = ["programme_id", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "number"], name="revision_programme_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} r{self.number}"
