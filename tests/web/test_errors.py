"""The pages of what went wrong stand when the rest does not."""

from __future__ import annotations

from typing import NoReturn

import pytest
from django.conf import settings as project_settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import DatabaseError
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import include, path

from tests.cast import Cast, signed_in
from tongchou.project import urls as project_urls
from tongchou.web import errors


@login_not_required
def broken(request: HttpRequest) -> NoReturn:
    raise RuntimeError("a secret of the house")


@login_not_required
def refused(request: HttpRequest) -> NoReturn:
    raise PermissionDenied


@login_not_required
def strange(request: HttpRequest) -> NoReturn:
    raise SuspiciousOperation


urlpatterns = [
    path("broken/", broken),
    path("refused/", refused),
    path("strange/", strange),
    path("", include(project_settings.ROOT_URLCONF)),
]
handler400 = project_urls.handler400
handler403 = project_urls.handler403
handler404 = project_urls.handler404
handler500 = project_urls.handler500
pytestmark = pytest.mark.urls(__name__)


def test_a_failure_is_told_without_its_secrets() -> None:
    response = Client(raise_request_exception=False).get("/broken/")
    text = response.content.decode()
    assert response.status_code == 500
    assert "系统出错了" in text
    assert "secret" not in text


def test_the_failure_page_needs_neither_database_nor_session() -> None:
    """This test has no access to the database: asking for it would be an error."""
    response = errors.failed(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "系统出错了" in response.content.decode()


def test_a_database_that_is_away_gives_the_failure_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away(*arguments: object, **named: object) -> NoReturn:
        raise DatabaseError("the server closed the connection")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", away)
    client = Client(raise_request_exception=False)
    client.cookies[project_settings.SESSION_COOKIE_NAME] = "x" * 32
    response = client.get("/account/")
    assert response.status_code == 500
    assert "系统出错了" in response.content.decode()


def test_the_failure_page_speaks_english_to_who_chose_it() -> None:
    client = Client(raise_request_exception=False)
    client.cookies[project_settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "The system failed here" in client.get("/broken/").content.decode()


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nowhere/", 404, "没有这个页面"),
        ("/refused/", 403, "不允许此操作"),
        ("/strange/", 400, "无法识别该请求"),
    ],
)
def test_what_went_wrong_is_said(cast: Cast, address: str, status: int, words: str) -> None:
    for client in (Client(), signed_in(cast.leader), signed_in(cast.stranger)):
        response = client.get(address)
        assert response.status_code == status
        assert words in response.content.decode()


def test_a_foreign_host_name_is_refused() -> None:
    response = Client(headers={"host": "evil.example"}).get("/login/")
    assert response.status_code == 400


def test_a_form_without_its_token_says_that_nothing_was_saved(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/login/", {"login": "leader"})
    assert response.status_code == 403
    assert "表单已失效" in response.content.decode()
    assert "内容没有保存" in response.content.decode()
