"""Queries a page may use, however many rows it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.apps.reports.world import IN_APRIL, World, build
from tests.cast import Cast, signed_in
from tongchou.apps.reports.actions import submit

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User

BUDGETS = {"due": 6, "form": 10, "sealed": 10, "periods": 6, "period": 6, "queue": 6, "review": 10}
SIZES = (5, 40)


@pytest.fixture(params=SIZES)
def large(request: pytest.FixtureRequest, cast: Cast) -> World:
    return build(cast, targets=request.param)


def addresses(world: World) -> dict[str, tuple[User, str]]:
    submitted, due = world.report("万州"), world.report("达州")
    cast = world.cast
    return {
        "due": (cast.liaison["万州"], reverse("reports:due", args=["joint"])),
        "form": (cast.liaison["达州"], reverse("reports:report", args=["joint", due.uuid])),
        "sealed": (cast.liaison["万州"], reverse("reports:report", args=["joint", submitted.uuid])),
        "periods": (cast.coordinator, reverse("reports:periods", args=["joint"])),
        "period": (cast.coordinator, reverse("reports:period", args=["joint", world.april.uuid])),
        "queue": (cast.reviewer["万州"], reverse("reviews:queue", args=["joint"])),
        "review": (
            cast.reviewer["万州"],
            reverse("reviews:review", args=["joint", submitted.uuid]),
        ),
    }


@pytest.mark.parametrize("page", BUDGETS)
def test_a_page_stays_within_its_queries(large: World, page: str) -> None:
    for place in ("万州", "达州"):
        large.approve(large.report(place, large.baseline))
    large.submit(large.report("万州"))
    large.fill(large.report("达州"))
    user, address = addresses(large)[page]
    client = signed_in(user)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    statements = [query["sql"] for query in queries]
    assert len(statements) <= BUDGETS[page], "\n".join(statements)


def counted(act: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as queries:
        act()
    return len(queries)


def test_writing_does_not_grow_with_the_targets(cast: Cast) -> None:
    used = []
    assert all(user.held for user in cast.liaison.values()), "read once per person"
    for size in SIZES:
        world = build(cast, targets=size, slug=f"size-{size}")
        report = world.report()
        saved = counted(lambda world=world, report=report: world.fill(report))
        submitted = counted(
            lambda world=world, report=report: submit(
                report=report, by=world.liaison(report), on=IN_APRIL
            )
        )
        used.append((saved, submitted))
    assert used[0] == used[1]
