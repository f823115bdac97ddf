"""Who may do what, and the registry of organizations."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from .choices import Role
from .models import Jurisdiction, Membership, User


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person may do in one programme. Sets hold primary keys."""

    coordinator: bool = False
    leader: bool = False
    administrator: bool = False
    organizations: frozenset[int] = frozenset()
    jurisdictions: frozenset[int] = frozenset()

    @property
    def liaison(self) -> bool:
        return bool(self.organizations)

    @property
    def reviewer(self) -> bool:
        return bool(self.jurisdictions)


def memberships_of(user: object) -> list[Membership]:
    """The memberships in force; read once per user object (that is, once per request)."""
    return user.held if isinstance(user, User) else []


def standing(user: object, programme: UUID | None) -> Standing:
    """The person's standing in a programme; `None` asks for the roles that hold everywhere."""
    held = [m for m in memberships_of(user) if m.programme is None or m.programme == programme]
    roles = {m.role for m in held}
    return Standing(
        coordinator=Role.COORDINATOR in roles,
        leader=Role.LEADER in roles,
        administrator=Role.ADMINISTRATOR in roles,
        organizations=frozenset(
            m.organization_id for m in held if m.role == Role.LIAISON and m.organization_id
        ),
        jurisdictions=frozenset(
            m.jurisdiction_id for m in held if m.role == Role.REVIEWER and m.jurisdiction_id
        ),
    )


def programme_uuids_of(user: object) -> set[UUID] | None:
    """The programmes in which the person has a role; `None` means every one of this instance.

    An administrator installs and manages people; that role alone shows no programme.
    """
    held = [m for m in memberships_of(user) if m.role != Role.ADMINISTRATOR]
    if any(m.programme is None for m in held):
        return None
    return {m.programme for m in held if m.programme is not None}


def coordinators_of(programme: UUID) -> list[User]:
    """Whom to ask about a programme."""
    roles = Membership.objects.filter(role=Role.COORDINATOR, ended_at=None, user__is_active=True)
    held = roles.filter(Q(programme=programme) | Q(programme=None)).select_related("user")
    return list(dict.fromkeys(membership.user for membership in held))


def accounts() -> QuerySet[User]:
    """Every account with its roles, past ones included, newest account last."""
    roles = Membership.objects.select_related("organization__jurisdiction", "jurisdiction")
    return User.objects.prefetch_related(Prefetch("memberships", roles)).order_by("id")


def demo_accounts() -> list[User]:
    """The accounts that may be entered in one click, where this instance is a demonstration."""
    return list(accounts().filter(demo=True, is_active=True))


def jurisdiction_of(user: User) -> Jurisdiction | None:
    """Where the person works: of a liaison's organization or a reviewer's jurisdiction."""
    for membership in user.held:
        if membership.organization is not None:
            return membership.organization.jurisdiction
        if membership.jurisdiction is not None:
            return membership.jurisdiction
    return None


def by_jurisdiction(users: Iterable[User]) -> list[tuple[Jurisdiction | None, list[User]]]:
    """The joint office first, then each jurisdiction in its order; people by their first role."""
    groups: dict[Jurisdiction | None, list[User]] = {}
    for user in sorted(users, key=_role_order):
        groups.setdefault(jurisdiction_of(user), []).append(user)
    return sorted(groups.items(), key=lambda group: group[0].order if group[0] else -1)


def _role_order(user: User) -> int:
    return min((Role.values.index(m.role) for m in user.held), default=len(Role.values))
