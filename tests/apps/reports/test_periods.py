from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from tests.apps.reports.world import AFTER_APRIL, IN_APRIL, World
from tests.cast import liaison_of, signed_in
from tests.refusals import codes
from tongchou.apps.audit.models import Entry
from tongchou.apps.organizations.actions import register_organization
from tongchou.apps.programmes.models import Answer
from tongchou.apps.reports.actions import extend_period, open_period, submit
from tongchou.apps.reports.models import Period, Report
from tongchou.apps.reports.queries import completeness, reports_due, within
from tongchou.apps.reviews.actions import return_report
from tongchou.domain.shared.findings import Refused

MAY = {
    "kind": "month",
    "start": date(2023, 5, 1),
    "end": date(2023, 5, 31),
    "opens": date(2023, 5, 20),
    "due": date(2023, 6, 5),
    "closes": date(2023, 6, 10),
}


def opened(world: World, **dates: Any) -> Period:
    return open_period(programme=world.programme, by=world.cast.coordinator, **(MAY | dates))


def test_opening_a_period_makes_every_report_that_is_due(world: World) -> None:
    period = opened(world)
    reports = Report.objects.filter(period=period)
    assert {report.organization for report in reports} == set(world.cast.organization.values())
    assert {(report.state, report.version) for report in reports} == {("due", 0)}
    assert {report.revision.number for report in reports} == {1}
    assert Entry.objects.get(action="period.open", object_uuid=period.uuid).after["reports"] == 3


def test_an_organization_that_answers_for_nothing_owes_no_report(world: World) -> None:
    idle = register_organization(jurisdiction=world.cast.jurisdiction["万州"], name="万州区档案馆")
    Answer.objects.filter(organization=world.cast.organization["开州"]).update(organization=None)
    period = opened(world)
    names = set(Report.objects.filter(period=period).values_list("organization__name", flat=True))
    assert idle.name not in names
    assert names == {"万州区农业农村委", "达州市农业农村局"}


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ({"end": date(2023, 4, 30), "start": date(2023, 4, 1)}, "R207"),
        ({"start": date(2023, 6, 1)}, "R208"),
        ({"opens": date(2023, 6, 6)}, "R208"),
        ({"closes": date(2023, 6, 4)}, "R208"),
    ],
)
def test_periods_that_cannot_be_opened(world: World, dates: dict[str, date], code: str) -> None:
    with pytest.raises(Refused) as refused:
        opened(world, **dates)
    assert codes(refused) == [code]
    assert Period.objects.count() == 2


def test_a_programme_that_is_not_confirmed_takes_no_reports(world: World) -> None:
    world.programme.state = "draft"
    with pytest.raises(Refused) as refused:
        opened(world)
    assert refused.value.findings[0].code == "R209"


def test_where_nobody_answers_no_period_is_opened(world: World) -> None:
    Answer.objects.update(organization=None)
    with pytest.raises(Refused) as refused:
        opened(world)
    assert refused.value.findings[0].code == "R210"
    assert Period.objects.count() == 2


def test_only_a_coordinator_opens_and_extends(world: World) -> None:
    for user in (world.cast.liaison["万州"], world.cast.leader, world.cast.administrator):
        with pytest.raises(PermissionDenied):
            open_period(programme=world.programme, by=user, **MAY)
        with pytest.raises(PermissionDenied):
            extend_period(period=world.april, due=IN_APRIL, closes=AFTER_APRIL, by=user)


@pytest.mark.parametrize(
    ("on", "state", "taken"),
    [
        (date(2023, 4, 19), "due", False),
        (date(2023, 4, 20), "due", True),
        (date(2023, 5, 10), "draft", True),
        (date(2023, 5, 11), "draft", False),
        (date(2023, 5, 11), "returned", True),
    ],
)
def test_the_days_on_which_a_report_is_taken(
    world: World, on: date, state: str, taken: bool
) -> None:
    report = world.report()
    report.state = state
    assert within(report, on) is taken


def test_an_extended_period_takes_the_draft_that_was_late(world: World) -> None:
    report = world.fill(world.report())
    extend_period(
        period=world.april, due=AFTER_APRIL, closes=date(2023, 5, 15), by=world.cast.coordinator
    )
    submit(report=world.report(), by=world.liaison(report), on=AFTER_APRIL)
    entry = Entry.objects.get(action="period.extend")
    assert (entry.before["closes"], entry.after["closes"]) == ("2023-05-10", "2023-05-15")


def test_dates_out_of_order_do_not_extend(world: World) -> None:
    with pytest.raises(Refused):
        extend_period(
            period=world.april, due=AFTER_APRIL, closes=IN_APRIL, by=world.cast.coordinator
        )
    assert Period.objects.get(pk=world.april.pk).closes == date(2023, 5, 10)


def test_completeness_names_who_is_missing_by_jurisdiction(world: World) -> None:
    world.submit(world.report("万州"))
    world.approve(world.report("达州"))
    world.fill(world.report("开州"))
    parts = {part.jurisdiction.name: part for part in completeness(world.programme, world.april)}
    assert list(parts) == ["万州", "达州", "开州"]
    assert {name: len(part.missing) for name, part in parts.items()} == {
        "万州": 0,
        "达州": 0,
        "开州": 1,
    }
    assert {name: dict(part.counts) for name, part in parts.items()} == {
        "万州": {"submitted": 1},
        "达州": {"approved": 1},
        "开州": {"draft": 1},
    }


def test_what_is_due_comes_first_and_what_is_done_follows(world: World) -> None:
    world.approve(world.report(period=world.baseline))
    liaison = world.cast.liaison["万州"]
    rows = reports_due(liaison, world.programme, IN_APRIL)
    assert [row.report.period for row in rows] == [world.april, world.baseline]
    assert (rows[0].days_left, rows[0].late, rows[0].asks) == (1, False, True)
    assert (rows[1].late, rows[1].asks) == (False, False)
    late = reports_due(liaison, world.programme, date(2023, 5, 7))
    assert (late[0].days_left, late[0].late) == (-2, True)


def test_open_periods_come_first_and_those_to_come_last(world: World) -> None:
    may = opened(world)
    liaison = world.cast.liaison["万州"]
    rows = reports_due(liaison, world.programme, IN_APRIL)
    assert [row.report.period for row in rows] == [world.april, world.baseline, may]
    page = signed_in(liaison).get(reverse("reports:due", args=["joint"])).content.decode()
    assert page.count("2023-05-20起填报") == 1


def test_the_due_page_says_how_late_a_report_is(
    world: World, today: Callable[[date], None]
) -> None:
    where = reverse("reports:due", args=["joint"])
    client = signed_in(world.cast.liaison["万州"])
    assert "还有1天" in client.get(where).content.decode()
    today(date(2023, 5, 5))
    assert "今天到期" in client.get(where).content.decode()
    today(date(2023, 5, 7))
    assert "逾期2天" in client.get(where).content.decode()


def test_a_liaison_without_reports_gets_an_empty_page(world: World) -> None:
    idle = register_organization(jurisdiction=world.cast.jurisdiction["万州"], name="万州区档案馆")
    client = signed_in(liaison_of(idle, "idle"))
    page = client.get(reverse("reports:due", args=["joint"]))
    assert page.status_code == 200
    assert "目前没有要填的" in page.content.decode()


def test_the_coordinator_opens_the_proposed_month(world: World) -> None:
    client = signed_in(world.cast.coordinator)
    where = reverse("reports:periods", args=["joint"])
    page = client.get(where).content.decode()
    assert 'value="2023-05-31"' in page
    response = client.post(where, {name: str(value) for name, value in MAY.items()})
    period = Period.objects.get(end=MAY["end"])
    assert response["Location"] == reverse("reports:period", args=["joint", period.uuid])
    again = client.post(where, {name: str(value) for name, value in MAY.items()})
    assert again.status_code == 422
    assert "R207" in again.content.decode()
    assert client.post(where, {}).status_code == 422


def test_a_returned_report_stands_among_the_missing(world: World) -> None:
    returned = world.submit(world.report("万州")).report
    by = world.cast.reviewer["万州"]
    return_report(report=returned, reason="请核对。", by=by, on=IN_APRIL)
    extra = register_organization(jurisdiction=world.cast.jurisdiction["万州"], name="万州区档案馆")
    Report.objects.create(
        programme=world.programme,
        period=world.april,
        organization=extra,
        revision=returned.revision,
        state="submitted",
    )
    part = completeness(world.programme, world.april)[0]
    assert [report.organization.name for report in part.missing] == ["万州区农业农村委"]
    assert [report.organization.name for report in part.handed_in] == ["万州区档案馆"]
    client = signed_in(world.cast.coordinator)
    where = reverse("reports:period", args=["joint", world.april.uuid])
    page = client.get(where).content.decode()
    assert page.index("万州区农业农村委") < page.index("万州区档案馆")


def test_the_period_page_shows_who_is_missing_and_extends(world: World) -> None:
    world.submit(world.report("万州"))
    client = signed_in(world.cast.coordinator)
    where = reverse("reports:period", args=["joint", world.april.uuid])
    page = client.get(where).content.decode()
    assert page.count("还缺1份") == 2
    assert "万州区农业农村委</a>" in page
    assert "达州市农业农村局</a>" not in page, "nothing of it may be read yet"
    response = client.post(where, {"due": "2023-05-12", "closes": "2023-05-15"})
    assert response.status_code == 302
    assert Period.objects.get(pk=world.april.pk).closes == date(2023, 5, 15)
    refused = client.post(where, {"due": "2023-05-16", "closes": "2023-05-15"})
    assert refused.status_code == 422
    assert "R208" in refused.content.decode()
