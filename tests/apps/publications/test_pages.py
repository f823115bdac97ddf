"""Home, jurisdictions, editions and downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, signed_in
from tests.programmes_cast import make_draft
from tongchou.apps.publications.models import Edition

if TYPE_CHECKING:
    from tongchou.apps.assessments.models import Run
    from tongchou.apps.programmes.models import Programme

JURISDICTION, EDITIONS = 6, 6


@pytest.mark.parametrize(
    ("who", "page"),
    [
        ("leader", "publications:overview"),
        ("coordinator", "publications:overview"),
        ("liaison 万州", "reports:due"),
        ("reviewer 万州", "reviews:queue"),
    ],
)
def test_home_leads_to_where_the_work_is(
    programme: Programme, cast: Cast, who: str, page: str
) -> None:
    answer = signed_in(cast.everyone()[who]).get("/")
    assert answer.status_code == 302
    assert answer["Location"] == reverse(page, args=[programme.slug])


def test_home_lists_several_programmes(programme: Programme, cast: Cast) -> None:
    make_draft(cast, slug="second")
    html = signed_in(cast.coordinator).get("/").content.decode()
    for slug in (programme.slug, "second"):
        assert reverse("publications:overview", args=[slug]) in html


@pytest.mark.parametrize(
    ("who", "words"),
    [("stranger", "管理员为您分配角色后"), ("administrator", "您是系统管理员")],
)
def test_home_without_a_programme_says_why(
    programme: Programme, cast: Cast, who: str, words: str
) -> None:
    answer = signed_in(cast.everyone()[who]).get("/")
    assert answer.status_code == 200
    assert words in answer.content.decode()


def test_a_jurisdiction_shows_what_it_answers_for(
    run: Run, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(cast.leader)
    address = reverse("publications:jurisdiction", args=[run.programme.slug, "511700"])
    client.get(address)
    with django_assert_max_num_queries(JURISDICTION):
        html = client.get(address).content.decode()
    assert "达州" in html
    assert "0.4亿元" in html
    assert "缺口55.56%" in html
    assert "万州冷链集配中心" not in html


def test_a_jurisdiction_that_does_not_report_is_shown_so(run: Run, cast: Cast) -> None:
    address = reverse("publications:jurisdiction", args=[run.programme.slug, "500235"])
    html = signed_in(cast.leader).get(address).content.decode()
    assert "参加，未签署" in html
    assert "不填报" in html


@pytest.mark.parametrize("slug", ["nowhere", "511702"])
def test_there_is_no_other_jurisdiction(run: Run, cast: Cast, slug: str) -> None:
    address = reverse("publications:jurisdiction", args=[run.programme.slug, slug])
    assert signed_in(cast.leader).get(address).status_code == 404


def editions(programme: Programme) -> str:
    return reverse("publications:editions", args=[programme.slug])


def test_the_coordinator_publishes_the_latest_run_once(run: Run, cast: Cast) -> None:
    client, address = signed_in(cast.coordinator), editions(run.programme)
    assert "发布第 1 期" in client.get(address).content.decode()
    assert client.post(address).status_code == 302
    assert Edition.objects.count() == 1
    html = client.get(address).content.decode()
    assert "第 1 期已发布" in html
    assert "发布第 2 期" not in html
    again = client.post(address)
    assert again.status_code == 422
    assert "第 1 次评估已作为第 1 版发布" in again.content.decode()
    assert Edition.objects.count() == 1


def test_others_read_and_do_not_publish(run: Run, cast: Cast) -> None:
    for user in (cast.leader, cast.liaison["万州"], cast.reviewer["达州"]):
        client = signed_in(user)
        html = client.get(editions(run.programme)).content.decode()
        assert "联合办公室还没有发布通报和台账" in html
        assert client.post(editions(run.programme)).status_code == 404
    assert not Edition.objects.exists()


def test_without_a_run_there_is_nothing_to_publish(programme: Programme, cast: Cast) -> None:
    client = signed_in(cast.coordinator)
    assert "目前还没有评估" in client.get(editions(programme)).content.decode()
    assert client.post(editions(programme)).status_code == 404


def test_files_come_as_attachments_under_their_names(
    edition: Edition, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    slug = edition.programme.slug
    client = signed_in(cast.liaison["达州"])
    for name, head in (("bulletin", b"PK"), ("ledger", b"PK")):
        with django_assert_max_num_queries(EDITIONS):
            answer = client.get(reverse(f"publications:{name}", args=[slug, 1]))
        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert b"".join(answer.streaming_content).startswith(head)
    assert client.get(reverse("publications:bulletin", args=[slug, 2])).status_code == 404


def test_the_list_of_editions_leads_back(edition: Edition, cast: Cast) -> None:
    html = signed_in(cast.leader).get(editions(edition.programme)).content.decode()
    assert str(edition.record.uuid) in html
    assert reverse("assessments:run", args=[edition.programme.slug, 1]) in html


def test_a_stranger_finds_nothing(edition: Edition, cast: Cast) -> None:
    slug = edition.programme.slug
    for user in (cast.stranger, cast.administrator):
        client = signed_in(user)
        for name, rest in (
            ("overview", []),
            ("task", [1]),
            ("jurisdiction", ["500101"]),
            ("editions", []),
            ("bulletin", [1]),
            ("ledger", [1]),
        ):
            assert (
                client.get(reverse(f"publications:{name}", args=[slug, *rest])).status_code == 404
            )
