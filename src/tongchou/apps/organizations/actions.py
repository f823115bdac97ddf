"""Registering jurisdictions and organizations, opening accounts, giving roles."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from tongchou.apps.audit.actions import log
from tongchou.domain.shared.findings import Refused

from .choices import OrganizationKind, Role
from .findings import LastAdministrator
from .models import Jurisdiction, Membership, Organization, User


@transaction.atomic
def register_jurisdiction(
    *, name: str, full_name: str = "", code: str = "", order: int = 0, by: User | None = None
) -> Jurisdiction:
    """Returns the registered jurisdiction of that name, registering it where it is new."""
    row = Jurisdiction.objects.filter(name=name).first()
    if row is not None:
        return row
    slug = code or f"j{Jurisdiction.objects.count() + 1}"
    row = Jurisdiction.objects.create(
        slug=slug, name=name, full_name=full_name or name, code=code, order=order
    )
    log(action="jurisdiction.register", by=by, object_kind="jurisdiction", after={"name": name})
    return row


@transaction.atomic
def register_organization(
    *,
    jurisdiction: Jurisdiction,
    name: str,
    kind: str = OrganizationKind.DEPARTMENT,
    function: str = "",
    by: User | None = None,
) -> Organization:
    """Returns the organization of that name in the jurisdiction, registering it where it is new."""
    row = Organization.objects.filter(jurisdiction=jurisdiction, name=name).first()
    if row is not None:
        return row
    row = Organization.objects.create(
        jurisdiction=jurisdiction, name=name, kind=kind, function=function
    )
    log(
        action="organization.register",
        by=by,
        object_kind="organization",
        object_uuid=row.uuid,
        after={"name": name, "jurisdiction": jurisdiction.name, "kind": str(kind)},
    )
    return row


@transaction.atomic
def open_account(
    *, login: str, name: str, password: str | None, demo: bool = False, by: User | None = None
) -> User:
    """Opens an account; without a password it can only be entered as a demo account."""
    user = User(login=login, name=name, demo=demo)
    if password is None:
        user.set_unusable_password()
    else:
        user.set_password(password)
    user.save()
    log(
        action="account.open",
        by=by,
        object_kind="user",
        object_uuid=user.uuid,
        after={"login": login, "name": name},
    )
    return user


@transaction.atomic
def give_role(
    *,
    user: User,
    role: str,
    programme: UUID | None = None,
    organization: Organization | None = None,
    jurisdiction: Jurisdiction | None = None,
    by: User | None = None,
) -> Membership:
    """Raises ValueError where a liaison has no organization or a reviewer no jurisdiction."""
    if (role == Role.LIAISON) != (organization is not None):
        raise ValueError("a liaison, and only a liaison, has an organization")
    if (role == Role.REVIEWER) != (jurisdiction is not None):
        raise ValueError("a reviewer, and only a reviewer, has a jurisdiction")
    row = Membership.objects.create(
        user=user,
        role=role,
        programme=programme,
        organization=organization,
        jurisdiction=jurisdiction,
        created_at=timezone.now(),
    )
    user.__dict__.pop("held", None)
    log(
        action="role.give",
        by=by,
        programme=programme,
        object_kind="membership",
        object_uuid=row.uuid,
        after={
            "user": user.login,
            "role": str(role),
            "organization": organization.name if organization else None,
            "jurisdiction": jurisdiction.name if jurisdiction else None,
        },
    )
    return row


@transaction.atomic
def end_role(*, membership: Membership, by: User) -> None:
    """Ends a role from now on; what was done in it stays on record.

    Raises Refused where nobody would be left to administer this instance.
    """
    row = Membership.objects.select_for_update().get(pk=membership.pk)
    if row.ended_at is not None:
        return
    others = Membership.objects.filter(role=Role.ADMINISTRATOR, ended_at=None).exclude(pk=row.pk)
    if row.role == Role.ADMINISTRATOR and not others.filter(user__is_active=True).exists():
        raise Refused([LastAdministrator(name=row.user.name)])
    row.ended_at = timezone.now()
    row.save(update_fields=["ended_at"])
    log(
        action="role.end",
        by=by,
        programme=row.programme,
        object_kind="membership",
        object_uuid=row.uuid,
        before={"user": row.user.login, "role": row.role},
    )


@transaction.atomic
def change_password(*, user: User, password: str) -> None:
    """The person's own change; other sessions of the account end with it."""
    user.set_password(password)
    user.save(update_fields=["password"])
    log(action="account.password", by=user, object_kind="user", object_uuid=user.uuid)
