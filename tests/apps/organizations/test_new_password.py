"""A new password for somebody: made, shown once, and changed before anything else is done."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.apps.organizations.person import address, text_of
from tests.cast import PASSWORD, Cast, signed_in
from tongchou.apps.audit.models import Entry
from tongchou.apps.organizations import actions
from tongchou.apps.organizations.models import User


def secret_in(response: HttpResponse) -> str:
    found = re.search(r'<output class="secret">([^<]+)</output>', text_of(response))
    assert found is not None
    return found[1]


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.administrator)


class TestNewPassword:
    def reset(self, client: Client, user: User) -> HttpResponse:
        return client.post(address(user, "password/"))

    def test_it_is_shown_once_and_opens_the_account(self, client: Client, cast: Cast) -> None:
        response = self.reset(client, cast.leader)
        password = secret_in(response)
        assert "no-store" in response["Cache-Control"]
        assert re.fullmatch(r"[a-z2-9]{4}(-[a-z2-9]{4}){3}", password)
        user = User.objects.get(pk=cast.leader.pk)
        assert user.check_password(password)
        assert user.must_change
        assert password not in text_of(client.get(address(cast.leader)))
        assert password not in str(list(Entry.objects.values_list("before", "after")))
        assert client.get(address(cast.leader, "password/")).status_code == 405

    def test_two_are_never_alike(self, client: Client, cast: Cast) -> None:
        first, second = (secret_in(self.reset(client, cast.leader)) for _ in range(2))
        assert first != second
        assert not User.objects.get(pk=cast.leader.pk).check_password(first)

    def test_open_sessions_end(self, client: Client, cast: Cast) -> None:
        theirs = signed_in(cast.leader)
        assert theirs.get("/account/").status_code == 200
        self.reset(client, cast.leader)
        assert theirs.get("/account/")["Location"].startswith("/login/")

    def test_a_locked_account_signs_in_again(self, client: Client, cast: Cast) -> None:
        theirs = Client()
        for _attempt in range(5):
            theirs.post("/login/", {"login": "leader", "password": "wrong"})
        right = {"login": "leader", "password": PASSWORD}
        assert theirs.post("/login/", right).status_code == 429
        right["password"] = secret_in(self.reset(client, cast.leader))
        assert theirs.post("/login/", right).status_code == 302

    def test_only_administrators_words_stand_in_the_audit_record(
        self, client: Client, cast: Cast
    ) -> None:
        self.reset(client, cast.leader)
        entry = Entry.objects.get(action="account.password.reset")
        assert (entry.user, entry.object_uuid) == (cast.administrator, cast.leader.uuid)
        assert entry.after == {"user": "leader"}
        assert "重置密码" in text_of(client.get("/audit/"))

    @pytest.mark.parametrize("who", ["own", "demo", "closed"])
    def test_some_passwords_are_not_set_here(self, client: Client, cast: Cast, who: str) -> None:
        user = cast.administrator if who == "own" else cast.leader
        User.objects.filter(pk=cast.leader.pk).update(demo=who == "demo", is_active=who != "closed")
        before = User.objects.get(pk=user.pk).password
        assert self.reset(client, user)["Location"] == address(user)
        text = text_of(client.get(address(user)))
        assert ("账号已停用" if who == "closed" else "密码未重置") in text
        assert User.objects.get(pk=user.pk).password == before
        assert address(user, "password/") not in text


class TestMustChange:
    NEW = "a-much-better-secret"

    @pytest.fixture
    def theirs(self, cast: Cast) -> Client:
        """The leader, signed in with the password that the system made."""
        self.made = actions.reset_password(user=cast.leader, by=cast.administrator)
        client = Client()
        client.post("/login/", {"login": "leader", "password": self.made})
        return client

    def change(self, client: Client, new: str) -> HttpResponse:
        return client.post("/account/", {"present": self.made, "new": new, "again": new})

    def test_every_other_page_leads_to_the_change(self, theirs: Client) -> None:
        for path in ("/", "/programmes/", "/login/resume/", "/people/"):
            response = theirs.get(path)
            assert (response.status_code, response["Location"]) == (302, "/account/"), path
        assert "请先设置自己的密码" in text_of(theirs.get("/account/"))
        assert theirs.post("/programmes/new/")["Location"] == "/account/"

    def test_signing_out_and_the_language_stay_open(self, theirs: Client) -> None:
        chosen = theirs.post("/language/", {"language": "en", "next": "/account/"})
        assert chosen["Location"] == "/account/"
        assert "Choose a password of your own first" in text_of(theirs.get("/account/"))
        assert theirs.post("/logout/")["Location"] == "/login/"

    def test_after_the_change_all_is_open(self, theirs: Client, cast: Cast) -> None:
        assert self.change(theirs, self.NEW)["Location"] == "/login/resume/"
        assert theirs.get("/").status_code == 200
        assert not User.objects.get(pk=cast.leader.pk).must_change

    def test_the_made_password_is_no_password_of_ones_own(self, theirs: Client, cast: Cast) -> None:
        assert "与当前密码相同" in text_of(self.change(theirs, self.made))
        assert User.objects.get(pk=cast.leader.pk).must_change

    def test_a_first_password_is_changed_too(self, client: Client) -> None:
        client.post(
            "/people/",
            {"login": "li-si", "name": "李四", "password": self.NEW, "role": "leader"},
        )
        theirs = Client()
        theirs.post("/login/", {"login": "li-si", "password": self.NEW})
        assert theirs.get("/")["Location"] == "/account/"
