"""The fixed cast of every test: who exists, and how each comes to the pages.

Three equal jurisdictions; in each a liaison of one department and a reviewer; one coordinator of
the joint office, one leader, one administrator, and a stranger who has an account and no role.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from tongchou.apps.organizations import actions
from tongchou.apps.organizations.choices import Role

if TYPE_CHECKING:
    from pytest_django import Settings

    from tongchou.apps.organizations.models import Jurisdiction, Organization, User

PASSWORD = "correct-horse-battery"
BACKEND = "django.contrib.auth.backends.ModelBackend"
JURISDICTIONS = {
    "万州": ("万州区", "500101", "万州区农业农村委"),
    "达州": ("达州市", "511700", "达州市农业农村局"),
    "开州": ("开州区", "500154", "开州区农业农村委"),
}
"""Short name → (full name, code, the department whose liaison is in the cast)."""


@dataclass(frozen=True)
class Cast:
    """Dictionaries are keyed by the short name of the jurisdiction."""

    coordinator: User
    leader: User
    administrator: User
    stranger: User
    liaison: dict[str, User]
    reviewer: dict[str, User]
    jurisdiction: dict[str, Jurisdiction]
    organization: dict[str, Organization]

    def everyone(self) -> dict[str, User]:
        """Every member by a name for tables: `liaison 万州`, `coordinator`, …"""
        alone = {
            "coordinator": self.coordinator,
            "leader": self.leader,
            "administrator": self.administrator,
            "stranger": self.stranger,
        }
        liaisons = {f"liaison {name}": user for name, user in self.liaison.items()}
        return alone | liaisons | {f"reviewer {name}": u for name, u in self.reviewer.items()}


def account(login: str, name: str) -> User:
    return actions.open_account(login=login, name=name, password=PASSWORD)


def liaison_of(organization: Organization, login: str, name: str = "") -> User:
    """Another liaison than the cast's: of the organization given."""
    user = account(login, name or f"{organization.name}联络员")
    actions.give_role(user=user, role=Role.LIAISON, organization=organization)
    return user


def make_cast() -> Cast:
    liaisons, reviewers, jurisdictions, organizations = {}, {}, {}, {}
    for order, (name, (full, code, department)) in enumerate(JURISDICTIONS.items(), start=1):
        jurisdiction = actions.register_jurisdiction(
            name=name, full_name=full, code=code, order=order
        )
        organization = actions.register_organization(jurisdiction=jurisdiction, name=department)
        jurisdictions[name], organizations[name] = jurisdiction, organization
        liaisons[name] = liaison_of(organization, f"liaison-{code}", f"{name}联络员")
        reviewers[name] = account(f"reviewer-{code}", f"{name}审核员")
        actions.give_role(user=reviewers[name], role=Role.REVIEWER, jurisdiction=jurisdiction)
    people = {
        "coordinator": account("coordinator", "统筹员"),
        "leader": account("leader", "领导"),
        "administrator": account("administrator", "管理员"),
    }
    for role, user in people.items():
        actions.give_role(user=user, role=role)
    return Cast(
        **people,
        stranger=account("stranger", "外人"),
        liaison=liaisons,
        reviewer=reviewers,
        jurisdiction=jurisdictions,
        organization=organizations,
    )


def signed_in(user: User) -> Client:
    """A client of this person; it passes the form token check as a browser would."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


@pytest.fixture(autouse=True)
def data_directory(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files and keys of a test lie in a folder of its own; passwords are hashed cheaply."""
    settings.TONGCHOU_DATA = tmp_path_factory.mktemp("data")
    settings.TONGCHOU_SIGNING_KEY = settings.TONGCHOU_DATA / "keys" / "heads.key"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return settings.TONGCHOU_DATA


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def coordinator(cast: Cast) -> User:
    return cast.coordinator


@pytest.fixture
def leader(cast: Cast) -> User:
    return cast.leader


@pytest.fixture
def administrator(cast: Cast) -> User:
    return cast.administrator


@pytest.fixture
def stranger(cast: Cast) -> User:
    return cast.stranger


@pytest.fixture
def anonymous() -> Client:
    return Client()
