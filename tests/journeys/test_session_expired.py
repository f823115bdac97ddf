"""The session ends while a liaison is typing: nothing that was typed is lost."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page

from tests.cast import Cast
from tests.journeys.conftest import Person, enter
from tongchou.apps.programmes.models import Programme
from tongchou.apps.reports.models import Statement

SignIn = Callable[..., Person]
WORDS = "本月完成产值核算，台账已更新。"


@pytest.fixture
def typing(people: Cast, running: Programme, sign_in: SignIn) -> Person:
    """A liaison at a report, with a figure and words typed and nothing saved."""
    liaison = sign_in(people.liaison["万州"].login)
    page = liaison.go(f"/p/{running.slug}/reports/")
    page.locator("table.due a").first.click()
    page.wait_for_url(re.compile(r"/reports/[0-9a-f-]{36}/$"))
    page.locator("input[name^=value-]").first.fill("17.5")
    words_of(page).fill(WORDS)
    return liaison


def words_of(page: Page) -> Locator:
    line = page.locator("section.report-line", has=page.locator("input[name^=value-]"))
    return line.locator("textarea[name^=words-]")


def expire(person: Person) -> None:
    """What eight hours do: the browser has no session any more."""
    person.page.context.clear_cookies(name="sessionid")


def sign_in_again(person: Person, login: str) -> None:
    person.page.wait_for_url("**/login/**")
    enter(person.page, login)


def test_what_was_sent_is_carried_over_the_sign_in(typing: Person, people: Cast) -> None:
    address = typing.page.url
    expire(typing)
    typing.page.locator(".bottom-bar button[value=save]").click()
    sign_in_again(typing, people.liaison["万州"].login)
    assert WORDS in typing.text()
    assert not Statement.objects.filter(words=WORDS).exists()
    typing.page.locator("main form button.primary").click()
    typing.page.wait_for_url(address)
    assert words_of(typing.page).input_value() == WORDS
    assert Statement.objects.get(words=WORDS).value == "17.5"


def test_what_was_only_typed_is_brought_back(typing: Person, people: Cast) -> None:
    address = typing.page.url
    expire(typing)
    typing.page.goto(address)
    sign_in_again(typing, people.liaison["万州"].login)
    typing.page.wait_for_url(address)
    typing.page.locator("#restored").wait_for(state="visible")
    assert words_of(typing.page).input_value() == WORDS
    assert typing.page.locator("input[name^=value-]").first.input_value() == "17.5"


def test_nobody_else_is_shown_what_was_typed(typing: Person, people: Cast) -> None:
    expire(typing)
    typing.page.locator(".bottom-bar button[value=save]").click()
    sign_in_again(typing, people.leader.login)
    assert WORDS not in typing.page.content()
    # The page the liaison was on does not exist for a leader, and the console says so.
    assert all("404" in complaint for complaint in typing.complaints)
    typing.complaints.clear()
