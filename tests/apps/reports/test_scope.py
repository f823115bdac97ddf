"""Who sees which report: role by page, before and after each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from tests.apps.reports.world import IN_APRIL, World, build
from tests.cast import account, signed_in
from tongchou.apps.organizations.actions import give_role
from tongchou.apps.organizations.choices import Role
from tongchou.apps.reports.actions import correct
from tongchou.apps.reports.models import Report, Submission
from tongchou.apps.reviews.actions import approve, return_report

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User

DRAFT = {"liaison 万州"}
SUBMITTED = DRAFT | {"reviewer 万州", "coordinator"}
APPROVED = SUBMITTED | {"leader"}


def seeing(world: World, report: Report) -> set[str]:
    """Who gets the page of a report; everyone else gets 404."""
    where = reverse("reports:report", args=["joint", report.uuid])
    statuses = {
        name: signed_in(user).get(where).status_code for name, user in world.cast.everyone().items()
    }
    assert set(statuses.values()) <= {200, 404}
    return {name for name, status in statuses.items() if status == 200}


def test_a_draft_is_its_liaisons_own_until_it_is_submitted(world: World) -> None:
    report = world.report("万州")
    assert seeing(world, report) == DRAFT
    world.fill(report)
    assert seeing(world, report) == DRAFT
    world.submit(world.report("万州"))
    assert seeing(world, report) == SUBMITTED


def test_what_was_submitted_stays_in_sight_when_it_is_returned(world: World) -> None:
    report = world.report("万州")
    world.submit(report)
    return_report(report=report, reason="核实", by=world.reviewer(report), on=IN_APRIL)
    assert seeing(world, report) == SUBMITTED


def test_a_leader_sees_what_was_approved_also_while_it_is_corrected(world: World) -> None:
    report = world.report("万州")
    world.approve(report, value="2")
    assert seeing(world, report) == APPROVED
    report = world.report("万州")
    correct(report=report, by=world.liaison(report), on=IN_APRIL)
    world.submit(world.report("万州"), value="9.87")
    assert seeing(world, report) == APPROVED
    where = reverse("reports:report", args=["joint", report.uuid])
    leader = signed_in(world.cast.leader).get(where).content.decode()
    reviewer = signed_in(world.cast.reviewer["万州"]).get(where).content.decode()
    assert "9.87" not in leader
    assert "9.87" in reviewer


def test_a_draft_that_corrects_is_not_shown_to_others(world: World) -> None:
    report = world.report("万州")
    world.approve(report, value="2")
    correct(report=world.report("万州"), by=world.liaison(report), on=IN_APRIL)
    world.fill(world.report("万州"), value="9.87")
    where = reverse("reports:report", args=["joint", report.uuid])
    for user in (world.cast.reviewer["万州"], world.cast.coordinator, world.cast.leader):
        assert "9.87" not in signed_in(user).get(where).content.decode()


@pytest.mark.parametrize("decided", ["waiting", "returned", "approved"])
def test_who_sees_a_submission(world: World, decided: str) -> None:
    report = world.report("万州")
    submission = world.submit(report)
    if decided == "approved":
        approve(report=report, by=world.reviewer(report), on=IN_APRIL)
    if decided == "returned":
        return_report(report=report, reason="核实", by=world.reviewer(report), on=IN_APRIL)
    where = reverse("reports:submission", args=["joint", submission.uuid])
    seen = {
        name
        for name, user in world.cast.everyone().items()
        if signed_in(user).get(where).status_code == 200
    }
    assert seen == (APPROVED if decided == "approved" else SUBMITTED)


def test_only_the_liaison_may_send_a_form(world: World) -> None:
    report = world.report("万州")
    world.submit(report)
    where = reverse("reports:report", args=["joint", report.uuid])
    for name, user in world.cast.everyone().items():
        status = signed_in(user).post(where, {"action": "save"}).status_code
        assert status == (302 if name == "liaison 万州" else 404), name
    assert Submission.objects.count() == 1


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("due", {"liaison 万州", "liaison 达州", "liaison 开州"}),
        ("periods", {"coordinator"}),
        ("period", {"coordinator"}),
    ],
)
def test_who_opens_the_lists(world: World, page: str, seen: set[str]) -> None:
    args = ["joint", world.april.uuid] if page == "period" else ["joint"]
    where = reverse(f"reports:{page}", args=args)
    for name, user in world.cast.everyone().items():
        assert signed_in(user).get(where).status_code == (200 if name in seen else 404), name
        if page != "due" and name not in seen:
            assert signed_in(user).post(where, {}).status_code == 404, name


def member(world: World, role: str, **where: object) -> User:
    """Someone whose role holds in another programme only."""
    user = account(f"elsewhere-{role}", "别处")
    other = build(world.cast, slug="other").programme
    give_role(user=user, role=role, programme=other.uuid, **where)
    return user


@pytest.mark.parametrize("role", [Role.LIAISON, Role.REVIEWER, Role.COORDINATOR, Role.LEADER])
def test_a_role_in_another_programme_shows_nothing_here(world: World, role: str) -> None:
    place: dict[str, object] = {}
    if role == Role.LIAISON:
        place["organization"] = world.cast.organization["万州"]
    if role == Role.REVIEWER:
        place["jurisdiction"] = world.cast.jurisdiction["万州"]
    world.approve(world.report("万州"))
    user = member(world, role, **place)
    here = Report.objects.filter(programme=world.programme)
    assert not here.visible_to(user).exists()
    assert not here.writable_by(user).exists()
    assert not Submission.objects.visible_to(user).exists()


def test_a_report_is_not_found_under_another_programme(world: World) -> None:
    build(world.cast, slug="other")
    report = world.report("万州")
    where = reverse("reports:report", args=["other", report.uuid])
    assert signed_in(world.liaison(report)).get(where).status_code == 404
