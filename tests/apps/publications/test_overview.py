"""The leader's page: all lights, filters, empty states, and what it may cost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, signed_in
from tongchou.apps.publications import pictures

if TYPE_CHECKING:
    from django.test import Client

    from tongchou.apps.assessments.models import Run
    from tongchou.apps.programmes.models import Programme

COLD, WARM = 8, 6
"""Queries for the first page after a run, and for every later one."""


def page(client: Client, programme: Programme, query: str = "", **headers: str) -> str:
    address = reverse("publications:overview", args=[programme.slug]) + query
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def tasks(html: str) -> list[str]:
    return re.findall(r'<td class="num no">(\d+)</td>', html)


def test_it_shows_every_task_with_light_and_reason(run: Run, cast: Cast) -> None:
    html = page(signed_in(cast.leader), run.programme)
    assert tasks(html) == ["1", "2", "3", "4", "5"]
    assert "示例规则" in html
    assert "2023-09-30" in html
    assert "实际0.4亿元，应完成0.9亿元，缺口55.56%" in html
    assert html.count("共同</small>") >= 3
    assert "万州区农业农村委、达州市农业农村局、开州区农业农村委" in html


def test_the_tiles_count_tasks_by_light(run: Run, cast: Cast) -> None:
    html = page(signed_in(cast.leader), run.programme)
    tiles = re.findall(r'href="\?light=(\w+)">.*?<b>(\d+)</b>', html, re.S)
    assert dict(tiles) == {"green": "2", "yellow": "2", "orange": "0", "red": "1", "none": "0"}


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("?light=red", ["3"]),
        ("?light=orange", []),
        ("?area=1", ["1", "2"]),
        ("?area=2&light=green", ["5"]),
        ("?jurisdiction=500235", ["5"]),
        ("?jurisdiction=511700&light=red", ["3"]),
        ("?jurisdiction=511700&light=yellow", ["4"]),
        ("?area=99&light=purple&jurisdiction=nowhere", ["1", "2", "3", "4", "5"]),
    ],
)
def test_filters_keep_some_tasks(run: Run, cast: Cast, query: str, kept: list[str]) -> None:
    html = page(signed_in(cast.leader), run.programme, query)
    assert tasks(html) == kept
    if not kept:
        assert "没有符合条件的任务" in html


def test_a_changed_filter_sends_the_table_alone(run: Run, cast: Cast) -> None:
    html = page(signed_in(cast.leader), run.programme, "?light=red", **{"HX-Target": "tasks"})
    assert "<html" not in html
    assert tasks(html) == ["3"]


def test_before_the_first_run_there_is_the_plan(programme: Programme, cast: Cast) -> None:
    html = page(signed_in(cast.leader), programme)
    assert "尚未评估" in html
    assert tasks(html) == ["1", "2", "3", "4", "5"]
    assert reverse("assessments:runs", args=[programme.slug]) in html
    assert "红灯" not in html


def test_a_draft_says_what_is_missing(draft: Programme, cast: Cast) -> None:
    confirm = reverse("programmes:confirm", args=[draft.slug])
    assert confirm in page(signed_in(cast.coordinator), draft)
    html = page(signed_in(cast.leader), draft)
    assert "方案尚未确认" in html
    assert f'href="{confirm}"' not in html


def test_in_english_the_frame_is_english_and_the_data_chinese(run: Run, cast: Cast) -> None:
    client = signed_in(cast.leader)
    client.cookies["django_language"] = "en"
    with translation.override("en"):
        html = page(client, run.programme)
    assert "Yellow" in html
    assert "short by 55.56%" in html
    assert run.programme.name in html


def test_it_stays_within_its_queries(
    run: Run, cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(cast.leader)
    pictures._drawn.cache_clear()
    with django_assert_max_num_queries(COLD):
        page(client, run.programme)
    with django_assert_max_num_queries(WARM):
        page(client, run.programme)


def test_a_record_changed_behind_the_program_shows_no_old_picture(run: Run, cast: Cast) -> None:
    client = signed_in(cast.leader)
    assert "55.56%" in page(client, run.programme)
    body = bytes(run.record.body)
    changed = body.replace(b'"short":555556', b'"short":111111')
    assert changed != body
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE audit_record SET body = %s, digest = %s WHERE id = %s",
            [changed, "0" * 64, run.record_id],
        )
    assert "55.56%" not in page(client, run.programme)


def test_no_page_carries_style_or_script_of_its_own(run: Run, cast: Cast) -> None:
    html = page(signed_in(cast.coordinator), run.programme)
    assert " style=" not in html
    assert not re.search(r"<script(?![^>]*src=)", html)
