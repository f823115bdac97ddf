"""The page of one's own account, and the people page of the administrator."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import PASSWORD, Cast, signed_in
from tongchou.apps.audit.models import Entry
from tongchou.apps.organizations import actions
from tongchou.apps.organizations.models import Membership, User

NEW = "a-much-better-secret"
PEOPLE = "/people/"


def change(client: Client, present: str = PASSWORD, new: str = NEW, again: str = NEW) -> object:
    return client.post("/account/", {"present": present, "new": new, "again": again})


class TestAccount:
    def test_it_shows_who_one_is_and_the_roles(self, cast: Cast) -> None:
        text = signed_in(cast.liaison["达州"]).get("/account/").content.decode()
        for shown in ("达州联络员", "联络员", "达州市农业农村局", "liaison-511700"):
            assert shown in text

    def test_without_a_role_it_says_whom_to_ask(self, cast: Cast) -> None:
        assert "角色由管理员授予" in signed_in(cast.stranger).get("/account/").content.decode()

    def test_the_password_is_changed_and_this_session_goes_on(self, cast: Cast) -> None:
        here, elsewhere = signed_in(cast.leader), signed_in(cast.leader)
        assert change(here).status_code == 302
        assert "密码已修改" in here.get("/account/").content.decode()
        assert elsewhere.get("/account/").status_code == 302
        assert User.objects.get(pk=cast.leader.pk).check_password(NEW)

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"present": "wrong"}, "当前密码不正确"),
            ({"again": "different-secret"}, "两次输入的新密码不一致"),
            ({"new": "short", "again": "short"}, "密码至少十个字符"),
            ({"new": "1234567890", "again": "1234567890"}, "密码不能全是数字"),
        ],
    )
    def test_a_bad_change_is_refused_in_words(
        self, cast: Cast, fields: dict[str, str], said: str
    ) -> None:
        response = change(signed_in(cast.leader), **fields)
        assert response.status_code == 200
        assert said in response.content.decode()
        assert User.objects.get(pk=cast.leader.pk).check_password(PASSWORD)
        assert not Entry.objects.filter(action="account.password").exists()

    def test_no_password_comes_back_in_the_page(self, cast: Cast) -> None:
        text = change(signed_in(cast.leader), present="wrong").content.decode()
        assert NEW not in text
        assert PASSWORD not in text

    @pytest.mark.django_db
    def test_a_demonstration_account_has_none_to_change(self) -> None:
        user = actions.open_account(login="demo", name="演示", password=None, demo=True)
        client = signed_in(user)
        assert 'name="present"' not in client.get("/account/").content.decode()
        change(client, present="")
        assert not User.objects.get(pk=user.pk).has_usable_password()


def opened(client: Client, **fields: object) -> object:
    filled = {"login": "li-si", "name": "李四", "password": NEW, "role": "leader"} | fields
    return client.post(PEOPLE, filled)


class TestPeople:
    @pytest.fixture
    def client(self, cast: Cast) -> Client:
        return signed_in(cast.administrator)

    def test_it_lists_everyone_with_role_and_place(self, cast: Cast, client: Client) -> None:
        text = client.get(PEOPLE).content.decode()
        for user in cast.everyone().values():
            assert user.name in text
        for organization in cast.organization.values():
            assert organization.name in text

    def test_an_account_is_opened_with_its_role(self, cast: Cast, client: Client) -> None:
        place = cast.organization["开州"]
        assert opened(client, role="liaison", organization=place.pk).status_code == 302
        user = User.objects.get(login="li-si")
        assert user.check_password(NEW)
        assert [(m.role, m.organization) for m in user.held] == [("liaison", place)]
        entries = Entry.objects.filter(user=cast.administrator).order_by("id")
        assert [entry.action for entry in entries][-2:] == ["account.open", "role.give"]
        assert "已为李四开立账号" in client.get(PEOPLE).content.decode()

    def test_a_place_that_the_role_does_not_have_is_left_out(
        self, cast: Cast, client: Client
    ) -> None:
        opened(client, role="leader", organization=cast.organization["开州"].pk)
        membership = Membership.objects.get(user__login="li-si")
        assert (membership.organization, membership.jurisdiction) == (None, None)

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"role": "liaison"}, "该角色必须选择此项"),
            ({"role": "reviewer"}, "该角色必须选择此项"),
            ({"login": "leader"}, "该账号已存在"),
            ({"login": "with space"}, "只能用字母、数字"),
            ({"password": "12345"}, "密码至少十个字符"),
            ({"role": "emperor"}, "选择一个有效的选项"),
            ({"name": ""}, "必填"),
        ],
    )
    def test_a_bad_form_opens_nothing_and_says_why(
        self, client: Client, fields: dict[str, object], said: str
    ) -> None:
        before = User.objects.count()
        response = opened(client, **fields)
        assert response.status_code == 200
        assert said in response.content.decode()
        assert User.objects.count() == before

    def test_a_role_is_ended(self, cast: Cast, client: Client) -> None:
        membership = Membership.objects.get(user=cast.leader)
        response = client.post(f"/people/roles/{membership.uuid}/end/")
        assert response.status_code == 302
        membership.refresh_from_db()
        assert membership.ended_at is not None
        assert "角色已撤销" in client.get(PEOPLE).content.decode()

    def test_the_last_administrator_stays_and_the_page_says_why(
        self, cast: Cast, client: Client
    ) -> None:
        membership = Membership.objects.get(user=cast.administrator)
        client.post(f"/people/roles/{membership.uuid}/end/")
        assert "最后一名管理员" in client.get(PEOPLE).content.decode()
        assert client.get(PEOPLE).status_code == 200

    def test_nobody_else_lists_opens_or_ends(self, cast: Cast) -> None:
        membership = Membership.objects.get(user=cast.leader)
        for name, user in cast.everyone().items():
            if name == "administrator":
                continue
            client = signed_in(user)
            assert client.get(PEOPLE).status_code == 404, name
            assert opened(client).status_code == 404, name
            assert client.post(f"/people/roles/{membership.uuid}/end/").status_code == 404, name
        membership.refresh_from_db()
        assert membership.ended_at is None
        assert not User.objects.filter(login="li-si").exists()

    def test_long_lists_come_in_pages(self, client: Client) -> None:
        for number in range(60):
            actions.open_account(login=f"u{number}", name=f"人员{number}", password=None)
        first, second = client.get(PEOPLE), client.get(f"{PEOPLE}?page=2")
        assert "第 1 页，共 2 页" in first.content.decode()
        assert "人员59" in second.content.decode()

    def test_the_number_of_queries_does_not_grow_with_the_people(
        self, client: Client, django_assert_max_num_queries: object
    ) -> None:
        with django_assert_max_num_queries(12):  # type: ignore[operator]
            client.get(PEOPLE)
