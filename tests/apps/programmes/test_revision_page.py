"""What a revision sealed, for every member; and the list of programmes."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, signed_in
from tests.programmes_cast import notice_text
from tongchou.apps.organizations.models import User
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme
from tongchou.apps.programmes.queries import revision_in_force

REVISION_QUERIES = 6
LIST_QUERIES = 6


def address(programme: Programme, number: int = 1) -> str:
    return f"/p/{programme.slug}/revisions/{number}/"


@pytest.fixture
def page(cast: Cast, programme: Programme) -> str:
    return signed_in(cast.leader).get(address(programme)).content.decode()


def test_the_sealed_content_stands_in_tables(page: str) -> None:
    for words in (
        "种好一片果",
        "晚熟柑橘连片基地",
        "新增晚熟柑橘3.6万亩",
        "3.6万亩",
        "万州冷链集配中心项目",
    ):
        assert words in page
    assert "2 个领域，5 项任务，8 个目标" in page
    assert page.count("<table") == 2


def test_stages_show_their_days_and_answers_their_organizations(page: str) -> None:
    assert "启动编制" in page
    assert "2023-03-31" in page
    assert "开州区农业农村委" in page
    assert "不填报" in page


def test_who_sealed_it_when_and_under_which_digest(page: str, programme: Programme) -> None:
    record = revision_in_force(programme).record
    assert record.digest in page
    assert str(record.uuid) in page
    assert "统筹员" in page
    assert f"/notices/{programme.notice.uuid}/" in page


def test_a_simulated_programme_says_so(cast: Cast) -> None:
    programme = actions.take_notice(
        data=notice_text().encode(), name="a.txt", by=cast.coordinator, simulated=True
    )
    actions.confirm_remaining(programme=programme, by=cast.coordinator)
    client = signed_in(cast.coordinator)
    assert "演示数据" in client.get(f"/p/{programme.slug}/confirm/").content.decode()
    actions.confirm_programme(programme=programme, by=cast.coordinator)
    assert "演示数据" in client.get(address(programme)).content.decode()
    assert "演示数据" in client.get("/programmes/").content.decode()


def test_who_may_open_it(cast: Cast, programme: Programme) -> None:
    seen = {
        name: signed_in(user).get(address(programme)).status_code
        for name, user in cast.everyone().items()
    }
    outside = {"stranger", "administrator"}
    assert seen == {name: 404 if name in outside else 200 for name in seen}


def test_a_revision_that_is_not_there_is_not_found(cast: Cast, programme: Programme) -> None:
    assert signed_in(cast.leader).get(address(programme, 2)).status_code == 404


def test_a_draft_has_no_revision(cast: Cast, draft: Programme) -> None:
    assert signed_in(cast.coordinator).get(address(draft)).status_code == 404


def test_the_list_names_what_the_person_may_see(cast: Cast, programme: Programme) -> None:
    def listed(user: User) -> bool:
        page = signed_in(user).get("/programmes/").content.decode()
        return programme.name in page.split("<main")[1]

    seen = {name: listed(user) for name, user in cast.everyone().items()}
    outside = {"stranger", "administrator"}
    assert seen == {name: name not in outside for name in seen}


def test_a_draft_in_the_list_leads_on_only_for_its_coordinator(
    cast: Cast, draft: Programme
) -> None:
    confirm = f"/p/{draft.slug}/confirm/"
    assert confirm in signed_in(cast.coordinator).get("/programmes/").content.decode()
    page = signed_in(cast.leader).get("/programmes/").content.decode()
    assert draft.name in page
    assert confirm not in page


def test_an_empty_list_says_what_to_do(cast: Cast) -> None:
    assert "上传通知新建方案" in signed_in(cast.coordinator).get("/programmes/").content.decode()
    page = signed_in(cast.stranger).get("/programmes/").content.decode()
    assert "还没有方案" in page
    assert "/programmes/new/" not in page


def test_the_number_of_queries(
    cast: Cast, programme: Programme, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client: Client = signed_in(cast.coordinator)
    with django_assert_max_num_queries(REVISION_QUERIES):
        client.get(address(programme))
    with django_assert_max_num_queries(LIST_QUERIES):
        client.get("/programmes/")
