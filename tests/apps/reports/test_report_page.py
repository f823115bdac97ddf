from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.apps.reports.world import AFTER_APRIL, IN_APRIL, PDF, World
from tests.cast import signed_in
from tongchou.apps.audit.models import Record
from tongchou.apps.files.models import StoredFile
from tongchou.apps.reports.actions import add_evidence
from tongchou.apps.reports.models import Evidence, Report, Statement, Submission
from tongchou.apps.reports.queries import lines_of
from tongchou.apps.reviews.actions import approve, return_report

Today = Callable[[date], None]


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


@pytest.fixture
def liaison(world: World) -> Client:
    return signed_in(world.cast.liaison["万州"])


def post(client: Client, world: World, action: str, **sent: Any) -> HttpResponse:
    data = {**(fields(world) | sent), "action": action}
    return client.post(address(world, world.report()), data)


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


def test_a_form_sent_twice_makes_one_submission(world: World, liaison: Client) -> None:
    sent = {**fields(world), "action": "submit"}
    where = address(world, world.report())
    assert liaison.post(where, sent).status_code == 302
    again = liaison.post(where, sent, follow=True)
    assert "已经提交，没有重复提交" in again.content.decode()
    assert Submission.objects.count() == 1
    assert Record.objects.filter(kind="submission").count() == 1


def test_two_windows_do_not_overwrite_each_other(world: World, liaison: Client) -> None:
    where = address(world, world.report())
    mine = {**fields(world, "3"), "action": "save"}
    theirs = {**fields(world, "4"), "action": "save"}
    assert liaison.post(where, theirs).status_code == 302
    response = liaison.post(where, mine)
    assert response.status_code == 409
    page = response.content.decode()
    assert "R204" in page
    assert 'value="3"' in page, "the own text is kept"
    assert "现存：" in page, "and so is the other's"
    assert Statement.objects.get(target=world.targets()[0]).value == "4"
    kept = liaison.post(where, mine | {"version": str(world.report().version)})
    assert kept.status_code == 302
    assert Statement.objects.get(target=world.targets()[0]).value == "3"


def test_after_closing_the_draft_is_kept_and_the_page_says_whom_to_ask(
    world: World, liaison: Client, today: Today
) -> None:
    today(AFTER_APRIL)
    response = post(liaison, world, "submit", **{first(world, "value"): "5.5"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "R202" in page
    assert world.cast.coordinator.name in page.split("<main")[1]
    assert 'value="submit"' not in page
    assert Statement.objects.get(target=world.targets()[0]).value == "5.5"
    assert not Submission.objects.exists()


def test_before_it_opens_a_report_cannot_be_filled(
    world: World, liaison: Client, today: Today
) -> None:
    today(date(2023, 4, 19))
    page = liaison.get(address(world, world.report())).content.decode()
    assert "R201" in page
    assert '<fieldset class="plain" disabled>' in page
    assert post(liaison, world, "save").status_code == 422
    assert not Statement.objects.exists()


def test_evidence_is_attached_downloaded_and_removed(world: World, liaison: Client) -> None:
    file = SimpleUploadedFile("验收表.pdf", PDF)
    response = post(liaison, world, "save", **{first(world, "file"): file})
    assert response.status_code == 302
    evidence = Evidence.objects.get()
    where = reverse("reports:evidence", args=["joint", world.report().uuid, evidence.uuid])
    assert where in liaison.get(response["Location"]).content.decode()
    got = liaison.get(where)
    assert b"".join(got.streaming_content) == PDF
    assert "attachment" in got["Content-Disposition"]
    post(liaison, world, "save", remove=str(evidence.uuid))
    evidence.refresh_from_db()
    assert evidence.removed_at is not None


@pytest.mark.parametrize(
    ("name", "data"), [("a.exe", b"MZ.."), ("a.pdf", b"no pdf"), ("a.txt", b"")]
)
def test_forbidden_evidence_is_refused_at_its_line_and_the_text_is_kept(
    world: World, liaison: Client, name: str, data: bytes
) -> None:
    stored = StoredFile.objects.count()
    response = post(
        liaison, world, "submit", **{first(world, "file"): SimpleUploadedFile(name, data)}
    )
    assert response.status_code == 422
    assert "<code>X4" in response.content.decode().split('class="report-line')[1]
    assert not Evidence.objects.exists()
    assert StoredFile.objects.count() == stored
    assert not Submission.objects.exists()
    assert Statement.objects.count() == 4


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


def post_submit(client: Client, world: World) -> HttpResponse:
    report = world.report()
    return client.post(address(world, report), {"version": report.version, "action": "submit"})


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


def test_autosave_answers_with_a_part_and_the_new_version(world: World, liaison: Client) -> None:
    where = address(world, world.report())
    sent = {**fields(world, "3"), "action": "autosave"}
    response = liaison.post(where, sent, headers={"HX-Request": "true"})
    part = response.content.decode()
    assert response.status_code == 200
    assert "<html" not in part
    assert 'id="version" value="1"' in part
    late = liaison.post(
        where,
        {**fields(world, "4"), "version": "0", "action": "autosave"},
        headers={"HX-Request": "true"},
    )
    assert 'id="version"' not in late.content.decode()
    assert Statement.objects.get(target=world.targets()[0]).value == "3"


def test_an_autosave_carried_over_a_sign_in_is_an_ordinary_save(
    world: World, liaison: Client
) -> None:
    assert post(liaison, world, "autosave").status_code == 302
    assert Statement.objects.count() == 4


def test_typing_in_an_expired_session_leads_to_the_sign_in_and_back(
    world: World, anonymous: Client
) -> None:
    where = address(world, world.report())
    response = anonymous.post(where, {**fields(world), "action": "submit"})
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("organizations:login"))
    assert where in response["Location"]
    assert not Statement.objects.exists()


def test_the_page_says_where_the_browser_keeps_the_draft(world: World, liaison: Client) -> None:
    report = world.report()
    page = liaison.get(address(world, report)).content.decode()
    assert f'data-report="{report.uuid}"' in page
    assert f'data-person="{world.cast.liaison["万州"].uuid}"' in page
    assert "draft.js" in page


def test_odd_posts_change_nothing_and_break_nothing(world: World, liaison: Client) -> None:
    where = address(world, world.report())
    name = world.targets()[1].uuid.hex
    for sent in (
        {"action": "nonsense"},
        {"action": "save", "version": "x" * 30},
        {"action": "save", "version": "9" * 40},
        {"action": "save", f"words-{name}": "\0", f"rung-{name}": "no uuid"},
        {"action": "save", "remove": "nothing"},
    ):
        assert liaison.post(where, sent).status_code in {302, 409}
    too_long = {"action": "save", f"words-{name}": "长" * 2001}
    refused = liaison.post(where, too_long | {"version": str(world.report().version)})
    assert refused.status_code == 422
    assert "R205" in refused.content.decode()
    assert "长" * 2001 in refused.content.decode()


def test_evidence_cited_by_a_submission_survives_its_removal(world: World) -> None:
    report = world.fill(world.report())
    evidence = add_evidence(
        report=report,
        target=world.targets()[0].uuid,
        data=PDF,
        name="验收.pdf",
        by=world.liaison(report),
        on=IN_APRIL,
    )
    reviewer = signed_in(world.cast.reviewer["万州"])
    where = reverse("reports:evidence", args=["joint", report.uuid, evidence.uuid])
    assert reviewer.get(where).status_code == 404, "not submitted yet"
    post_submit(signed_in(world.liaison(report)), world)
    assert reviewer.get(where).status_code == 200
    assert signed_in(world.cast.leader).get(where).status_code == 404, "not approved yet"
    assert signed_in(world.cast.reviewer["达州"]).get(where).status_code == 404
