"""Sending the report form as a browser does."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.apps.reports.world import World
from tongchou.apps.reports.models import Report


def address(world: World, report: Report) -> str:
    return reverse("reports:report", args=[world.programme.slug, report.uuid])


def fields(world: World, value: str = "2", rung: int = 1, **more: Any) -> dict[str, Any]:
    """Every field of the form, filled soundly, as a browser sends them."""
    sent: dict[str, Any] = {"version": str(world.report().version)}
    for target in world.targets():
        name = target.uuid.hex
        sent |= {f"words-{name}": "", f"problems-{name}": ""}
        if target.kind == "quantity":
            sent |= {f"value-{name}": value, f"unit-{name}": "万亩"}
        else:
            reached = target.rungs.all()[rung - 1].uuid
            sent |= {f"rung-{name}": str(reached), f"day-{name}": "2023-03-20"}
    return sent | more


def first(world: World, part: str) -> str:
    return f"{part}-{world.targets()[0].uuid.hex}"


def post(client: Client, world: World, action: str, **sent: Any) -> HttpResponse:
    data = {**(fields(world) | sent), "action": action}
    return client.post(address(world, world.report()), data)


def post_submit(client: Client, world: World) -> HttpResponse:
    report = world.report()
    return client.post(address(world, report), {"version": report.version, "action": "submit"})
