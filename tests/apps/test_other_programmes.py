"""A role in one programme opens nothing of another, whatever address is tried."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.apps.reports.world import IN_APRIL, PDF, World, build
from tests.cast import Cast, account, signed_in
from tongchou.apps.organizations.actions import give_role
from tongchou.apps.organizations.choices import Role
from tongchou.apps.reports.actions import add_evidence

NOT_FOUND = 404
MINE, OTHERS = "joint", "other"


@pytest.fixture
def world(cast: Cast) -> World:
    return build(cast, slug=MINE)


@pytest.fixture
def other(cast: Cast, world: World) -> World:
    """A second programme of the same departments."""
    return build(cast, slug=OTHERS)


def member(other: World, role: str, cast: Cast) -> Client:
    user = account(f"guest-{role}", role)
    organization = cast.organization["万州"] if role == Role.LIAISON else None
    jurisdiction = cast.jurisdiction["万州"] if role == Role.REVIEWER else None
    give_role(
        user=user,
        role=role,
        programme=other.programme.uuid,
        organization=organization,
        jurisdiction=jurisdiction,
    )
    return signed_in(user)


def addresses(world: World, slug: str) -> list[str]:
    report, by = world.report(), world.cast.liaison["万州"]
    proof = add_evidence(
        report=report, target=world.targets()[0].uuid, data=PDF, name="a.pdf", by=by, on=IN_APRIL
    )
    submission = world.submit(world.report())
    own = [
        ("reports:report", report.uuid),
        ("reports:evidence", report.uuid, proof.uuid),
        ("reports:submission", submission.uuid),
        ("reports:period", world.april.uuid),
        ("reviews:review", report.uuid),
    ]
    return [reverse(name, args=[slug, *rest]) for name, *rest in own]


def general(slug: str) -> list[str]:
    names = ("reports:periods", "reports:due", "reviews:queue", "assessments:runs")
    pages = [*names, "publications:overview", "publications:editions", "programmes:confirm"]
    return [reverse(name, args=[slug]) for name in pages]


@pytest.mark.parametrize("role", [r for r in Role.values if r != Role.ADMINISTRATOR])
def test_a_role_in_another_programme_opens_nothing_here(
    world: World, other: World, cast: Cast, role: str
) -> None:
    client = member(other, role, cast)
    for slug in (MINE, OTHERS):  # the second: this programme's rows under the other's address
        for address in addresses(world, slug) if slug == MINE else _again(world, slug):
            assert client.get(address).status_code == NOT_FOUND, address
            assert client.post(address, {"action": "approve"}).status_code in {404, 405}, address
    for address in general(MINE):
        assert client.get(address).status_code == NOT_FOUND, address
        assert client.post(address).status_code in {404, 405}, address
    world.april.refresh_from_db()
    assert world.report().state == "submitted"


def _again(world: World, slug: str) -> list[str]:
    report = world.report()
    submission = report.submissions.get()
    proof = report.evidence.get()
    return [
        reverse("reports:report", args=[slug, report.uuid]),
        reverse("reports:evidence", args=[slug, report.uuid, proof.uuid]),
        reverse("reports:submission", args=[slug, submission.uuid]),
        reverse("reports:period", args=[slug, world.april.uuid]),
        reverse("reviews:review", args=[slug, report.uuid]),
    ]
