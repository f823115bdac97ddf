"""Accounts, roles and the standing they give."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests.cast import JURISDICTIONS, PASSWORD, Cast, account
from tests.refusals import codes
from tongchou.apps.audit.models import Entry
from tongchou.apps.organizations import actions, queries
from tongchou.apps.organizations.choices import Role
from tongchou.apps.organizations.models import Membership, User
from tongchou.domain.shared.findings import Refused


def test_the_cast_has_a_liaison_and_a_reviewer_in_each_jurisdiction(cast: Cast) -> None:
    assert list(cast.liaison) == list(cast.reviewer) == list(JURISDICTIONS)
    for name in JURISDICTIONS:
        liaison = queries.standing(cast.liaison[name], None)
        reviewer = queries.standing(cast.reviewer[name], None)
        assert liaison.organizations == {cast.organization[name].pk}
        assert reviewer.jurisdictions == {cast.jurisdiction[name].pk}
        assert (liaison.liaison, liaison.reviewer) == (True, False)
        assert (reviewer.liaison, reviewer.reviewer) == (False, True)


def test_the_single_roles_stand_alone(cast: Cast) -> None:
    assert queries.standing(cast.coordinator, None) == queries.Standing(coordinator=True)
    assert queries.standing(cast.leader, None) == queries.Standing(leader=True)
    assert queries.standing(cast.administrator, None) == queries.Standing(administrator=True)
    assert queries.standing(cast.stranger, None) == queries.Standing()


def test_a_role_in_one_programme_counts_in_that_one_only(cast: Cast) -> None:
    here, elsewhere = uuid4(), uuid4()
    actions.give_role(user=cast.stranger, role=Role.COORDINATOR, programme=here)
    assert queries.standing(cast.stranger, here).coordinator
    assert not queries.standing(cast.stranger, elsewhere).coordinator
    assert not queries.standing(cast.stranger, None).coordinator
    assert queries.programme_uuids_of(cast.stranger) == {here}


def test_a_role_for_all_programmes_shows_all_and_administration_shows_none(cast: Cast) -> None:
    assert queries.programme_uuids_of(cast.leader) is None
    assert queries.programme_uuids_of(cast.administrator) == set()
    assert queries.programme_uuids_of(cast.stranger) == set()


def test_a_closed_account_has_no_standing(cast: Cast) -> None:
    cast.coordinator.is_active = False
    cast.coordinator.save()
    again = User.objects.get(pk=cast.coordinator.pk)
    assert queries.standing(again, None) == queries.Standing()
    assert not again.is_administrator


def test_somebody_who_is_no_account_has_no_standing(cast: Cast) -> None:
    assert queries.standing(None, None) == queries.Standing()


def test_an_ended_role_no_longer_counts_and_stays_on_record(cast: Cast) -> None:
    membership = Membership.objects.get(user=cast.leader)
    actions.end_role(membership=membership, by=cast.administrator)
    again = User.objects.get(pk=cast.leader.pk)
    assert not queries.standing(again, None).leader
    membership.refresh_from_db()
    assert membership.ended_at is not None
    entry = Entry.objects.get(action="role.end")
    assert (entry.user, entry.before["role"]) == (cast.administrator, "leader")


def test_ending_a_role_twice_ends_it_once(cast: Cast) -> None:
    membership = Membership.objects.get(user=cast.leader)
    actions.end_role(membership=membership, by=cast.administrator)
    actions.end_role(membership=membership, by=cast.administrator)
    assert Entry.objects.filter(action="role.end").count() == 1


def test_the_last_administrator_stays(cast: Cast) -> None:
    membership = Membership.objects.get(user=cast.administrator)
    with pytest.raises(Refused) as refused:
        actions.end_role(membership=membership, by=cast.administrator)
    assert codes(refused) == ["X501"]
    membership.refresh_from_db()
    assert membership.ended_at is None
    actions.give_role(user=cast.leader, role=Role.ADMINISTRATOR)
    actions.end_role(membership=membership, by=cast.administrator)


@pytest.mark.parametrize(
    ("role", "has_organization", "has_jurisdiction"),
    [
        (Role.LIAISON, False, False),
        (Role.LIAISON, True, True),
        (Role.REVIEWER, False, False),
        (Role.REVIEWER, True, True),
        (Role.COORDINATOR, True, False),
        (Role.LEADER, False, True),
    ],
)
def test_a_role_without_its_place_or_with_a_wrong_one_is_an_error(
    cast: Cast, role: str, has_organization: bool, has_jurisdiction: bool
) -> None:
    with pytest.raises(ValueError, match="only"):
        actions.give_role(
            user=cast.stranger,
            role=role,
            organization=cast.organization["万州"] if has_organization else None,
            jurisdiction=cast.jurisdiction["万州"] if has_jurisdiction else None,
        )
    assert not Membership.objects.filter(user=cast.stranger).exists()


def test_registering_what_is_registered_gives_the_same_row_and_one_entry(cast: Cast) -> None:
    before = Entry.objects.count()
    again = actions.register_jurisdiction(name="万州")
    organization = actions.register_organization(jurisdiction=again, name=JURISDICTIONS["万州"][2])
    assert again == cast.jurisdiction["万州"]
    assert organization == cast.organization["万州"]
    assert Entry.objects.count() == before


def test_a_jurisdiction_without_a_code_still_gets_an_address(db: None) -> None:
    assert actions.register_jurisdiction(name="云阳").slug == "j1"


def test_passwords_are_kept_as_digests_and_their_change_is_logged(db: None) -> None:
    user = account("zhang", "张三")
    assert PASSWORD not in user.password
    actions.change_password(user=user, password="another-long-secret")
    assert user.check_password("another-long-secret")
    entry = Entry.objects.get(action="account.password")
    assert (entry.before, entry.after) == (None, None)


def test_an_account_without_a_password_opens_with_none(db: None) -> None:
    user = actions.open_account(login="demo", name="演示", password=None, demo=True)
    assert not user.has_usable_password()
    assert not user.check_password("")


def test_demo_accounts_come_by_jurisdiction_with_the_joint_office_first(cast: Cast) -> None:
    User.objects.update(demo=True)
    groups = queries.by_jurisdiction(queries.demo_accounts())
    names = [jurisdiction.name if jurisdiction else "" for jurisdiction, _ in groups]
    assert names == ["", *JURISDICTIONS]
    assert [len(users) for _, users in groups] == [4, 2, 2, 2]


def test_memberships_are_read_once_for_a_person(
    cast: Cast, django_assert_num_queries: object
) -> None:
    user = User.objects.get(pk=cast.liaison["万州"].pk)
    with django_assert_num_queries(1):  # type: ignore[operator]
        queries.standing(user, None)
        queries.standing(user, uuid4())
        queries.programme_uuids_of(user)
        assert not user.is_administrator
        assert queries.jurisdiction_of(user) == cast.jurisdiction["万州"]
