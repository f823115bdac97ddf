"""A real browser on a live server; whatever a page complains of fails the test that saw it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tests.cast import PASSWORD, Cast, make_cast
from tongchou.apps.programmes.actions import confirm_programme, confirm_remaining, take_notice
from tongchou.apps.programmes.models import Programme
from tongchou.apps.reports.actions import open_period
from tongchou.documents.write_notice import write_notice
from tongchou.project import clock
from tongchou.project.demo import facts

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDE, NARROW = (1440, 900), (390, 844)
LANGUAGE = "zh-CN"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def chromium() -> str:
    named = os.environ.get("TONGCHOU_CHROMIUM")
    found = named or next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("no Chromium here: install it or name it in TONGCHOU_CHROMIUM")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread; Django is used beside it, not inside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield opened
        opened.close()


@dataclass
class Person:
    """A page of one person, and everything its console complained of."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        response = self.page.goto(f"{self.address}{path}")
        assert response is not None
        assert response.ok, f"{path}: {response.status}"
        self.fits()
        return self.page

    def fits(self) -> None:
        """The page is no wider than the window: wide tables scroll inside their own frame."""
        wide = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wide > 0:
            self.complaints.append(f"{self.page.url} is {wide} pixels too wide")

    def text(self) -> str:
        return self.page.locator("body").inner_text()


OpenPage = Callable[..., Person]


@pytest.fixture
def open_page(browser: Browser, live_server: object, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens a page of its own session; at the end no page may have complained."""
    contexts: list[BrowserContext] = []
    people: list[Person] = []

    def opened(size: tuple[int, int] = WIDE) -> Person:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale=LANGUAGE,
            timezone_id="Asia/Shanghai",
            accept_downloads=True,
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        person = Person(context.new_page(), str(live_server))
        listen(person)
        people.append(person)
        return person

    yield opened
    complaints = [complaint for person in people for complaint in person.complaints]
    for context in contexts:
        context.close()
    assert complaints == []


def listen(person: Person) -> None:
    """Errors, policy violations and failed requests of the page; a 4xx that a test asks for

    shows in the console too, so tests ask for those without the browser.
    """

    def heard(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            person.complaints.append(f"{person.page.url}: {message.text}")

    person.page.on("console", heard)
    person.page.on("pageerror", lambda error: person.complaints.append(str(error)))


@pytest.fixture
def sign_in(open_page: OpenPage) -> Callable[..., Person]:
    """A person at the login page who enters name and password."""

    def signed_in(login: str, size: tuple[int, int] = WIDE, to: str = "/account/") -> Person:
        person = open_page(size)
        person.go(f"/login/?next={to}")
        enter(person.page, login)
        return person

    return signed_in


def enter(page: Page, login: str) -> None:
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", PASSWORD)
    page.locator("form:has(input[name=password]) button").click()
    page.wait_for_url(lambda address: urlsplit(address).path != "/login/")


@pytest.fixture
def running(people: Cast) -> Programme:
    """The demo notice confirmed by the cast's coordinator, with one open period."""
    programme = take_notice(
        data=write_notice(facts.load()), name=facts.NAME, by=people.coordinator, slug="trial"
    )
    confirm_remaining(programme=programme, by=people.coordinator)
    confirm_programme(programme=programme, by=people.coordinator)
    today = clock.business_date()
    open_period(
        programme=programme,
        kind="month",
        start=date(2023, 9, 1),
        end=date(2023, 9, 30),
        opens=today,
        due=today,
        closes=today,
        by=people.coordinator,
    )
    return programme


@pytest.fixture
def people(transactional_db: None) -> Cast:
    return make_cast()
