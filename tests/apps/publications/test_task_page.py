"""A task: each figure with its report and its sentence, for those who may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, signed_in
from tongchou.apps.reports.models import Submission

if TYPE_CHECKING:
    from django.test import Client

    from tongchou.apps.assessments.models import Run
    from tongchou.apps.programmes.models import Programme

WARM = 9


def page(client: Client, programme: Programme, number: int) -> str:
    answer = client.get(reverse("publications:task", args=[programme.slug, number]))
    assert answer.status_code == 200
    return answer.content.decode()


def submission(place: str) -> str:
    uuid = Submission.objects.get(report__organization__jurisdiction__name=place).uuid
    return f"/submissions/{uuid}/"


def test_each_light_is_explained(run: Run, cast: Cast) -> None:
    html = page(signed_in(cast.leader), run.programme, 1)
    assert "应完成 = 9/12 × 3.6万亩 = 2.7万亩" in html
    assert "实际合计2.3万亩（万州1万亩、达州0.8万亩、开州0.5万亩，截至2023年9月30日）" in html
    assert "示例规则" in html


def test_the_sentence_of_the_notice_is_lit_and_linked(run: Run, cast: Cast) -> None:
    html = page(signed_in(cast.leader), run.programme, 1)
    assert '<mark class="span">新增晚熟柑橘3.6万亩</mark>' in html
    notice = reverse("notices:notice", args=[run.programme.notice.uuid])
    assert f'href="{notice}?block=' in html


def test_projects_stand_under_their_names(run: Run, cast: Cast) -> None:
    html = page(signed_in(cast.leader), run.programme, 3)
    assert html.count('id="project-') == 2
    assert "0.4</b> / 1.2 亿元" in html


@pytest.mark.parametrize(
    ("who", "opened"),
    [
        ("coordinator", {"万州", "达州", "开州"}),
        ("leader", {"万州", "达州", "开州"}),
        ("liaison 万州", {"万州"}),
        ("reviewer 达州", {"达州"}),
    ],
)
def test_reports_are_linked_for_whom_they_are_shown(
    run: Run, cast: Cast, who: str, opened: set[str]
) -> None:
    html = page(signed_in(cast.everyone()[who]), run.programme, 1)
    linked = {place for place in ("万州", "达州", "开州") if submission(place) in html}
    assert linked == opened
    assert ("无权查看" in html) == (len(opened) < 3)


def test_figures_are_shown_to_every_member(run: Run, cast: Cast) -> None:
    html = page(signed_in(cast.liaison["开州"]), run.programme, 1)
    for figure in ("1万亩", "0.8万亩", "0.5万亩"):
        assert f"<b>{figure}</b>" in html


def test_a_party_that_does_not_report_is_named(run: Run, cast: Cast) -> None:
    html = page(signed_in(cast.leader), run.programme, 5)
    assert "云阳" in html
    assert "不填报" in html


def test_history_lists_what_was_approved(run: Run, cast: Cast) -> None:
    assert "历次审核通过的填报（3 条）" in page(signed_in(cast.leader), run.programme, 1)


def test_before_the_first_run_the_task_is_there(programme: Programme, cast: Cast) -> None:
    html = page(signed_in(cast.leader), programme, 1)
    assert "尚未评估" in html
    assert "新增晚熟柑橘3.6万亩" in html


@pytest.mark.parametrize("number", [0, 6, 999])
def test_there_is_no_other_task(run: Run, cast: Cast, number: int) -> None:
    client = signed_in(cast.leader)
    assert client.get(f"/p/{run.programme.slug}/tasks/{number}/").status_code == 404


def test_a_draft_has_no_task_pages(draft: Programme, cast: Cast) -> None:
    assert signed_in(cast.coordinator).get(f"/p/{draft.slug}/tasks/1/").status_code == 404


def test_it_stays_within_its_queries(
    run: Run, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(cast.leader)
    page(client, run.programme, 1)
    for number in (1, 3, 5):
        with django_assert_max_num_queries(WARM):
            page(client, run.programme, number)
