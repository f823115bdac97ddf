"""Signing in: by password, by one click in a demonstration, locked out, and what is logged."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import Settings

from tests.cast import PASSWORD, Cast, signed_in
from tongchou.apps.audit.models import Entry
from tongchou.apps.organizations.models import User

LOGIN = "/login/"
pytestmark = pytest.mark.django_db


def enter(client: Client, login: str, password: str = PASSWORD, **more: str) -> object:
    return client.post(LOGIN, {"login": login, "password": password, **more})


def signed(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def test_the_right_password_signs_in_and_goes_to_the_first_page(cast: Cast) -> None:
    client = Client()
    response = enter(client, "leader")
    assert (response.status_code, response["Location"]) == (302, "/")
    assert signed(client) == str(cast.leader.pk)


def test_a_wrong_password_says_so_and_keeps_the_account_name(cast: Cast) -> None:
    client = Client()
    response = enter(client, "leader", "wrong")
    text = response.content.decode()
    assert response.status_code == 200
    assert "账号或密码不正确" in text
    assert 'value="leader"' in text
    assert "wrong" not in text
    assert signed(client) is None


def test_an_unknown_and_a_closed_account_read_the_same(cast: Cast) -> None:
    User.objects.filter(pk=cast.leader.pk).update(is_active=False)
    closed, unknown = enter(Client(), "leader"), enter(Client(), "nobody")
    assert "账号或密码不正确" in closed.content.decode()
    assert "账号或密码不正确" in unknown.content.decode()


def test_the_wanted_page_is_reached_after_signing_in(cast: Cast) -> None:
    client = Client()
    asked = client.get("/account/")
    assert (asked.status_code, asked["Location"]) == (302, "/login/?next=/account/")
    assert 'name="next" value="/account/"' in client.get(asked["Location"]).content.decode()
    assert enter(client, "leader", next="/account/")["Location"] == "/account/"


@pytest.mark.parametrize("wanted", ["//evil.example/", "https://evil.example/", "javascript:1"])
def test_no_page_of_another_site_is_reached(cast: Cast, wanted: str) -> None:
    assert enter(Client(), "leader", next=wanted)["Location"] == "/"


def test_who_is_signed_in_is_sent_on_from_the_sign_in_page(cast: Cast) -> None:
    response = signed_in(cast.leader).get(LOGIN)
    assert (response.status_code, response["Location"]) == (302, "/")


def test_the_form_needs_its_token(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert enter(strict, "leader").status_code == 403
    strict.get(LOGIN)
    token = strict.cookies["csrftoken"].value
    assert enter(strict, "leader", csrfmiddlewaretoken=token).status_code == 302


def test_failures_lock_the_account_from_there_with_a_clear_page(
    cast: Cast, settings: Settings
) -> None:
    client = Client()
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        assert enter(client, "leader", "wrong").status_code == 200
    locked = enter(client, "leader", "wrong")
    assert locked.status_code == 429
    assert "尝试次数过多" in locked.content.decode()
    assert enter(client, "leader").status_code == 429
    assert signed(client) is None


def test_a_lock_is_of_one_account_from_one_address(cast: Cast, settings: Settings) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        enter(Client(), "leader", "wrong")
    assert enter(Client(), "coordinator").status_code == 302
    assert enter(Client(REMOTE_ADDR="10.9.8.7"), "leader").status_code == 302


def test_signing_out_is_by_form_and_ends_the_session(cast: Cast) -> None:
    client = signed_in(cast.leader)
    assert client.get("/logout/").status_code == 405
    assert client.post("/logout/")["Location"] == LOGIN
    assert signed(client) is None


def test_beginnings_ends_and_failures_are_logged_with_the_address(cast: Cast) -> None:
    client = Client(REMOTE_ADDR="10.1.2.3")
    enter(client, "leader", "wrong")
    enter(client, "leader")
    client.post("/logout/")
    entries = Entry.objects.filter(action__startswith="session.").order_by("id")
    assert [(entry.action, entry.user) for entry in entries] == [
        ("session.refuse", None),
        ("session.begin", cast.leader),
        ("session.end", cast.leader),
    ]
    assert {entry.address for entry in entries} == {"10.1.2.3"}
    assert entries[0].after == {"login": "leader"}
    assert entries[0].object_uuid == cast.leader.uuid


def test_what_was_typed_as_an_unknown_account_is_not_kept(cast: Cast) -> None:
    enter(Client(), "my-secret-password")
    assert Entry.objects.get(action="session.refuse").after == {"login": None}


class TestDemonstration:
    @pytest.fixture(autouse=True)
    def demo(self, cast: Cast, settings: Settings) -> None:
        settings.TONGCHOU_DEMO = True
        User.objects.exclude(pk=cast.stranger.pk).update(demo=True)

    def click(self, user: User) -> tuple[int, Client]:
        client = Client()
        return client.post("/login/demo/", {"account": str(user.uuid)}).status_code, client

    def test_one_click_signs_in(self, cast: Cast) -> None:
        status, client = self.click(cast.liaison["开州"])
        assert status == 302
        assert signed(client) == str(cast.liaison["开州"].pk)

    def test_the_page_offers_every_demo_account_and_no_other(self, cast: Cast) -> None:
        text = Client().get(LOGIN).content.decode()
        for name, user in cast.everyone().items():
            assert (str(user.uuid) in text) == (name != "stranger")

    def test_an_account_that_is_not_for_it_is_refused(self, cast: Cast) -> None:
        status, client = self.click(cast.stranger)
        assert status == 404
        assert signed(client) is None

    def test_a_closed_account_is_refused(self, cast: Cast) -> None:
        User.objects.filter(pk=cast.leader.pk).update(is_active=False)
        assert self.click(cast.leader)[0] == 404

    def test_outside_a_demonstration_there_is_no_such_page(
        self, cast: Cast, settings: Settings
    ) -> None:
        settings.TONGCHOU_DEMO = False
        status, client = self.click(cast.leader)
        assert status == 404
        assert signed(client) is None
        assert str(cast.leader.uuid) not in Client().get(LOGIN).content.decode()

    @pytest.mark.parametrize(
        "account", ["", "1", "' OR 1=1", "00000000-0000-0000-0000-000000000000"]
    )
    def test_nonsense_is_refused(self, account: str) -> None:
        assert Client().post("/login/demo/", {"account": account}).status_code == 404

    def test_it_is_by_form_with_a_token_only(self, cast: Cast) -> None:
        assert Client().get("/login/demo/").status_code == 405
        strict = Client(enforce_csrf_checks=True)
        refused = strict.post("/login/demo/", {"account": str(cast.leader.uuid)})
        assert refused.status_code == 403
