"""The whole way in a real browser: from an uploaded notice to a bulletin that was opened."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import openpyxl
import pytest
from playwright.sync_api import Page

from tests.cast import Cast
from tests.journeys.conftest import Person
from tongchou.apps.audit.queries import verify
from tongchou.documents.write_notice import write_notice
from tongchou.project.demo import facts

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

SignIn = Callable[..., Person]
FIGURE = "43.21"


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


def open_september(coordinator: Person, slug: str) -> None:
    page = coordinator.go(f"/p/{slug}/periods/")
    dates = {"start": "2023-09-01", "end": "2023-09-30", "opens": "2023-09-20",
             "due": "2023-10-25", "closes": "2023-10-31"}  # fmt: skip
    for name, day in dates.items():
        page.fill(f"input[name={name}]", day)
    page.locator("form:has(input[name=closes]) button").click()
    page.wait_for_url(re.compile(r"/periods/[0-9a-f-]{36}/$"))
    assert "万州区农业农村委" in coordinator.text()


def fill(liaison: Person, slug: str, figure: str, words: str) -> str:
    """Opens the report that is due, states a figure and stages, attaches proof; its address."""
    page = liaison.go(f"/p/{slug}/reports/")
    page.locator("table.due a").first.click()
    page.wait_for_url(re.compile(r"/reports/[0-9a-f-]{36}/$"))
    page.locator("input[name^=value-]").first.fill(figure)
    line = page.locator("section.report-line", has=page.locator("input[name^=value-]"))
    line.locator("textarea[name^=words-]").fill(words)
    for stages in page.locator("fieldset.rungs").all():
        stages.locator("input[type=radio]").nth(2).check()
    for day in page.locator("input[name^=day-]").all():
        day.fill("2023-08-15")
    line.locator("input[type=file]").set_input_files(
        {"name": "台账.txt", "mimeType": "text/plain", "buffer": "演示".encode()}
    )
    return page.url


def submit(liaison: Person) -> None:
    liaison.page.locator("button[name=action][value=submit]").click()
    liaison.page.locator("form#report").wait_for(state="detached")


def review(reviewer: Person, slug: str) -> Page:
    page = reviewer.go(f"/p/{slug}/reviews/")
    page.locator("main table a").first.click()
    page.wait_for_url(re.compile(r"/reviews/[0-9a-f-]{36}/$"))
    return page


def publish(coordinator: Person, slug: str) -> None:
    """Assesses as of September's end and publishes the run."""
    page = coordinator.go(f"/p/{slug}/assessments/")
    page.fill("input[name=as_of]", "2023-09-30")
    page.locator("form:has(input[name=as_of]) button").click()
    page.wait_for_url("**/assessments/1/")
    page = coordinator.go(f"/p/{slug}/editions/")
    page.locator("main form[method=post] button").click()
    page.locator("a[href$='bulletin.docx']").first.wait_for()


def downloaded(person: Person, name: str, folder: Path) -> Path:
    with person.page.expect_download() as waiting:
        person.page.locator(f"a[href$='{name}']").first.click()
    path = folder / name
    waiting.value.save_as(path)
    return path


def words_of(bulletin: Path) -> str:
    paper = docx.Document(str(bulletin))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])


def cells_of(ledger: Path) -> set[str]:
    book = openpyxl.load_workbook(ledger)
    return {
        str(value)
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        for value in row
        if value is not None
    }


def test_from_the_notice_to_the_bulletin(people: Cast, sign_in: SignIn, tmp_path: Path) -> None:
    coordinator = sign_in(people.coordinator.login)
    slug = upload(coordinator, tmp_path)
    confirm(coordinator, slug)
    open_september(coordinator, slug)

    liaison = sign_in(people.liaison["万州"].login)
    address = fill(liaison, slug, "４１.５", "产值按月核算。")
    submit(liaison)
    assert "41.5" in liaison.text()

    reviewer = sign_in(people.reviewer["万州"].login)
    page = review(reviewer, slug)
    assert "41.5" in reviewer.text()
    page.fill("textarea[name=reason]", "请核对八月产值。")
    page.locator("button[value=return]").click()
    page.wait_for_url("**/reviews/")

    page = liaison.go(address.split(liaison.address)[1])
    assert "请核对八月产值。" in liaison.text()
    page.locator("input[name^=value-]").first.fill(FIGURE)
    submit(liaison)

    page = review(reviewer, slug)
    assert FIGURE in reviewer.text()
    page.locator("button[value=approve]").click()
    page.wait_for_url("**/reviews/")

    publish(coordinator, slug)
    leader = sign_in(people.leader.login)
    leader.go(f"/p/{slug}/tasks/18/")
    assert FIGURE in leader.text()
    leader.go(f"/p/{slug}/editions/")
    bulletin = words_of(downloaded(leader, "bulletin.docx", tmp_path))
    assert facts.load().document_number in bulletin
    assert FIGURE in bulletin
    assert FIGURE in cells_of(downloaded(leader, "ledger.xlsx", tmp_path))
    assert verify() == []
