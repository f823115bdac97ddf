"""An action that breaks at its last step leaves every table as it was, and can be done again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NoReturn

import pytest
from django.apps import apps

from tests.apps.assessments.world import SEPTEMBER
from tests.apps.reports.world import IN_APRIL, PDF, World, build
from tests.cast import Cast
from tests.programmes_cast import draft_reading, make_draft, make_programme
from tongchou.apps.assessments.actions import assess
from tongchou.apps.programmes.actions import confirm_programme, confirm_task
from tongchou.apps.publications.actions import publish
from tongchou.apps.reports.actions import add_evidence, correct, open_period, save_draft, submit
from tongchou.apps.reviews.actions import approve, return_report

Act = Callable[[], object]
LEFT_OUT = {"contenttypes", "sessions", "axes", "auth"}


class Broken(Exception):
    pass


def breaks(*_arguments: object, **_named: object) -> NoReturn:
    raise Broken


def rows() -> dict[str, list[str]]:
    return {
        model._meta.label: sorted(map(str, model._default_manager.values_list()))
        for model in apps.get_models()
        if model._meta.app_label not in LEFT_OUT
    }


@pytest.fixture
def world(cast: Cast) -> World:
    return build(cast)


def saving(world: World) -> Act:
    entries = world.entries()
    return lambda: save_draft(
        report=world.report(), entries=entries, by=world.cast.liaison["万州"], on=IN_APRIL
    )


def submitting(world: World) -> Act:
    world.fill(world.report())
    return lambda: submit(report=world.report(), by=world.cast.liaison["万州"], on=IN_APRIL)


def correcting(world: World) -> Act:
    world.approve(world.report())
    return lambda: correct(report=world.report(), by=world.cast.liaison["万州"], on=IN_APRIL)


def approving(world: World) -> Act:
    world.submit(world.report())
    return lambda: approve(report=world.report(), by=world.cast.reviewer["万州"], on=IN_APRIL)


def returning(world: World) -> Act:
    world.submit(world.report())
    reviewer = world.cast.reviewer["万州"]
    return lambda: return_report(report=world.report(), reason="核实", by=reviewer, on=IN_APRIL)


def attaching(world: World) -> Act:
    target, by = world.targets()[0].uuid, world.cast.liaison["万州"]
    return lambda: add_evidence(
        report=world.report(), target=target, data=PDF, name="a.pdf", by=by, on=IN_APRIL
    )


def opening(world: World) -> Act:
    names = ("start", "end", "opens", "due", "closes")
    days = (date(2023, 5, day) for day in (1, 31, 20, 25, 31))
    dates = dict(zip(names, days, strict=True))
    by = world.cast.coordinator
    return partial(open_period, programme=world.programme, kind="month", by=by, **dates)


def taking(world: World) -> Act:
    return lambda: make_draft(world.cast)


def confirming(world: World) -> Act:
    by = world.cast.coordinator
    programme = make_draft(world.cast)
    for task in draft_reading(programme).tasks:
        confirm_task(programme=programme, task=task.number, by=by)
    return lambda: confirm_programme(programme=programme, by=by)


def assessing(world: World) -> Act:
    programme, by = make_programme(world.cast), world.cast.coordinator
    return lambda: assess(programme=programme, as_of=SEPTEMBER, by=by)


def publishing(world: World) -> Act:
    programme, by = make_programme(world.cast), world.cast.coordinator
    run = assess(programme=programme, as_of=SEPTEMBER, by=by)
    return lambda: publish(programme=programme, run=run, by=by)


ACTIONS = {
    saving: "reports.guards.log",
    submitting: "reports.guards.log",
    correcting: "reports.guards.log",
    approving: "reviews.actions.rows_of",
    returning: "reviews.actions.log",
    attaching: "reports.guards.log",
    opening: "reports.periods.log",
    taking: "programmes.drafting.log",
    confirming: "programmes.sealing.log",
    assessing: "assessments.actions.log",
    publishing: "publications.actions.log",
}


@pytest.mark.parametrize("prepare", ACTIONS)
def test_what_breaks_leaves_nothing(
    world: World, prepare: Callable[[World], Act], monkeypatch: pytest.MonkeyPatch
) -> None:
    act, before = prepare(world), rows()
    with monkeypatch.context() as broken:
        broken.setattr(f"tongchou.apps.{ACTIONS[prepare]}", breaks)
        with pytest.raises(Broken):
            act()
    assert rows() == before
    act()
    assert rows() != before
