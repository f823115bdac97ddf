"""The overview of readings: how far it is, what is next, and sealing."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, signed_in
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme, Revision

CONFIRM_QUERIES = 7
REST_QUERIES = 7


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


@pytest.fixture
def address(draft: Programme) -> str:
    return f"/p/{draft.slug}/confirm/"


def test_every_task_stands_in_its_area_with_its_state(
    client: Client, cast: Cast, draft: Programme, address: str
) -> None:
    actions.confirm_task(programme=draft, task=1, by=cast.coordinator)
    page = client.get(address).content.decode()
    for words in ("种好一片果", "建好一条链", "晚熟柑橘连片基地", "已确认 1 / 5 项任务"):
        assert words in page
    assert page.count("待确认") == 4
    assert f'href="{address}2/"' in page
    assert "继续核对任务 2" in page


def test_the_header_and_who_signed_are_shown(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    for words in ("万农协〔2023〕5号", "重庆市开州区人民政府办公室", "2023-03-01", "参加，未签署"):
        assert words in page


def test_remarks_are_counted_at_their_task_and_shown_once(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert "关于整份通知的提示" in page
    assert "N123" in page
    assert "N121" not in page


def test_the_button_to_seal_comes_with_the_last_confirmation(
    client: Client, cast: Cast, draft: Programme, address: str
) -> None:
    assert "封存第 1 版" not in client.get(address).content.decode()
    actions.confirm_remaining(programme=draft, by=cast.coordinator)
    assert "封存第 1 版" in client.get(address).content.decode()


def test_sealing_too_early_says_what_is_left(
    client: Client, draft: Programme, address: str
) -> None:
    response = client.post(address)
    assert response.status_code == 422
    assert "P302" in response.content.decode()
    assert not Revision.objects.exists()


def test_sealing_leads_to_the_revision(
    client: Client, cast: Cast, draft: Programme, address: str
) -> None:
    actions.confirm_remaining(programme=draft, by=cast.coordinator)
    response = client.post(address)
    assert response.headers["Location"] == f"/p/{draft.slug}/revisions/1/"
    assert "方案开始运行" in client.get(response.headers["Location"]).content.decode()


def test_sent_twice_there_is_one_revision_and_the_page_says_so(
    client: Client, cast: Cast, draft: Programme, address: str
) -> None:
    actions.confirm_remaining(programme=draft, by=cast.coordinator)
    client.post(address)
    response = client.post(address, follow=True)
    assert "没有重复操作" in response.content.decode()
    assert Revision.objects.count() == 1


@pytest.mark.parametrize("path", ["", "rest/", "1/"])
def test_after_sealing_the_pages_lead_to_the_revision(
    client: Client, programme: Programme, path: str
) -> None:
    response = client.get(f"/p/{programme.slug}/confirm/{path}")
    assert response.headers["Location"] == f"/p/{programme.slug}/revisions/1/"


def test_the_rest_is_listed_before_it_is_confirmed_unread(
    client: Client, cast: Cast, draft: Programme, address: str
) -> None:
    actions.confirm_task(programme=draft, task=2, by=cast.coordinator)
    page = client.get(address + "rest/").content.decode()
    assert "未逐项核对" in page
    assert "晚熟柑橘连片基地" in page
    assert "农产品产销对接" not in page.split("<table")[1]
    assert draft.confirmations.count() == 1
    response = client.post(address + "rest/", follow=True)
    assert "已确认 4 项任务" in response.content.decode()
    assert draft.confirmations.filter(read=False).count() == 4


def test_what_stands_against_the_rest_is_said(
    client: Client, cast: Cast, draft: Programme, address: str
) -> None:
    path = "tasks/4/targets/4.1/answers"
    actions.correct(programme=draft, path=path, value={}, by=cast.coordinator)
    response = client.post(address + "rest/")
    assert response.status_code == 422
    assert "P305" in response.content.decode()
    assert not draft.confirmations.exists()


@pytest.mark.parametrize("path", ["", "rest/", "1/"])
def test_only_the_coordinator_finds_the_pages(cast: Cast, draft: Programme, path: str) -> None:
    for method in ("get", "post"):
        for name, user in cast.everyone().items():
            if name == "coordinator":
                continue
            response = getattr(signed_in(user), method)(f"/p/{draft.slug}/confirm/{path}")
            assert response.status_code == 404, (name, method)
    assert not draft.confirmations.exists()


def test_without_signing_in_there_is_only_the_sign_in_page(address: str, anonymous: Client) -> None:
    assert anonymous.get(address).status_code == 302


def test_the_number_of_queries(
    client: Client, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(CONFIRM_QUERIES):
        client.get(address)
    with django_assert_max_num_queries(REST_QUERIES):
        client.get(address + "rest/")
