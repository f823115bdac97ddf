"""The coverage page, and promises that are adopted and given up again."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.apps.programmes.promising import ALLIANCE, OWNERS, TRAINS, promising_draft
from tests.cast import Cast, signed_in
from tests.refusals import codes
from tongchou.apps.audit.models import Entry
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme, Task
from tongchou.apps.programmes.queries import content_of_revision, draft_reading, revision_in_force
from tongchou.domain.programme.target import Cadence
from tongchou.domain.shared.findings import Refused

COVERAGE_QUERIES, ADOPT_QUERIES = 6, 5


@pytest.fixture
def draft(cast: Cast) -> Programme:
    return promising_draft(cast)


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


def adopt(cast: Cast, draft: Programme, promise: str = "c3.2") -> int:
    return actions.adopt_promise(
        programme=draft,
        promise=promise,
        owners=OWNERS,
        cadence=Cadence.QUARTER,
        by=cast.coordinator,
    )


def seal(cast: Cast, draft: Programme) -> None:
    actions.confirm_remaining(programme=draft, by=cast.coordinator)
    actions.confirm_programme(programme=draft, by=cast.coordinator)


def test_an_adopted_promise_is_a_task_to_confirm(cast: Cast, draft: Programme) -> None:
    assert adopt(cast, draft) == 6
    reading = draft_reading(draft)
    (target,) = reading.targets_of(6)
    assert (target.text, target.cadence, target.answers) == (TRAINS, Cadence.QUARTER, OWNERS)
    assert list(draft.overrides.values_list("path", flat=True)) == ["adopted/c3.2"]
    assert Entry.objects.filter(action="programme.adopt").count() == 1
    actions.confirm_task(programme=draft, task=6, by=cast.coordinator)


def test_what_is_corrected_in_it_is_kept_with_it(cast: Cast, draft: Programme) -> None:
    adopt(cast, draft)
    path = "tasks/6/targets/6.1/combine"
    actions.confirm_task(programme=draft, task=6, by=cast.coordinator)
    actions.correct(programme=draft, path=path, value="largest", by=cast.coordinator)
    assert list(draft.overrides.values_list("path", flat=True)) == ["adopted/c3.2"]
    assert draft_reading(draft).target("6.1").combine == "largest"
    assert not draft.confirmations.exists()


@pytest.mark.parametrize("promise", ["c1.1", "c9.9"])
def test_only_an_open_promise_is_adopted(cast: Cast, draft: Programme, promise: str) -> None:
    with pytest.raises(Refused) as refused:
        adopt(cast, draft, promise)
    assert codes(refused) == ["P315"]


def test_giving_it_up_leaves_nothing(cast: Cast, draft: Programme) -> None:
    before = draft_reading(draft)
    adopt(cast, draft)
    actions.confirm_task(programme=draft, task=6, by=cast.coordinator)
    actions.release_promise(programme=draft, promise="c3.2", by=cast.coordinator)
    assert draft_reading(draft) == before
    assert not draft.confirmations.exists()
    with pytest.raises(Refused):
        actions.release_promise(programme=draft, promise="c3.2", by=cast.coordinator)


def test_it_is_sealed_with_its_origin_and_cadence(cast: Cast, draft: Programme) -> None:
    adopt(cast, draft)
    seal(cast, draft)
    task = Task.objects.get(number=6)
    assert (task.origin, task.area.name) == ("prose", "正文事项")
    assert task.targets.get().cadence == "quarter"
    content = content_of_revision(revision_in_force(draft))
    sealed = next(row for row in content["tasks"] if row["number"] == 6)
    assert (sealed["origin"], sealed["promise"]) == ("prose", "c3.2")


def states(page: str) -> dict[str, str]:
    rows = re.findall(r'<tr id="(c\d+\.\d+)">.*?<span class="badge \w+">([^<]+)</span>', page, re.S)
    return dict(rows)


def test_the_page_shows_every_promise_its_record_and_its_state(
    client: Client, cast: Cast, draft: Programme
) -> None:
    adopt(cast, draft)
    page = client.get(f"/p/{draft.slug}/coverage/").content.decode()
    assert states(page) == {
        "c1.1": "已由任务承担",
        "c1.2": "已由任务承担",
        "c3.1": "待落实",
        "c3.2": "已列为正文事项",
    }
    assert "正文没有提到的任务" in page
    assert f"/p/{draft.slug}/confirm/6/" in page


def test_it_is_filtered_by_state(client: Client, draft: Programme) -> None:
    page = client.get(f"/p/{draft.slug}/coverage/?standing=open").content.decode()
    assert states(page) == {"c3.1": "待落实", "c3.2": "待落实"}
    page = client.get(f"/p/{draft.slug}/coverage/?standing=adopted").content.decode()
    assert "这里没有承诺" in page


def test_the_coverage_page_is_searched_by_words(client: Client, draft: Programme) -> None:
    address = f"/p/{draft.slug}/coverage/"
    page = client.get(address, {"q": ALLIANCE[:6], "standing": "open"}).content.decode()
    assert list(states(page)) == ["c3.1"]
    assert "?standing=adopted&amp;q=" in page, "a filter keeps the words"
    page = client.get(address, {"q": "没有这样的字"}).content.decode()
    assert states(page) == {}
    assert "正文的承诺中没有这些字词" in page


def posted(client: Client, draft: Programme, **data: str):
    address = f"/p/{draft.slug}/coverage/c3.1/"
    form = {"name": ALLIANCE, "cadence": "quarter", "owner-0": "万州区商务委", **data}
    return client.post(address, form)


def test_adopting_from_the_page_leads_to_its_task(client: Client, draft: Programme) -> None:
    address = f"/p/{draft.slug}/coverage/c3.1/"
    page = client.get(address).content.decode()
    assert ALLIANCE in page
    assert "万州区农业农村委" in page
    response = posted(client, draft, until="2023-09-30")
    assert response.headers["Location"] == f"/p/{draft.slug}/confirm/6/"
    task = draft_reading(draft).task(6)
    assert str(task.period.end) == "2023-09-30"
    page = client.get(response.headers["Location"]).content.decode()
    assert "<h3>正文</h3>" in page
    assert ALLIANCE in re.sub(r"<[^>]+>", "", page)
    assert client.get(address).status_code == 302


@pytest.mark.parametrize(
    "wrong", [{"owner-0": ""}, {"name": ""}, {"cadence": "daily"}, {"until": "2031-01-01"}]
)
def test_a_wrong_entry_is_said_at_the_form(
    client: Client, draft: Programme, wrong: dict[str, str]
) -> None:
    response = posted(client, draft, **wrong)
    assert response.status_code == 422
    page = response.content.decode()
    assert 'role="alert"' in page or 'class="error"' in page
    assert not draft.overrides.exists()


def test_giving_up_from_the_page(client: Client, cast: Cast, draft: Programme) -> None:
    adopt(cast, draft)
    address = f"/p/{draft.slug}/coverage/c3.2/release/"
    assert "已撤销" in client.post(address, follow=True).content.decode()
    assert not draft.overrides.exists()
    assert "查看原文" in client.post(address, follow=True).content.decode()


def test_members_see_the_coverage_of_a_programme_that_runs(cast: Cast, draft: Programme) -> None:
    liaison = signed_in(cast.liaison["万州"])
    address = f"/p/{draft.slug}/coverage/"
    assert liaison.get(address).status_code == 404
    seal(cast, draft)
    page = liaison.get(address).content.decode()
    assert states(page)["c3.1"] == "待落实"
    assert "列为正文事项</a>" not in page
    assert signed_in(cast.coordinator).get(f"{address}c3.1/").status_code == 404


@pytest.mark.parametrize("promise", ["c9.9", "x"])
def test_a_promise_that_is_not_there_is_not_found(
    client: Client, draft: Programme, promise: str
) -> None:
    assert client.get(f"/p/{draft.slug}/coverage/{promise}/").status_code == 404


def test_projects_with_what_they_are_named_by(client: Client, draft: Programme) -> None:
    page = client.get(f"/p/{draft.slug}/projects/").content.decode()
    assert "万州冷链集配中心项目" in page
    project = next(p for p in draft_reading(draft).projects if p.name == "达州秦巴冷库项目")
    assert f'id="{project.key}"' in page
    address = f"/p/{draft.slug}/projects/{project.key}/"
    assert client.get(address).status_code == 200
    data = {"name": "秦巴冷库", "category": "new", "jurisdictions": ["达州"]}
    assert client.post(address, data).status_code == 302
    reading = draft_reading(draft)
    assert reading.project(project.key).category == "new"
    assert reading.target("3.2").project == "秦巴冷库"
    assert client.post(address, {"name": ""}).status_code == 422
    assert client.get(f"/p/{draft.slug}/projects/p99/").status_code == 404


def test_projects_are_sealed_and_projected(cast: Cast, draft: Programme) -> None:
    seal(cast, draft)
    held = {row.name: row for row in draft.projects.all()}
    assert held["达州秦巴冷库项目"].targets.get().key == "3.2"
    content = content_of_revision(revision_in_force(draft))
    sealed = {row["name"]: row for row in content["projects"]}
    task = next(row["uuid"] for row in content["tasks"] if row["number"] == 3)
    assert sealed["达州秦巴冷库项目"]["tasks"] == [task]


def test_the_number_of_queries(
    client: Client, draft: Programme, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for page in ("coverage", "projects"):
        with django_assert_max_num_queries(COVERAGE_QUERIES):
            client.get(f"/p/{draft.slug}/{page}/")
    with django_assert_max_num_queries(ADOPT_QUERIES):
        assert client.get(f"/p/{draft.slug}/coverage/c3.1/").status_code == 200
