"""Fields that no browser would send: each gets a page, and the database is as it was."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from tests.apps.reports import posting
from tests.apps.reports.world import IN_APRIL, World, build
from tests.cast import Cast, signed_in
from tests.programmes_cast import draft_reading, notice_text
from tests.refusals import codes
from tongchou.apps.programmes.actions import take_notice
from tongchou.apps.reports.actions import open_period
from tongchou.apps.reports.models import Period
from tongchou.apps.reviews.models import Decision
from tongchou.domain.shared.findings import Refused

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

    from tongchou.apps.programmes.models import Programme

ENDLESS = "9" * 5_000


@pytest.fixture
def world(cast: Cast, settings: SettingsWrapper) -> World:
    settings.TONGCHOU_BUSINESS_DATE = IN_APRIL.isoformat()
    return build(cast)


@pytest.mark.parametrize("part", ["value", "unit", "words", "problems"])
def test_control_marks_in_a_report_are_left_out(world: World, part: str) -> None:
    client = signed_in(world.cast.liaison["万州"])
    sent = {
        "value": "1\x002",
        "unit": "万\x00亩",
        "words": "一\x0b二\x01\u202e",
        "problems": "\x00无",
    }
    field = {posting.first(world, part): sent[part]}
    assert posting.post(client, world, "save", **field).status_code == 302
    row = world.report().statements.get(target=world.targets()[0])
    kept = {"value": "12", "unit": "万亩", "words": "一\n二", "problems": "无"}
    assert getattr(row, part) == kept[part]


def test_endless_digits_come_back_with_a_finding(world: World) -> None:
    client = signed_in(world.cast.liaison["万州"])
    field = {posting.first(world, "value"): "1" * 100_000 + "."}
    assert posting.post(client, world, "save", **field).status_code == 422
    assert world.report().version == 0


def test_a_reason_is_cleaned_and_limited(world: World) -> None:
    world.submit(world.report())
    client = signed_in(world.cast.reviewer["万州"])
    address = reverse("reviews:review", args=["joint", world.report().uuid])
    common = {"action": "return", "number": "1"}
    assert client.post(address, {**common, "reason": "长" * 2_001}).status_code == 422
    assert client.post(address, {**common, "reason": "\x00 \x01"}).status_code == 422
    assert not Decision.objects.exists()
    assert client.post(address, {**common, "reason": "请\x00核实"}).status_code == 302
    assert Decision.objects.get().reason == "请核实"


def test_the_audit_record_is_asked_for_odd_words(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    for name in ("action", "account"):
        assert client.get(reverse("audit:entries"), {name: "a\x00b"}).status_code == 200


def test_a_notice_with_control_marks_is_taken_in_without_them(cast: Cast) -> None:
    text = notice_text().replace("晚熟柑橘连片基地", "晚熟\x00柑橘\x01连片基地")
    programme = take_notice(data=text.encode(), name="a.txt", by=cast.coordinator)
    assert draft_reading(programme).task(1).name == "晚熟柑橘连片基地"


@pytest.mark.parametrize("block", [ENDLESS, "-1", "１", "", "x", "999999999"])
def test_a_passage_that_is_none_marks_nothing(programme: Programme, cast: Cast, block: str) -> None:
    address = reverse("notices:notice", args=[programme.notice.uuid])
    where = {"block": block, "start": "0", "end": "1"}
    response = signed_in(cast.coordinator).get(address, where)
    assert response.status_code == 200
    assert "<mark" not in response.content.decode()


@pytest.mark.parametrize("number", ["99999999999999999999", ENDLESS, "0"])
@pytest.mark.parametrize(
    "path", ["tasks/{}/", "editions/{}/bulletin.docx", "assessments/{}/", "revisions/{}/"]
)
def test_numbers_beyond_any_column_are_not_found(
    programme: Programme, cast: Cast, path: str, number: str
) -> None:
    address = f"/p/{programme.slug}/{path.format(number)}"
    assert signed_in(cast.coordinator).get(address).status_code == 404


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(9999, 12, 1), date(9999, 12, 31)),
        (date(1, 1, 1), date(2023, 5, 31)),
        (date(2023, 12, 1), date(2024, 1, 1)),
    ],
)
def test_a_period_outside_the_programme_is_not_opened(world: World, start: date, end: date) -> None:
    with pytest.raises(Refused) as refused:
        open_period(
            programme=world.programme,
            kind="month",
            start=start,
            end=end,
            opens=end,
            due=end,
            closes=end,
            by=world.cast.coordinator,
        )
    assert codes(refused) == ["R215"]
    assert Period.objects.count() == 2
    page = signed_in(world.cast.coordinator).get(reverse("reports:periods", args=["joint"]))
    assert page.status_code == 200


def test_a_report_submitted_while_the_form_is_read_gets_a_page(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another window submits between the saving of the form and what is done after it."""
    from tongchou.apps.reports import actions
    from tongchou.apps.reports.models import Report

    world.submit(world.report(period=world.baseline))
    world.approve(world.report("达州"))
    save: Callable[..., object] = actions.save_draft

    def saved_and_submitted(**named: object) -> object:
        row = save(**named)
        Report.objects.filter(pk=row.pk).update(state="submitted", version=99)
        return row

    monkeypatch.setattr(
        "tongchou.apps.reports.views.report._save",
        lambda request, row, sent: saved_and_submitted(
            report=row, entries=sent.entries, by=request.user, on=request.business_date
        ),
    )
    client = signed_in(world.cast.liaison["万州"])
    response = posting.post(client, world, "unchanged")
    assert response.status_code in {302, 422}


def test_pages_for_reading_take_no_post(programme: Programme, cast: Cast) -> None:
    client = signed_in(cast.coordinator)
    for name, args in (
        ("programmes:programmes", []),
        ("programmes:revision", [programme.slug, 1]),
        ("publications:overview", [programme.slug]),
        ("publications:task", [programme.slug, 1]),
    ):
        assert client.post(reverse(name, args=args)).status_code == 405, name
