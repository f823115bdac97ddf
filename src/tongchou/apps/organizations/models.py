"""Jurisdictions, organizations, people and their roles; one registry for all programmes."""

from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.functional import cached_property

from .choices import OrganizationKind, Role


class Jurisdiction(models.Model):
    """A government that takes part; equal to the others."""

    slug = models.SlugField(max_length=32, unique=True)
    name = models.CharField(max_length=32, unique=True)
    full_name = models.CharField(max_length=64)
    code = models.CharField(max_length=6, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name


class Organization(models.Model):
    """An organ that answers for something; belongs to a jurisdiction."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    jurisdiction = models.ForeignKey(
        Jurisdiction, on_delete=models.PROTECT, related_name="organizations"
    )
    name = models.CharField(max_length=128)
    kind = models.CharField(
        max_length=16, choices=OrganizationKind.choices, default=OrganizationKind.DEPARTMENT
    )
    function = models.CharField(max_length=32, blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        ordering = ["jurisdiction__order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "name"], name="organization_jurisdiction_name"
            )
        ]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(login=username)


class User(AbstractBaseUser):
    """A person with an account; what the person may do lies in the memberships."""

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    login = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=64)
    is_active = models.BooleanField(default=True)
    demo = models.BooleanField(default=False)
    must_change = models.BooleanField(default=False)
    """Somebody else knows the password: it is changed before anything else is done."""

    objects = UserManager()

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def held(self) -> list["Membership"]:
        """The memberships in force, read once per object; none of a closed account."""
        if not self.is_active:
            return []
        rows = self.memberships.filter(ended_at=None)
        return list(rows.select_related("organization__jurisdiction", "jurisdiction"))

    @property
    def is_administrator(self) -> bool:
        """Whether the person administers this instance (reads the audit record, manages people)."""
        return any(membership.role == Role.ADMINISTRATOR for membership in self.held)


class Membership(models.Model):
    """A role of a person: in one programme, or in all of this instance where `programme` is null.

    A liaison has an organization, a reviewer a jurisdiction; the other roles have neither.
    The programme is held as its UUID because programmes are a later app.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role.choices)
    programme = models.UUIDField(null=True, db_index=True)
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, null=True)
    jurisdiction = models.ForeignKey(Jurisdiction, on_delete=models.PROTECT, null=True)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"
