from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from tests.apps.reports.posting import address, first, post, post_submit
from tests.apps.reports.world import AFTER_APRIL, IN_APRIL, World
from tongchou.apps.reports.models import Statement, Submission
from tongchou.apps.reports.queries import lines_of
from tongchou.apps.reviews.actions import approve, return_report

Today = Callable[[date], None]


def test_the_form_asks_for_every_target_beside_the_last_period(
    world: World, liaison: Client
) -> None:
    world.approve(world.report(period=world.baseline), value="1.5")
    page = liaison.get(address(world, world.report())).content.decode()
    assert page.count('class="report-line') == 4
    assert "2023年4月填报" in page
    assert "新增造林6.93万亩" in page
    assert "2.31万亩" in page, "4/12 of the annual figure"
    assert "<b>1.5</b>" in page
    assert page.count("与上期相同") == 4
    for rung in ("启动", "报批", "印发"):
        assert rung in page


def test_a_draft_is_saved_and_shown_again(world: World, liaison: Client) -> None:
    response = post(liaison, world, "save", **{first(world, "words"): "已完成验收"})
    assert response.status_code == 302
    page = liaison.get(response["Location"]).content.decode()
    assert "草稿已保存" in page
    assert "已完成验收" in page
    assert world.report().state == "draft"
    assert not Submission.objects.exists()


def test_submitting_seals_and_shows_what_was_sealed(world: World, liaison: Client) -> None:
    response = post(liaison, world, "submit")
    assert response.status_code == 302
    submission = Submission.objects.get()
    page = liaison.get(response["Location"]).content.decode()
    assert "已提交，等待审核" in page
    assert "<form" not in page.split("<main")[1]
    sealed = liaison.get(reverse("reports:submission", args=["joint", submission.uuid]))
    text = sealed.content.decode()
    assert submission.record.digest in text
    assert world.cast.liaison["万州"].name in text
    assert "万州区农业农村委" in text


def test_errors_keep_what_was_typed_beside_its_finding(world: World, liaison: Client) -> None:
    response = post(
        liaison,
        world,
        "submit",
        **{first(world, "value"): "约6", first(world, "words"): "苗木到位"},
    )
    assert response.status_code == 422
    page = response.content.decode()
    line = page.split('class="report-line')[1]
    assert 'value="约6"' in line
    assert "苗木到位" in line
    assert "R102" in line
    assert 'aria-describedby="findings-' in line
    assert "R102" not in page.split('class="report-line')[3]
    assert not Submission.objects.exists()
    assert Statement.objects.get(target=world.targets()[0]).value == "约6"


def test_blank_lines_are_named_only_when_submitting(world: World, liaison: Client) -> None:
    assert "R107" not in liaison.get(address(world, world.report())).content.decode()
    response = liaison.post(address(world, world.report()), {"action": "submit", "version": "0"})
    assert response.status_code == 422
    assert response.content.decode().count("<code>R107</code>") == 4


@pytest.mark.parametrize(
    "typed", ["2023-04-03", "2023/4/3", "2023.4.3", "20230403", "2023年4月3日"]
)
def test_a_day_is_read_as_people_write_it(world: World, liaison: Client, typed: str) -> None:
    ladder = world.targets()[1]
    post(liaison, world, "save", **{f"day-{ladder.uuid.hex}": typed})
    assert Statement.objects.get(target=ladder).reached_on == date(2023, 4, 3)


def test_what_is_no_day_stays_in_its_field(world: World, liaison: Client) -> None:
    ladder = world.targets()[1]
    response = post(liaison, world, "submit", **{f"day-{ladder.uuid.hex}": "四月初"})
    assert response.status_code == 422
    page = response.content.decode()
    assert 'value="四月初"' in page
    assert "R206" in page
    assert not Submission.objects.exists()


def test_no_change_in_one_click_for_a_line_and_for_the_rest(world: World, liaison: Client) -> None:
    world.approve(world.report(period=world.baseline), value="1.5")
    one = world.targets()[0].uuid.hex
    sent = {"version": "0", f"words-{one}": "", f"same-{one}": "on", "action": "save"}
    liaison.post(address(world, world.report()), sent)
    assert Statement.objects.get(report=world.report()).value == "1.5"
    sent = {"version": "1", "action": "unchanged"}
    response = liaison.post(address(world, world.report()), sent)
    assert response.status_code == 302
    stated = [line.stated for line in lines_of(world.report(), IN_APRIL)]
    assert all(statement.no_change for statement in stated)
    assert post_submit(liaison, world).status_code == 302
    assert world.report().state == "submitted"


def test_a_returned_report_shows_the_reason_and_can_be_sent_again(
    world: World, liaison: Client
) -> None:
    report = world.report()
    world.submit(report)
    return_report(report=report, reason="造林面积请核实", by=world.reviewer(report), on=IN_APRIL)
    page = liaison.get(address(world, report)).content.decode()
    assert "造林面积请核实" in page
    assert 'value="submit"' in page
    assert post(liaison, world, "submit", **{first(world, "value"): "2.2"}).status_code == 302
    assert Submission.objects.count() == 2


def test_an_approved_report_is_corrected_from_its_page(
    world: World, liaison: Client, today: Today
) -> None:
    report = world.report()
    world.submit(report)
    approve(report=report, by=world.reviewer(report), on=IN_APRIL)
    assert 'value="correct"' in liaison.get(address(world, report)).content.decode()
    response = liaison.post(address(world, report), {"action": "correct"})
    assert response.status_code == 302
    assert 'value="submit"' in liaison.get(response["Location"]).content.decode()
    world.submit(world.report(), value="2.1")
    approve(report=world.report(), by=world.reviewer(report), on=IN_APRIL)
    today(AFTER_APRIL)
    assert 'value="correct"' not in liaison.get(address(world, report)).content.decode()
    refused = liaison.post(address(world, report), {"action": "correct"})
    assert refused.status_code == 422
    assert "R202" in refused.content.decode()


def test_evidence_is_folded_until_there_is_something_to_say(world: World, liaison: Client) -> None:
    where = address(world, world.report())
    page = liaison.get(where).content.decode()
    assert page.count('<details class="more evidence">') == 4
    post(liaison, world, "save", **{first(world, "value"): "6.93"})
    page = liaison.get(where).content.decode()
    assert "R116" in page, "the whole figure without a proof"
    assert page.count('<details class="more evidence" open>') == 1
