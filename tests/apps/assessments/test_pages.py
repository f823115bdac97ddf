"""The runs: a list, a form for the coordinator, and every light with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from tests.cast import Cast, signed_in
from tongchou.apps.assessments.models import Run

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Programme

LIST, ONE = 7, 7


@pytest.fixture(autouse=True)
def october(settings: Settings) -> None:
    settings.TONGCHOU_BUSINESS_DATE = "2023-10-20"


def runs(programme: Programme) -> str:
    return reverse("assessments:runs", args=[programme.slug])


def test_the_form_proposes_the_end_of_last_month(reported: Programme, cast: Cast) -> None:
    html = signed_in(cast.coordinator).get(runs(reported)).content.decode()
    assert 'value="2023-09-30"' in html
    assert "示例规则" in html
    assert "尚未评估" in html


def test_assessing_leads_to_the_run(reported: Programme, cast: Cast) -> None:
    client = signed_in(cast.coordinator)
    answer = client.post(runs(reported), {"as_of": "2023-09-30"}, follow=True)
    html = answer.content.decode()
    assert answer.redirect_chain == [(reverse("assessments:run", args=[reported.slug, 1]), 302)]
    assert "第 1 次评估已封存" in html
    assert "应完成 = 9/12 × 3.6万亩 = 2.7万亩" in html
    assert str(Run.objects.get().record.uuid) in html


@pytest.mark.parametrize(
    ("as_of", "words"),
    [("2023-10-21", "A202"), ("2022-12-31", "A202"), ("", "as_of"), ("yesterday", "as_of")],
)
def test_a_date_that_cannot_be_is_said(
    reported: Programme, cast: Cast, as_of: str, words: str
) -> None:
    answer = signed_in(cast.coordinator).post(runs(reported), {"as_of": as_of})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Run.objects.exists()


def test_others_read_and_do_not_assess(run: Run, cast: Cast) -> None:
    for user in (cast.leader, cast.liaison["万州"], cast.reviewer["达州"]):
        client = signed_in(user)
        html = client.get(runs(run.programme)).content.decode()
        assert '<form method="post" class="row assess"' not in html
        assert reverse("assessments:run", args=[run.programme.slug, 1]) in html
        assert client.post(runs(run.programme), {"as_of": "2023-09-30"}).status_code == 404
    assert Run.objects.count() == 1


def test_a_draft_is_not_assessed(draft: Programme, cast: Cast) -> None:
    html = signed_in(cast.coordinator).get(runs(draft)).content.decode()
    assert "确认后的方案才能评估" in html
    assert 'name="as_of"' not in html


def test_strangers_find_nothing(run: Run, cast: Cast) -> None:
    for user in (cast.stranger, cast.administrator):
        client = signed_in(user)
        assert client.get(runs(run.programme)).status_code == 404
        address = reverse("assessments:run", args=[run.programme.slug, 1])
        assert client.get(address).status_code == 404


def test_there_is_no_other_run(run: Run, cast: Cast) -> None:
    address = reverse("assessments:run", args=[run.programme.slug, 2])
    assert signed_in(cast.leader).get(address).status_code == 404


def test_pages_stay_within_their_queries(
    run: Run, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(cast.leader)
    with django_assert_max_num_queries(LIST):
        client.get(runs(run.programme))
    with django_assert_max_num_queries(ONE):
        client.get(reverse("assessments:run", args=[run.programme.slug, 1]))
