"""Who may do what, and the registry of organizations."""

from dataclasses import dataclass
from uuid import UUID

from .choices import Role
from .models import Jurisdiction, Membership, Organization, User


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
    if not isinstance(user, User) or not user.is_active:
        return []
    held = getattr(user, "_memberships", None)
    if held is None:
        held = list(user.memberships.filter(ended_at=None))
        user._memberships = held  # type: ignore[attr-defined]
    return held


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


def jurisdictions_by_name() -> dict[str, Jurisdiction]:
    return {jurisdiction.name: jurisdiction for jurisdiction in Jurisdiction.objects.all()}


def organizations_by_name() -> dict[tuple[str, str], Organization]:
    """Keyed by (jurisdiction name, organization name)."""
    rows = Organization.objects.select_related("jurisdiction")
    return {(row.jurisdiction.name, row.name): row for row in rows}
