"""A session that expired while typing: what was sent is carried over the sign-in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.conf import settings as project_settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.test import Client
from django.urls import include, path
from django.utils import timezone

from tests.cast import PASSWORD, Cast
from tongchou.apps.organizations import carried


def echo(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"fields": dict(request.POST.lists())})


urlpatterns = [path("echo/", echo), path("", include(project_settings.ROOT_URLCONF))]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
TYPED = {"value": "6.93", "words": "已完成造林，\n正在验收", "tag": ["甲", "乙"]}


def enter(client: Client, login: str, **more: str) -> Any:
    return client.post("/login/", {"login": login, "password": PASSWORD, **more})


@pytest.fixture
def expired(cast: Cast) -> Client:
    """A browser in which the leader was signed in until the session ran out."""
    client = Client()
    enter(client, "leader")
    Session.objects.all().delete()
    return client


def test_an_expired_form_leads_to_the_sign_in_page_that_says_it_is_kept(expired: Client) -> None:
    response = expired.post("/echo/?part=2", TYPED)
    assert response.status_code == 302
    assert response["Location"].startswith("/login/?next=")
    assert "您填写的内容已保留" in expired.get(response["Location"]).content.decode()


def test_after_signing_in_the_form_is_shown_and_sent_on_whole(expired: Client) -> None:
    expired.post("/echo/?part=2", TYPED)
    assert enter(expired, "leader")["Location"] == "/login/resume/"
    page = expired.get("/login/resume/").content.decode()
    assert "正在验收" in page
    assert page.count('type="hidden" name="tag"') == 2
    sent = expired.post("/login/resume/", TYPED)
    assert (sent.status_code, sent["Location"]) == (307, "/echo/?part=2")
    assert expired.get("/login/resume/")["Location"] == "/"


def test_the_browser_that_follows_arrives_with_every_field(expired: Client) -> None:
    expired.post("/echo/", TYPED)
    enter(expired, "leader")
    arrived = expired.post("/login/resume/", TYPED, follow=True).json()["fields"]
    assert arrived == {"value": ["6.93"], "words": [TYPED["words"]], "tag": ["甲", "乙"]}


def test_it_can_be_discarded(expired: Client) -> None:
    expired.post("/echo/", TYPED)
    enter(expired, "leader")
    assert expired.post("/login/resume/?drop=1", TYPED)["Location"] == "/"
    assert expired.get("/login/resume/")["Location"] == "/"


def test_another_person_at_that_browser_never_sees_it(expired: Client) -> None:
    expired.post("/echo/", TYPED)
    assert enter(expired, "coordinator")["Location"] == "/"
    assert expired.get("/login/resume/")["Location"] == "/"
    expired.post("/logout/")
    assert enter(expired, "leader")["Location"] == "/"


def test_a_browser_in_which_nobody_was_signed_in_keeps_nothing(cast: Cast) -> None:
    client = Client()
    assert client.post("/echo/", TYPED).status_code == 302
    assert not Session.objects.exists()


def test_a_forged_cookie_keeps_nothing(cast: Cast) -> None:
    client = Client()
    client.cookies[carried.COOKIE] = f"{cast.leader.uuid}:forged:signature"
    client.post("/echo/", TYPED)
    assert not Session.objects.exists()


def test_a_form_past_the_limit_is_not_kept(
    expired: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carried, "LIMIT", 10)
    expired.post("/echo/", TYPED)
    assert enter(expired, "leader")["Location"] == "/"


def test_what_is_kept_lives_for_an_hour_and_the_session_after_it_for_its_own_time(
    expired: Client,
) -> None:
    expired.post("/echo/", TYPED)
    limit = timezone.now() + carried.KEPT_FOR
    assert datetime.fromisoformat(expired.session["_session_expiry"]) <= limit
    enter(expired, "leader")
    assert "_session_expiry" not in expired.session


def test_a_request_by_script_is_refused_so_that_its_page_stays(expired: Client) -> None:
    response = expired.post("/echo/", TYPED, headers={"HX-Request": "true"})
    assert response.status_code == 401
    assert not Session.objects.exists()


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(expired: Client) -> None:
    cookie = expired.cookies[carried.COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_only_words_and_figures_are_shown_again() -> None:
    """Neither the unit chosen beside a figure, nor a reference, a button or a version."""
    sent = {
        "value": "6.93",
        "unit": "万亩",
        "share": "%",
        "words": "正在验收。",
        "rung": "0e1c2f5c-9b1e-4b7e-8f0a-6f2d9a3b1c4d",
        "day": "2023-10-20",
        "version": "3",
        "action": "save",
    }
    kept = carried.Carried("/echo/", [(name, [value]) for name, value in sent.items()])
    assert kept.words == ["6.93", "正在验收。"]
