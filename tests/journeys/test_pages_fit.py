"""Every page of the demo, on a desk and on a phone: nothing cut off, nothing complained of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.conftest import NARROW, WIDE, OpenPage, Person
from tongchou.apps.organizations.models import User
from tongchou.apps.programmes.actions import take_notice
from tongchou.apps.programmes.models import Programme
from tongchou.apps.reports.models import Period, Report, Submission
from tongchou.documents.write_notice import write_notice
from tongchou.project.demo import facts, simulated

if TYPE_CHECKING:
    from pytest_django.fixtures import SettingsWrapper

DRAFT = "still-a-draft"


@pytest.fixture
def demo(transactional_db: None, settings: SettingsWrapper) -> Programme:
    settings.TONGCHOU_DEMO = True
    settings.TONGCHOU_BUSINESS_DATE = "2023-10-20"
    simulated.fill()
    take_notice(
        data=write_notice(facts.load()),
        name=facts.NAME,
        by=User.objects.get(login="coordinator"),
        simulated=True,
        slug=DRAFT,
    )
    return Programme.objects.get(slug=simulated.SLUG)


def enter(person: Person, login: str) -> None:
    """The one click of the login page."""
    person.go("/login/")
    account = User.objects.get(login=login).uuid
    person.page.locator(f"button[name=account][value='{account}']").click()
    person.page.wait_for_url(f"{person.address}/**")
    person.page.locator("h1").first.wait_for()


def report_of(login: str, state: str) -> Report:
    """A report of this liaison's organization, or of this reviewer's jurisdiction."""
    held = User.objects.get(login=login).memberships.get()
    rows = Report.objects.filter(state=state).order_by("-period__end", "id")
    if held.organization_id:
        return rows.filter(organization=held.organization_id)[0]
    return rows.filter(organization__jurisdiction=held.jurisdiction_id)[0]


def pages(programme: Programme) -> dict[str, list[str]]:
    root = f"/p/{programme.slug}"
    approved = report_of("liaison-wanzhou", "approved")
    waiting = report_of("reviewer-wanzhou", "submitted")
    october = Report.objects.get(organization=approved.organization, period__end__month=10)
    submission = Submission.objects.filter(report=approved)[0]
    return {
        "coordinator": [
            "/", "/programmes/", "/programmes/new/", "/account/", f"{root}/",
            f"{root}/tasks/1/", f"{root}/tasks/7/", f"{root}/tasks/9/", f"{root}/tasks/13/",
            f"{root}/jurisdictions/500101/", f"{root}/jurisdictions/511700/", f"{root}/editions/",
            f"{root}/assessments/", f"{root}/assessments/7/", f"{root}/periods/",
            f"{root}/periods/{Period.objects.all()[0].uuid}/", f"{root}/revisions/1/",
            f"/notices/{programme.notice.uuid}/", f"{root}/reports/{approved.uuid}/",
            f"{root}/submissions/{submission.uuid}/", f"/p/{DRAFT}/", f"/p/{DRAFT}/confirm/",
            f"/p/{DRAFT}/confirm/7/", f"/p/{DRAFT}/confirm/9/", f"/p/{DRAFT}/confirm/rest/",
        ],
        "liaison-wanzhou": [
            f"{root}/reports/", f"{root}/reports/{october.uuid}/",
            f"{root}/reports/{approved.uuid}/",
        ],
        "reviewer-wanzhou": [f"{root}/reviews/", f"{root}/reviews/{waiting.uuid}/"],
        "leader": [f"{root}/"],
        "administrator": ["/people/", "/audit/"],
    }  # fmt: skip


def test_every_page_fits_and_is_quiet(demo: Programme, open_page: OpenPage) -> None:
    """Complaints of the console, policy violations and overflow are gathered by `open_page`."""
    for size in (WIDE, NARROW):
        for login, addresses in pages(demo).items():
            person = open_page(size)
            enter(person, login)
            for address in addresses:
                person.go(address)
                if address.startswith(("/p/", "/notices/")):
                    assert "演示数据" in person.text(), address
