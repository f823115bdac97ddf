from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.apps.reports.posting import address, fields, first, post, post_submit
from tests.apps.reports.world import AFTER_APRIL, IN_APRIL, PDF, World
from tests.cast import signed_in
from tongchou.apps.audit.models import Record
from tongchou.apps.files.models import StoredFile
from tongchou.apps.reports.actions import add_evidence
from tongchou.apps.reports.models import Evidence, Statement, Submission

Today = Callable[[date], None]


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


def test_a_closed_report_says_so_before_anything_is_sent(
    world: World, liaison: Client, today: Today
) -> None:
    today(AFTER_APRIL)
    page = liaison.get(address(world, world.report())).content.decode().split("<main")[1]
    assert "本期已于2023-05-10截止" in page
    assert world.cast.coordinator.name in page
    assert "R202" not in page
    assert 'value="save"' in page
    assert 'value="submit"' not in page


def test_before_it_opens_a_report_cannot_be_filled(
    world: World, liaison: Client, today: Today
) -> None:
    today(date(2023, 4, 19))
    page = liaison.get(address(world, world.report())).content.decode()
    assert "本期填报自2023-04-20开始" in page
    assert "错误" not in page.split("<main")[1], "nothing was done wrong yet"
    assert '<fieldset class="plain" disabled>' in page
    refused = post(liaison, world, "save")
    assert refused.status_code == 422
    assert "R201" in refused.content.decode()
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
