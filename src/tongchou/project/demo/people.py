"""The demo's cast: accounts without a password, entered in one click where they are offered."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from tongchou.apps.organizations.actions import give_role, open_account
from tongchou.apps.organizations.choices import Role

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import Jurisdiction, Organization, User

LATIN = {"万州": "wanzhou", "达州": "dazhou", "开州": "kaizhou", "云阳": "yunyang"}


@dataclass(frozen=True, slots=True)
class Office:
    """Who works for the whole instance."""

    administrator: "User"
    coordinator: "User"
    leader: "User"


@dataclass(frozen=True, slots=True)
class Field:
    """Liaisons by their organization's key, reviewers by their jurisdiction's key."""

    liaisons: Mapping[int, "User"]
    reviewers: Mapping[int, "User"]


def open_office() -> Office:
    administrator = open_account(
        login="administrator", name="系统管理员（演示）", password=None, demo=True
    )
    give_role(user=administrator, role=Role.ADMINISTRATOR, by=administrator)
    others = {}
    for role, name in (
        (Role.COORDINATOR, "联合办公室统筹员（演示）"),
        (Role.LEADER, "领导（演示）"),
    ):
        others[role] = open_account(
            login=str(role), name=name, password=None, demo=True, by=administrator
        )
        give_role(user=others[role], role=role, by=administrator)
    return Office(administrator, others[Role.COORDINATOR], others[Role.LEADER])


def open_field(
    *, programme: UUID, organizations: Mapping["Organization", int], by: "User"
) -> Field:
    """A liaison of every organization and a reviewer of every jurisdiction that has one.

    `organizations` counts the targets each answers for; the login page offers, for every
    jurisdiction, the liaison of the organization that answers for most.
    """
    jurisdictions = {row.jurisdiction_id: row.jurisdiction for row in organizations}
    offered = {
        jurisdiction: max(
            (row for row in organizations if row.jurisdiction_id == jurisdiction),
            key=lambda row: (organizations[row], -row.pk),
        ).pk
        for jurisdiction in jurisdictions
    }
    reviewers = {
        key: _reviewer(row, programme, by)
        for key, row in sorted(jurisdictions.items(), key=lambda item: item[1].order)
    }
    numbers: Counter[int] = Counter()
    liaisons = {}
    for row in sorted(organizations, key=lambda row: row.pk):
        numbers[row.jurisdiction_id] += 1
        shown = offered[row.jurisdiction_id] == row.pk
        login = f"liaison-{latin(row.jurisdiction)}"
        if not shown:
            login += f"-{numbers[row.jurisdiction_id]:02d}"
        liaisons[row.pk] = _liaison(row, login, programme, by, offered=shown)
    return Field(liaisons, reviewers)


def latin(jurisdiction: "Jurisdiction") -> str:
    return LATIN.get(jurisdiction.name, jurisdiction.slug)


def _reviewer(row: "Jurisdiction", programme: UUID, by: "User") -> "User":
    user = open_account(
        login=f"reviewer-{latin(row)}", name=f"{row.name}审核员（演示）", password=None, demo=True,
        by=by,
    )  # fmt: skip
    give_role(user=user, role=Role.REVIEWER, programme=programme, jurisdiction=row, by=by)
    return user


def _liaison(
    row: "Organization", login: str, programme: UUID, by: "User", *, offered: bool
) -> "User":
    user = open_account(
        login=login, name=f"{row.name}联络员（演示）", password=None, demo=offered, by=by
    )
    give_role(user=user, role=Role.LIAISON, programme=programme, organization=row, by=by)
    return user
