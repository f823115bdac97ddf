"""Registering jurisdictions and organizations, opening accounts, giving roles."""

from typing import Any
from uuid import UUID

from axes.utils import reset as forget_failures
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from tongchou.apps.audit.actions import log
from tongchou.domain.shared.findings import Refused

from .choices import OrganizationKind, Role
from .findings import AccountClosed, LastAdministrator, PasswordNotReset, RoleHeld
from .models import Jurisdiction, Membership, Organization, User
from .passwords import made_password


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
    *,
    login: str,
    name: str,
    password: str | None,
    demo: bool = False,
    must_change: bool = False,
    by: User | None = None,
) -> User:
    """Opens an account; without a password it can only be entered as a demo account.

    `must_change`: the password is not the person's own yet, so it is changed at the first sign-in.
    """
    user = User(login=login, name=name, demo=demo, must_change=must_change)
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
    """Gives a role in one programme, in all of this instance with `None`.

    Raises ValueError where a liaison has no organization, a reviewer no jurisdiction, or an
    administrator a programme; Refused where the account is closed or holds the role already.
    """
    _check_place(role, programme, organization, jurisdiction)
    place: dict[str, Any] = {"organization": organization, "jurisdiction": jurisdiction}
    if not _locked(user).is_active:
        raise Refused([AccountClosed(name=user.name)])
    alike = user.memberships.filter(role=role, ended_at=None, **place)
    if alike.filter(Q(programme=None) | Q(programme=programme)).exists():
        raise Refused([RoleHeld(name=user.name)])
    row = Membership.objects.create(
        user=user, role=role, programme=programme, created_at=timezone.now(), **place
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


def _check_place(
    role: str,
    programme: UUID | None,
    organization: Organization | None,
    jurisdiction: Jurisdiction | None,
) -> None:
    if (role == Role.LIAISON) != (organization is not None):
        raise ValueError("a liaison, and only a liaison, has an organization")
    if (role == Role.REVIEWER) != (jurisdiction is not None):
        raise ValueError("a reviewer, and only a reviewer, has a jurisdiction")
    if role == Role.ADMINISTRATOR and programme is not None:
        raise ValueError("an administrator administers the whole instance, no programme only")


@transaction.atomic
def end_role(*, membership: Membership, by: User) -> None:
    """Ends a role from now on; what was done in it stays on record.

    Raises Refused where nobody would be left to administer this instance.
    """
    administering = _administering()
    row = Membership.objects.select_for_update().get(pk=membership.pk)
    if row.ended_at is not None:
        return
    if row.role == Role.ADMINISTRATOR and not administering.exclude(pk=row.pk).exists():
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
    user.must_change = False
    user.save(update_fields=["password", "must_change"])
    log(action="account.password", by=user, object_kind="user", object_uuid=user.uuid)


@transaction.atomic
def reset_password(*, user: User, by: User) -> str:
    """Sets a password that the system makes and returns it: it is kept nowhere but as a digest.

    Sessions of the account end, failed attempts are forgotten, and the person changes it at the
    next sign-in. Raises Refused for one's own account (whoever finds it open could take it), a
    demonstration account, and a closed one.
    """
    row = _locked(user)
    if row.demo or row == by:
        raise Refused([PasswordNotReset(name=row.name)])
    if not row.is_active:
        raise Refused([AccountClosed(name=row.name)])
    password = made_password()
    row.set_password(password)
    row.must_change = True
    row.save(update_fields=["password", "must_change"])
    forget_failures(username=row.login)
    log(
        action="account.password.reset",
        by=by,
        object_kind="user",
        object_uuid=row.uuid,
        after={"user": row.login},
    )
    return password


@transaction.atomic
def close_account(*, user: User, by: User) -> None:
    """Nobody signs in with it from now on, and its sessions end; its roles and deeds stay.

    Raises Refused where nobody would be left to administer this instance.
    """
    administering = _administering()
    row = _locked(user)
    if not row.is_active:
        return
    mine = administering.filter(user=row)
    if mine.exists() and not administering.exclude(user=row).exists():
        raise Refused([LastAdministrator(name=row.name)])
    _set_active(row, False, action="account.close", by=by)


@transaction.atomic
def reopen_account(*, user: User, by: User) -> None:
    """The roles that were not ended hold again."""
    row = _locked(user)
    if not row.is_active:
        _set_active(row, True, action="account.reopen", by=by)


def _set_active(row: User, active: bool, *, action: str, by: User) -> None:
    row.is_active = active
    row.save(update_fields=["is_active"])
    log(action=action, by=by, object_kind="user", object_uuid=row.uuid, after={"user": row.login})


def _locked(user: User) -> User:
    return User.objects.select_for_update().get(pk=user.pk)


def _administering() -> QuerySet[Membership]:
    """The roles by which this instance is administered.

    They are locked until the transaction ends, so that two administrators who remove each other
    at one moment do not both succeed.
    """
    held = Membership.objects.filter(role=Role.ADMINISTRATOR, ended_at=None)
    list(held.order_by("pk").select_for_update())
    return held.filter(user__is_active=True)
