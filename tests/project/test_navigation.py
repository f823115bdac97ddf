"""The tabs of each person, and which of them is marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from tests.cast import Cast, signed_in
from tongchou.apps.organizations.actions import give_role
from tongchou.apps.organizations.choices import Role
from tongchou.project.navigation import COVERS

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Programme

TAB = re.compile(r'<a href="([^"]*)"( aria-current="page")?>([^<]*)</a>')


def tabs(client: Client, address: str) -> list[str]:
    """The words of the tabs, the marked one with a star."""
    page = client.get(address).content.decode()
    bar = re.search(r'<nav class="nav".*?</nav>', page, re.DOTALL)
    return [word + ("*" if mark else "") for _, mark, word in TAB.findall(bar[0])] if bar else []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("coordinator", ["总览*", "填报期", "评估", "通报台账", "覆盖情况", "方案"]),
        ("leader", ["总览*", "评估", "通报台账", "覆盖情况"]),
        ("liaison 万州", ["总览*", "填报", "评估", "通报台账", "覆盖情况"]),
        ("reviewer 万州", ["总览*", "审核", "评估", "通报台账", "覆盖情况"]),
        ("administrator", ["人员", "审计"]),
        ("stranger", []),
    ],
)
def test_everyone_has_the_tabs_of_the_own_work(
    cast: Cast, programme: Programme, name: str, expected: list[str]
) -> None:
    address = f"/p/{programme.slug}/"
    assert tabs(signed_in(cast.everyone()[name]), address) == expected


def test_a_draft_offers_its_confirmation_and_nothing_that_needs_a_revision(
    cast: Cast, draft: Programme
) -> None:
    address = f"/p/{draft.slug}/confirm/"
    assert tabs(signed_in(cast.coordinator), address) == ["总览", "确认*", "覆盖情况", "方案"]


def test_who_sees_one_programme_only_has_its_tabs_everywhere(
    cast: Cast, programme: Programme
) -> None:
    assert tabs(signed_in(cast.leader), "/account/") == ["总览", "评估", "通报台账", "覆盖情况"]


def test_who_sees_several_programmes_is_offered_the_list(
    cast: Cast, programme: Programme, draft_beside: Programme
) -> None:
    assert tabs(signed_in(cast.leader), "/account/") == ["方案"]


@pytest.fixture
def draft_beside(cast: Cast, programme: Programme) -> Programme:
    from tests.programmes_cast import make_draft

    return make_draft(cast, slug="beside")


def test_a_role_in_another_programme_gives_no_tabs_here(
    cast: Cast, programme: Programme, draft_beside: Programme
) -> None:
    give_role(user=cast.stranger, role=Role.COORDINATOR, programme=draft_beside.uuid)
    client = signed_in(cast.stranger)
    assert tabs(client, f"/p/{draft_beside.slug}/confirm/") == ["总览", "确认*", "覆盖情况"]
    assert client.get(f"/p/{programme.slug}/").status_code == 404


def test_pages_below_a_tab_keep_it_marked(cast: Cast, programme: Programme) -> None:
    task = f"/p/{programme.slug}/tasks/1/"
    assert tabs(signed_in(cast.leader), task)[0] == "总览*"


def test_no_page_marks_two_tabs() -> None:
    covered = [name for names in COVERS.values() for name in names]
    assert len(covered) == len(set(covered))
    assert not set(covered) & set(COVERS)
