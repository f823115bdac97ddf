"""Projections of the revision in force; their UUIDs outlive revisions.

What a later revision dropped keeps its row, no longer `in_force`, for the reports that cite it.
Figures are decimal text (a float column would lose digits on SQLite).
"""

from uuid import uuid4

from django.db import models

from ..choices import (
    Cadence,
    Combine,
    Curve,
    Effort,
    OrganizationRole,
    Origin,
    ProjectCategory,
    TargetKind,
)
from .drafts import Programme


class Party(models.Model):
    """A jurisdiction in a programme; `signed` is false for one that joins without signing."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="parties")
    jurisdiction = models.ForeignKey(
        "organizations.Jurisdiction", on_delete=models.PROTECT, related_name="+"
    )
    signed = models.BooleanField(default=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["programme_id", "order"]
        verbose_name_plural = "parties"
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "jurisdiction"], name="party_programme_jurisdiction"
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.jurisdiction_id}"


class Area(models.Model):
    """One of the programme's parts; number 0 carries the tasks that stand under no heading."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="areas")
    number = models.PositiveSmallIntegerField()
    name = models.TextField()
    in_force = models.BooleanField(default=True)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name


class Task(models.Model):
    """A numbered row of the annex, or an adopted promise of the prose (`origin`). `spans` maps
    each cell to its [block, start, end).
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="tasks")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="tasks")
    number = models.PositiveIntegerField()
    name = models.TextField()
    period_text = models.TextField(blank=True)
    period_kind = models.CharField(max_length=16)
    start = models.DateField(null=True)
    end = models.DateField(null=True)
    scope = models.TextField(blank=True)
    target = models.TextField(blank=True)
    remark = models.TextField(blank=True)
    spans = models.JSONField(default=dict)
    origin = models.CharField(max_length=8, choices=Origin.choices, default=Origin.ANNEX)
    in_force = models.BooleanField(default=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "number"],
                condition=models.Q(in_force=True),
                name="task_programme_number",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class TaskOrganization(models.Model):
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="task_organizations")
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(max_length=16, choices=OrganizationRole.choices)
    printed = models.TextField()
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["task_id", "order"]

    def __str__(self) -> str:
        return self.printed


class Project(models.Model):
    """A named undertaking, one however many tasks name it. `names` are all ways it is written."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="projects")
    key = models.CharField(max_length=16)
    name = models.TextField()
    names = models.JSONField(default=list)
    sort = models.CharField(max_length=32, blank=True)
    category = models.CharField(max_length=16, choices=ProjectCategory.choices, blank=True)
    in_force = models.BooleanField(default=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """One atomic, checkable promise. Quantity fields are empty unless `kind` is quantity;
    `expected` is how many items a checklist counts where it names fewer.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="targets")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="targets")
    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, null=True, related_name="targets"
    )
    key = models.CharField(max_length=32)
    order = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=16, choices=TargetKind.choices)
    text = models.TextField()
    combine = models.CharField(max_length=8, choices=Combine.choices)
    effort = models.CharField(max_length=8, choices=Effort.choices)
    value = models.CharField(max_length=40, blank=True)
    upper = models.CharField(max_length=40, blank=True)
    unit = models.CharField(max_length=32, blank=True)
    printed_number = models.CharField(max_length=40, blank=True)
    printed_unit = models.CharField(max_length=32, blank=True)
    comparator = models.CharField(max_length=16, blank=True)
    measure = models.CharField(max_length=8, blank=True)
    curve = models.CharField(max_length=8, choices=Curve.choices, blank=True)
    plan_start = models.DateField(null=True)
    plan_end = models.DateField(null=True)
    expected = models.PositiveIntegerField(null=True)
    cadence = models.CharField(max_length=16, choices=Cadence.choices, default=Cadence.MONTH)
    spans = models.JSONField(default=list)
    in_force = models.BooleanField(default=True)

    class Meta:
        ordering = ["task__number", "order"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "key"],
                condition=models.Q(in_force=True),
                name="target_programme_key",
            )
        ]

    def __str__(self) -> str:
        return self.key


class Rung(models.Model):
    """One stage of a ladder, with the proof it needs and the date it is planned for."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="rungs")
    number = models.PositiveSmallIntegerField()
    name = models.TextField()
    proof = models.TextField(blank=True)
    planned = models.DateField(null=True)
    in_force = models.BooleanField(default=True)

    class Meta:
        ordering = ["target_id", "number"]

    def __str__(self) -> str:
        return self.name


class Item(models.Model):
    """One item of a checklist; each jurisdiction it binds is to reach it."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    name = models.TextField()
    proof = models.TextField(blank=True)
    in_force = models.BooleanField(default=True)

    class Meta:
        ordering = ["target_id", "number"]

    def __str__(self) -> str:
        return self.name


class Answer(models.Model):
    """Who answers for a target in a jurisdiction it binds; null: takes part, does not report."""

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="answers")
    jurisdiction = models.ForeignKey(
        "organizations.Jurisdiction", on_delete=models.PROTECT, related_name="+"
    )
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, null=True, related_name="answers"
    )

    class Meta:
        ordering = ["target_id", "jurisdiction__order"]
        constraints = [
            models.UniqueConstraint(
                fields=["target", "jurisdiction"], name="answer_target_jurisdiction"
            )
        ]

    def __str__(self) -> str:
        return f"{self.target_id} {self.jurisdiction_id}"
