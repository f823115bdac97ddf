"""What a liaison typed and never saved comes back: after a closed window, on a phone, beside a

draft that was saved elsewhere meanwhile. The texts are kept in the browser alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.journeys.conftest import NARROW, WIDE, Person
from tongchou.apps.programmes.models import Programme
from tongchou.apps.reports.models import Statement

SignIn = Callable[..., Person]
WORDS = "设备已进场，正在调试。"
PROBLEM = "用地手续尚未办结。"


@pytest.fixture
def opened(people: Cast, running: Programme, sign_in: SignIn) -> Callable[..., Person]:
    """A liaison at the report that is due."""

    def at_report(size: tuple[int, int] = WIDE) -> Person:
        liaison = sign_in(people.liaison["万州"].login, size)
        page = liaison.go(f"/p/{running.slug}/reports/")
        page.locator("table.due a").first.click()
        page.wait_for_url(re.compile(r"/reports/[0-9a-f-]{36}/$"))
        return liaison

    return at_report


def type_in(page: Page) -> None:
    """A figure, words, and a problem in its folded field."""
    line = page.locator("section.report-line", has=page.locator("input[name^=value-]")).first
    line.locator("input[name^=value-]").fill("１２.5")
    line.locator("textarea[name^=words-]").fill(WORDS)
    line.locator("details.more:not(.evidence) summary").click()
    line.locator("textarea[name^=problems-]").fill(PROBLEM)


def expect_typed(page: Page) -> None:
    line = page.locator("section.report-line", has=page.locator("input[name^=value-]")).first
    expect(line.locator("input[name^=value-]")).to_have_value("１２.5")
    expect(line.locator("textarea[name^=words-]")).to_have_value(WORDS)
    problems = line.locator("textarea[name^=problems-]")
    expect(problems).to_be_visible()
    expect(problems).to_have_value(PROBLEM)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["desk", "phone"])
def test_a_closed_window_loses_nothing(
    opened: Callable[..., Person], size: tuple[int, int]
) -> None:
    liaison = opened(size)
    address = liaison.page.url
    type_in(liaison.page)
    liaison.page.close()
    liaison.page = liaison.page.context.new_page()
    liaison.page.goto(address)
    expect(liaison.page.locator("#restored")).to_be_visible()
    expect_typed(liaison.page)
    liaison.fits()
    assert not Statement.objects.exclude(words="").exists()


def test_once_saved_nothing_is_offered_again(opened: Callable[..., Person]) -> None:
    page = opened().page
    type_in(page)
    page.locator(".bottom-bar button[value=save]").click()
    page.locator(".message.good").wait_for()
    assert Statement.objects.get(words=WORDS).value == "１２.5"
    page.reload()
    expect_typed(page)
    for name in ("#restored", "#offered", "#signed-out"):
        expect(page.locator(name)).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_a_draft_saved_elsewhere_is_not_overwritten_unasked(opened: Callable[..., Person]) -> None:
    here = opened()
    type_in(here.page)
    elsewhere = opened()
    elsewhere.page.locator("textarea[name^=words-]").first.fill("另一台电脑上写的。")
    elsewhere.page.locator(".bottom-bar button[value=save]").click()
    elsewhere.page.locator(".message.good").wait_for()
    here.page.reload()
    expect(here.page.locator("#offered")).to_be_visible()
    expect(here.page.locator("textarea[name^=words-]").first).to_have_value("另一台电脑上写的。")
    here.page.locator("#offered [data-restore]").click()
    expect_typed(here.page)


def test_what_is_discarded_stays_away(opened: Callable[..., Person]) -> None:
    page = opened().page
    type_in(page)
    page.reload()
    page.locator("#restored [data-discard]").click()
    expect(page.locator("textarea[name^=words-]").first).to_have_value("")
    page.reload()
    expect(page.locator("#restored")).to_be_hidden()
    expect(page.locator("textarea[name^=words-]").first).to_have_value("")


def test_a_session_that_ends_while_saving_in_the_background_is_said(
    opened: Callable[..., Person],
) -> None:
    liaison = opened()
    page = liaison.page
    page.clock.install()
    page.reload()
    type_in(page)
    page.context.clear_cookies(name="sessionid")
    page.clock.run_for(31_000)
    expect(page.locator("#signed-out")).to_be_visible()
    expect_typed(page)
    assert WORDS in page.evaluate("Object.values(localStorage).join()")
    # A refused request shows in the console of the browser.
    assert all("401" in complaint for complaint in liaison.complaints)
    liaison.complaints.clear()
