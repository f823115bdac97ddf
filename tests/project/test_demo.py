"""The simulated programme: whole, sealed, plausible, and shown to nobody who is not signed in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings as now
from django.db import transaction
from django.test import Client, override_settings

from tests.cast import signed_in
from tongchou.apps.assessments.models import Run
from tongchou.apps.assessments.queries import content, latest_run, verdicts
from tongchou.apps.audit.models import Entry
from tongchou.apps.audit.queries import content_of, verify
from tongchou.apps.organizations.models import User
from tongchou.apps.organizations.queries import demo_accounts
from tongchou.apps.programmes.models import Programme
from tongchou.apps.publications.models import Edition
from tongchou.apps.reports.models import Evidence, Period, Report, Statement, Submission
from tongchou.apps.reviews.models import CurrentValue, Decision
from tongchou.domain.assessment.run import replays
from tongchou.project.demo import simulated

if TYPE_CHECKING:
    from pytest_django import DjangoDbBlocker

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def programme(
    place: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[Programme]:
    """The demo made once for this file, looked at by every test, rolled back at the end."""
    chosen = override_settings(
        TONGCHOU_DATA=place,
        TONGCHOU_SIGNING_KEY=place / "keys" / "heads.key",
        TONGCHOU_DEMO=True,
        TONGCHOU_BUSINESS_DATE="2023-10-20",
    )
    with django_db_blocker.unblock(), transaction.atomic(), chosen:
        simulated.fill()
        yield Programme.objects.get()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def data_directory(place: Path, programme: Programme) -> Path:
    return place


def test_it_is_sealed_as_simulated(programme: Programme) -> None:
    assert programme.simulated
    assert programme.slug == "wandakai-2023"
    assert content_of(programme.notice.record)["simulated"] is True
    for submission in Submission.objects.select_related("record"):
        assert content_of(submission.record)["simulated"] is True


def test_every_seal_holds(programme: Programme) -> None:
    assert verify() == []


def test_it_holds_the_facts(programme: Programme) -> None:
    assert programme.tasks.count() == 25
    assert programme.areas.count() == 6
    assert {party.jurisdiction.name: party.signed for party in programme.parties.all()} == {
        "万州": True, "达州": True, "开州": True, "云阳": False,
    }  # fmt: skip


def test_projects_lie_where_they_are(programme: Programme) -> None:
    for name, place in simulated.facts.projects().items():
        answers = {
            answer.jurisdiction.name
            for target in programme.targets.filter(project__name=name)
            for answer in target.answers.all()
        }
        assert answers == {place}


def test_every_task_was_confirmed_as_read(programme: Programme) -> None:
    assert programme.confirmations.filter(read=True).count() == 25
    assert programme.revisions.get().number == 1


def test_periods_run_from_the_baseline_to_october(programme: Programme) -> None:
    ends = [period.end.month for period in Period.objects.order_by("end")]
    assert ends == [3, 4, 5, 6, 7, 8, 9, 10]
    assert Period.objects.order_by("end")[0].kind == "baseline"


def test_every_state_can_be_seen(programme: Programme) -> None:
    october = Counter(Report.objects.filter(period__end__month=10).values_list("state", flat=True))
    assert set(october) == {"due", "draft", "submitted", "returned", "approved"}
    assert october["due"] == max(october.values())
    september = set(Report.objects.filter(period__end__month=9).values_list("state", flat=True))
    assert september == {"due", "submitted", "approved"}
    assert Decision.objects.filter(verdict="returned").count() > 10
    assert Evidence.objects.count() > 10
    assert Submission.objects.filter(number=2).exists()


def test_some_report_nothing(programme: Programme) -> None:
    silent = "达州市数字经济局"
    assert Report.objects.filter(organization__name=silent).exists()
    assert not Submission.objects.filter(report__organization__name=silent).exists()
    run = latest_run(programme)
    assert run is not None
    reasons = {row.reason for row in verdicts(run) if not row.light}
    assert "no_figure" in reasons


def test_every_light_can_be_seen(programme: Programme) -> None:
    run = latest_run(programme)
    assert run is not None
    assert run.as_of.isoformat() == "2023-09-30"
    lights = Counter(row.light for row in verdicts(run, "task") if not row.jurisdiction)
    assert {"green", "yellow", "orange", "red"} <= set(lights)
    assert lights["green"] > lights["red"]
    assert "" in {row.light for row in verdicts(run, "answer")}


def test_every_run_replays(programme: Programme) -> None:
    runs = list(Run.objects.select_related("record"))
    assert len(runs) == 7
    assert all(replays(content(run)) for run in runs)


def test_everything_said_says_that_it_is_simulated(programme: Programme) -> None:
    words = set(Statement.objects.exclude(words="").values_list("words", flat=True))
    problems = set(CurrentValue.objects.exclude(problems="").values_list("problems", flat=True))
    assert words
    assert problems
    assert not [said for said in words | problems if not said.startswith("（演示）")]


def test_everything_is_in_the_audit_record(programme: Programme) -> None:
    written = Counter(Entry.objects.values_list("action", flat=True))
    assert written["report.submit"] == Submission.objects.count()
    assert written["programme.confirm_task"] == 25
    assert written["programme.confirm"] == 1
    assert Entry.objects.filter(programme=programme.uuid, user=None).count() == 0


def test_the_accounts_are_offered_and_the_others_closed(programme: Programme) -> None:
    assert sorted(user.login for user in demo_accounts()) == [
        "administrator", "coordinator", "leader",
        "liaison-dazhou", "liaison-kaizhou", "liaison-wanzhou",
        "reviewer-dazhou", "reviewer-kaizhou", "reviewer-wanzhou",
    ]  # fmt: skip
    hidden = User.objects.filter(demo=False)
    assert hidden.count() > 30
    assert not any(user.has_usable_password() for user in hidden)


def test_one_click_enters_an_offered_account_and_no_other(programme: Programme) -> None:
    client = Client()
    page = client.get("/login/").content.decode()
    for user in demo_accounts():
        assert str(user.uuid) in page
        assert Client().post("/login/demo/", {"account": str(user.uuid)}).status_code == 302
    hidden = User.objects.filter(demo=False)[0]
    assert str(hidden.uuid) not in page
    assert client.post("/login/demo/", {"account": str(hidden.uuid)}).status_code == 404


def addresses(programme: Programme) -> list[str]:
    root = f"/p/{programme.slug}"
    report = Report.objects.filter(state="approved")[0]
    submission = Submission.objects.all()[0]
    edition = Edition.objects.all()[0]
    return [
        "/", "/programmes/", f"{root}/", f"{root}/tasks/9/", f"{root}/jurisdictions/500101/",
        f"{root}/editions/", f"{root}/editions/{edition.number}/bulletin.docx",
        f"{root}/editions/{edition.number}/ledger.xlsx", f"{root}/assessments/",
        f"{root}/assessments/1/", f"{root}/revisions/1/", f"{root}/reports/{report.uuid}/",
        f"{root}/submissions/{submission.uuid}/", f"/notices/{programme.notice.uuid}/",
        f"/notices/{programme.notice.uuid}/file",
    ]  # fmt: skip


def test_nothing_simulated_is_shown_to_anyone_who_is_not_signed_in(programme: Programme) -> None:
    figures = set(CurrentValue.objects.exclude(words="").values_list("words", flat=True)[:50])
    for address in addresses(programme):
        response = Client().get(address)
        assert response.status_code == 302, address
        assert response["Location"].startswith("/login/"), address
        assert not any(words in response.content.decode() for words in figures)
    assert figures


def test_every_page_says_that_it_is_simulated(programme: Programme) -> None:
    client = signed_in(User.objects.get(login="coordinator"))
    for address in addresses(programme):
        response = client.get(address, follow=True)
        assert response.status_code == 200, address
        if response["Content-Type"].startswith("text/html"):
            assert "演示数据" in response.content.decode(), address


def test_editions_freeze_the_quarters(programme: Programme) -> None:
    editions = list(Edition.objects.select_related("run", "bulletin").order_by("number"))
    assert [edition.run.as_of.month for edition in editions] == [3, 6, 9]
    assert (now.TONGCHOU_DATA / "files").is_dir()
