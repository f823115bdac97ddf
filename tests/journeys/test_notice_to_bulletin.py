"""The whole way in a real browser: from an uploaded notice to a bulletin that was opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cast import Cast
from tests.journeys.conftest import Person
from tongchou.documents.write_notice import write_notice
from tongchou.project.demo import facts

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

SignIn = Callable[..., Person]
TASK = 18


@pytest.fixture(autouse=True)
def october(settings: SettingsWrapper) -> None:
    settings.TONGCHOU_BUSINESS_DATE = "2023-10-20"


def upload(coordinator: Person, folder: Path) -> str:
    """Hands in the notice; returns the slug of its programme."""
    path = folder / facts.NAME
    path.write_bytes(write_notice(facts.load()))
    page = coordinator.go("/programmes/new/")
    page.set_input_files("input[type=file]", str(path))
    page.locator("form:has(input[type=file]) button").click()
    page.wait_for_url("**/confirm/")
    assert "25" in coordinator.text()
    return page.url.split("/p/")[1].split("/")[0]


def confirm(coordinator: Person, slug: str) -> None:
    """Reads two tasks beside their source, plans a stage, confirms the rest, seals."""
    page = coordinator.go(f"/p/{slug}/confirm/1/")
    assert page.locator("mark.span").count() > 0
    page.locator("button[name=confirm]").click()
    page.wait_for_url("**/confirm/2/")
    page = coordinator.go(f"/p/{slug}/confirm/17/")
    page.fill('input[name="rung-17.1-0-planned"]', "2023-05-31")
    page.locator("button[name=confirm]").click()
    page.wait_for_url("**/confirm/18/")
    page = coordinator.go(f"/p/{slug}/confirm/rest/")
    page.locator("main form[method=post] button").click()
    page.wait_for_url("**/confirm/")
    page.locator("main form[method=post] button").click()
    page.wait_for_url("**/revisions/1/")


def test_from_the_notice_to_the_bulletin(people: Cast, sign_in: SignIn, tmp_path: Path) -> None:
    coordinator = sign_in(people.coordinator.login)
    slug = upload(coordinator, tmp_path)
    confirm(coordinator, slug)
