"""The page of one account, for the administrator: roles, closing, reopening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.apps.organizations.person import address, text_of
from tests.cast import PASSWORD, Cast, signed_in
from tests.programmes_cast import make_programme
from tests.refusals import codes
from tongchou.apps.audit.models import Entry
from tongchou.apps.organizations import actions
from tongchou.apps.organizations.models import Membership, User
from tongchou.apps.organizations.queries import standing

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Programme

ACTS = ("", "password/", "close/", "reopen/")


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.administrator)


@pytest.fixture
def programme(cast: Cast) -> Programme:
    return make_programme(cast)


def test_nobody_else_sees_or_changes_an_account(cast: Cast) -> None:
    before = list(User.objects.order_by("pk").values_list("password", "is_active"))
    written = Entry.objects.exclude(action="session.begin")
    entries = written.count()
    for name, user in cast.everyone().items():
        if name == "administrator":
            continue
        client = signed_in(user)
        assert client.get(address(cast.leader)).status_code == 404, name
        for act in ACTS:
            posted = client.post(address(cast.leader, act), {"role": "administrator"})
            assert posted.status_code == 404, (name, act)
    assert list(User.objects.order_by("pk").values_list("password", "is_active")) == before
    assert written.count() == entries


def test_an_account_that_does_not_exist_is_404(cast: Cast, client: Client) -> None:
    for act in ACTS:
        nobody = f"/people/{cast.jurisdiction['万州'].pk:032x}/{act}"
        assert client.post(nobody).status_code == 404, act


class TestRoles:
    def give(self, client: Client, user: User, **fields: object) -> HttpResponse:
        return client.post(address(user), {"role": "coordinator"} | fields)

    def test_the_programmes_stand_to_choose_by_name(
        self, client: Client, cast: Cast, programme: Programme
    ) -> None:
        text = text_of(client.get(address(cast.stranger)))
        assert f'<option value="{programme.uuid}">{programme.name}</option>' in text
        assert '<option value="" selected>全部方案</option>' in text

    def test_a_role_in_one_programme_is_given(
        self, client: Client, cast: Cast, programme: Programme
    ) -> None:
        assert self.give(client, cast.stranger, programme=programme.uuid).status_code == 302
        user = User.objects.get(pk=cast.stranger.pk)
        assert standing(user, programme.uuid).coordinator
        assert not standing(user, None).coordinator
        entry = Entry.objects.filter(action="role.give").latest("pk")
        assert (entry.user, entry.programme) == (cast.administrator, programme.uuid)
        text = text_of(client.get(address(cast.stranger)))
        assert "角色已授予" in text
        assert f">{programme.name}</td>" in text
        assert programme.name in text_of(signed_in(user).get("/account/"))

    def test_a_further_role_in_every_programme_is_given(self, client: Client, cast: Cast) -> None:
        place = cast.organization["开州"]
        self.give(client, cast.leader, role="liaison", organization=place.pk)
        held = User.objects.get(pk=cast.leader.pk).held
        assert [(m.role, m.programme, m.organization) for m in held] == [
            ("leader", None, None),
            ("liaison", None, place),
        ]

    def test_an_administrator_administers_the_whole_instance(
        self, client: Client, cast: Cast, programme: Programme
    ) -> None:
        self.give(client, cast.leader, role="administrator", programme=programme.uuid)
        assert User.objects.get(pk=cast.leader.pk).is_administrator
        with pytest.raises(ValueError, match="whole instance"):
            actions.give_role(user=cast.stranger, role="administrator", programme=programme.uuid)

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"role": "liaison"}, "该角色必须选择此项"),
            ({"programme": "7d5f9a1e-0000-4000-8000-000000000000"}, "选择一个有效的选项"),
            ({"programme": "all"}, "选择一个有效的选项"),
            ({"role": ""}, "必填"),
        ],
    )
    def test_a_bad_form_gives_nothing_and_stays_open(
        self, client: Client, cast: Cast, fields: dict[str, str], said: str
    ) -> None:
        response = self.give(client, cast.stranger, **fields)
        assert response.status_code == 200
        assert said in text_of(response)
        assert '<details class="more" open>' in text_of(response)
        assert not cast.stranger.memberships.exists()

    def test_a_role_that_is_held_is_not_given_again(
        self, client: Client, cast: Cast, programme: Programme
    ) -> None:
        for fields in ({}, {"programme": programme.uuid}):
            response = self.give(client, cast.coordinator, **fields)
            assert "已有该角色" in text_of(response)
            assert cast.coordinator.memberships.count() == 1

    def test_a_role_that_ended_is_given_anew(self, client: Client, cast: Cast) -> None:
        actions.end_role(membership=cast.leader.memberships.get(), by=cast.administrator)
        assert self.give(client, cast.leader, role="leader").status_code == 302
        assert [m.ended_at is None for m in cast.leader.memberships.all()] == [False, True]

    def test_a_closed_account_gets_none(self, client: Client, cast: Cast) -> None:
        actions.close_account(user=cast.leader, by=cast.administrator)
        assert "账号已停用" in text_of(self.give(client, cast.leader))
        assert "增加角色" not in text_of(client.get(address(cast.leader)))
        assert cast.leader.memberships.count() == 1

    def test_a_role_is_ended_from_here(self, client: Client, cast: Cast) -> None:
        membership = Membership.objects.get(user=cast.leader)
        ended = client.post(f"/people/roles/{membership.uuid}/end/")
        assert ended["Location"] == address(cast.leader)
        text = text_of(client.get(address(cast.leader)))
        assert "角色已撤销" in text
        assert "/end/" not in text


class TestClosing:
    def test_a_closed_account_neither_signs_in_nor_goes_on(
        self, client: Client, cast: Cast
    ) -> None:
        theirs = signed_in(cast.leader)
        assert client.post(address(cast.leader, "close/")).status_code == 302
        assert theirs.get("/account/")["Location"].startswith("/login/")
        refused = Client().post("/login/", {"login": "leader", "password": PASSWORD})
        assert refused.status_code == 200
        text = text_of(client.get(address(cast.leader)))
        assert "账号已停用" in text
        assert "恢复账号" in text
        assert cast.leader.memberships.get().ended_at is None

    def test_reopened_it_has_its_roles_again(self, client: Client, cast: Cast) -> None:
        client.post(address(cast.leader, "close/"))
        client.post(address(cast.leader, "reopen/"))
        user = User.objects.get(pk=cast.leader.pk)
        assert standing(user, None).leader
        assert "账号已恢复" in text_of(client.get(address(cast.leader)))
        written = Entry.objects.filter(object_uuid=user.uuid, user=cast.administrator)
        assert list(written.order_by("pk").values_list("action", "after")) == [
            ("account.close", {"user": "leader"}),
            ("account.reopen", {"user": "leader"}),
        ]

    def test_twice_is_once(self, cast: Cast) -> None:
        for act in (actions.close_account, actions.reopen_account):
            act(user=cast.leader, by=cast.administrator)
            act(user=cast.leader, by=cast.administrator)
        assert Entry.objects.filter(action__in=["account.close", "account.reopen"]).count() == 2

    def test_the_last_administrator_stays(self, client: Client, cast: Cast) -> None:
        client.post(address(cast.administrator, "close/"))
        assert "最后一名管理员" in text_of(client.get(address(cast.administrator)))
        assert User.objects.get(pk=cast.administrator.pk).is_active

    def test_a_closed_administrator_does_not_count(self, cast: Cast) -> None:
        actions.give_role(user=cast.leader, role="administrator")
        actions.close_account(user=cast.leader, by=cast.administrator)
        for remove in (
            lambda: actions.close_account(user=cast.administrator, by=cast.administrator),
            lambda: actions.end_role(
                membership=cast.administrator.memberships.get(), by=cast.administrator
            ),
        ):
            with pytest.raises(actions.Refused) as refused:
                remove()
            assert codes(refused) == ["X501"]
        actions.reopen_account(user=cast.leader, by=cast.administrator)
        actions.close_account(user=cast.administrator, by=cast.leader)
        assert not User.objects.get(pk=cast.administrator.pk).is_active


def test_the_number_of_queries_does_not_grow_with_the_roles(
    client: Client, cast: Cast, django_assert_max_num_queries: object
) -> None:
    for name in cast.organization:
        actions.give_role(user=cast.stranger, role="liaison", organization=cast.organization[name])
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        client.get(address(cast.stranger))
