"""Whatever people type or a notice says stays text: on every page, in every file, on both floors.

A programme whose notice, reports, reasons, people and file names all carry markup goes the whole
way; then each member of the cast follows every link there is.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from django.http import HttpResponse
from django.test import Client

from tests.apps.assessments import world as figures
from tests.apps.assessments.world import ON, SEPTEMBER
from tests.cast import Cast, signed_in
from tests.programmes_cast import draft_reading, notice_text, plan_rungs
from tongchou.apps.assessments.actions import assess
from tongchou.apps.files.queries import open_stored
from tongchou.apps.programmes import actions
from tongchou.apps.publications.actions import publish
from tongchou.apps.reports.actions import add_evidence, save_draft, submit
from tongchou.apps.reports.lines import targets_of_report
from tongchou.apps.reports.models import Period, Report
from tongchou.apps.reviews.actions import approve, return_report

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

    from tongchou.apps.programmes.models import Programme

MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}"
FORMULA = "=HYPERLINK(1)"
CONTROLS = "\x0b\x01\u202e\0"
PDF = b"%PDF-1.7\n%%EOF\n"
FILE_NAME = '<img src=x onerror=1>"; x=\r\n.pdf'
MARKS = ("<script>alert", "<img src=x", "onerror=alert(2)>")
OWN_SCRIPT = re.compile(r'<script src="/static/[^"]*" defer></script>')
STARTS = ("/", "/account/", "/people/", "/audit/", "/programmes/", "/programmes/new/")
FAILED = 500


@pytest.fixture
def drafted(cast: Cast, settings: SettingsWrapper) -> Programme:
    settings.TONGCHOU_BUSINESS_DATE = ON.isoformat()
    text = notice_text()
    for words in ("晚熟柑橘连片基地", "种好一片果", "编制完成"):
        text = text.replace(words, words + MARKUP + CONTROLS)
    return actions.take_notice(data=text.encode(), name='<b>"x.txt', by=cast.coordinator)


@pytest.fixture
def published(drafted: Programme, cast: Cast) -> Programme:
    plan_rungs(drafted, cast.coordinator)
    for task in draft_reading(drafted).tasks:
        actions.confirm_task(programme=drafted, task=task.number, by=cast.coordinator)
    actions.confirm_programme(programme=drafted, by=cast.coordinator)
    for user in cast.everyone().values():
        user.name = user.login + MARKUP[:30]
        user.save()
    period = figures.september(drafted, cast)
    for place in ("万州", "达州"):
        _submit(drafted, period, cast, place)
    _fill(drafted, period, cast, "开州")
    reports = {place: figures.report_of(period, cast, place) for place in ("万州", "达州")}
    approve(report=reports["万州"], by=cast.reviewer["万州"], on=ON)
    return_report(report=reports["达州"], reason=MARKUP, by=cast.reviewer["达州"], on=ON)
    run = assess(programme=drafted, as_of=SEPTEMBER, by=cast.coordinator)
    publish(programme=drafted, run=run, by=cast.coordinator)
    return drafted


def _fill(programme: Programme, period: Period, cast: Cast, place: str) -> Report:
    report, stated = figures.report_of(period, cast, place), figures.STATED[place]
    targets = targets_of_report(report)
    said: dict[str, Any] = {"words": FORMULA + MARKUP + CONTROLS, "problems": MARKUP}
    entries = [{**figures.entry(row, stated.get(row.key, 0)), **said} for row in targets]
    by = cast.liaison[place]
    save_draft(report=report, entries=entries, by=by, on=ON)
    add_evidence(report=report, target=targets[0].uuid, data=PDF, name=FILE_NAME, by=by, on=ON)
    return report


def _submit(programme: Programme, period: Period, cast: Cast, place: str) -> None:
    _fill(programme, period, cast, place)
    submit(report=figures.report_of(period, cast, place), by=cast.liaison[place], on=ON)


def crawled(client: Client, starts: tuple[str, ...] = STARTS) -> dict[str, HttpResponse]:
    """Every page that links lead to."""
    seen: dict[str, HttpResponse] = {}
    waiting = list(starts)
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        response: Any = client.get(address)
        seen[address] = response
        if response.status_code == 302:
            waiting.append(response["Location"].partition("#")[0])
        elif is_page(response):
            waiting += links(address, response.content.decode())
    return seen


def links(address: str, html: str) -> list[str]:
    found = [
        link.replace("&amp;", "&").partition("#")[0] for link in re.findall('href="([^"]+)"', html)
    ]
    found = [address.partition("?")[0] + link if link.startswith("?") else link for link in found]
    return [link for link in found if link.startswith("/") and not link.startswith("/static")]


def is_page(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith("text/html")


def assert_harmless(address: str, response: HttpResponse) -> None:
    assert response.status_code < FAILED, address
    assert "Content-Security-Policy" in response.headers, address
    assert response["Cache-Control"].startswith(("private", "max-age=0")), address
    if not is_page(response):
        return
    html = response.content.decode()
    assert not [mark for mark in MARKS if mark in html], address
    assert not re.findall(r"<[^>]*\s(?:style|on\w+)=\"", html), address
    assert "<script" not in OWN_SCRIPT.sub("", html), address
    assert not set(CONTROLS) & set(html), address


def test_no_page_takes_words_for_markup(published: Programme, cast: Cast) -> None:
    for user in cast.everyone().values():
        for address, response in crawled(signed_in(user)).items():
            assert_harmless(address, response)


def test_the_pages_of_a_draft_take_no_words_for_markup(drafted: Programme, cast: Cast) -> None:
    seen = crawled(signed_in(cast.coordinator), (f"/p/{drafted.slug}/confirm/",))
    assert len([address for address in seen if "/confirm/" in address]) > 5
    for address, response in seen.items():
        assert_harmless(address, response)


def test_files_are_handed_out_as_attachments_only(published: Programme, cast: Cast) -> None:
    handed = []
    for user in cast.everyone().values():
        for address, response in crawled(signed_in(user)).items():
            if response.status_code == 200 and not is_page(response):
                handed.append(address)
                assert response["Content-Disposition"].startswith("attachment;")
                assert "\n" not in response["Content-Disposition"]
                assert response["X-Content-Type-Options"] == "nosniff"
                assert response["Cache-Control"] == "private, no-store"
    assert {"evidence", "file", "bulletin.docx", "ledger.xlsx"} <= {
        part for address in handed for part in address.split("/")
    }


def test_no_text_of_a_ledger_is_a_formula(published: Programme) -> None:
    with open_stored(published.editions.get().ledger) as file:
        workbook = openpyxl.load_workbook(BytesIO(file.read()))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in cells if str(cell.value).startswith(FORMULA)]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]
