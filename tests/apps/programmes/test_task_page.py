"""One task beside its source: what is lit, what is saved, where it goes on."""

from __future__ import annotations

import re

import pytest
from django.http import QueryDict
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.apps.programmes.posting import form_of
from tests.cast import Cast, signed_in
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme
from tongchou.apps.programmes.queries import draft_reading

TASK_QUERIES = 8


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


def address(draft: Programme, task: int) -> str:
    return f"/p/{draft.slug}/confirm/{task}/"


def post(client: Client, draft: Programme, task: int, data: QueryDict, button: str = "confirm"):
    data[button] = "1"
    return client.post(
        address(draft, task),
        data.urlencode(),
        content_type="application/x-www-form-urlencoded",
    )


def test_the_cells_stand_verbatim_beside_the_readings(client: Client, draft: Programme) -> None:
    page = client.get(address(draft, 1)).content.decode()
    source = page[page.index('class="source"') : page.index('class="stack readings"')]
    plain = re.sub(r"<a class=\"number\".*?</a>|<[^>]+>", "", source)
    for cell in ("晚熟柑橘连片基地", "2023年底", "沿江连片新栽晚熟柑橘，改造老园。"):
        assert cell in plain
    assert "新增晚熟柑橘3.6万亩。编制完成柑橘品种技术规程。" in plain
    assert "万州区农业农村委\n达州市农业农村局" in plain


def test_the_words_of_each_reading_are_marked_and_numbered(
    client: Client, draft: Programme
) -> None:
    page = client.get(address(draft, 1)).content.decode()
    words: dict[str, str] = {}
    for names, text in re.findall(r'data-marks="([^"]+)">([^<]*)</mark>', page):
        for name in names.split():
            words[name] = words.get(name, "") + text
    assert words["q1"] == "3.6万亩"
    assert words["t1"] == "新增晚熟柑橘3.6万亩"
    assert words["t2"] == "编制完成柑橘品种技术规程"
    assert words["r2-0"] == "编制"
    assert words["o2"] == "开州区农业农村委"
    for number in ("1", "2"):
        assert page.count(f'id="src-t{number}"') == 1
        assert f'data-lights="t{number}"' in page


def test_remarks_stand_at_what_they_are_about(client: Client, draft: Programme) -> None:
    page = client.get(address(draft, 5)).content.decode()
    period = page[page.index("农业品牌共建</b>") : page.index("责任单位</legend>")]
    assert "N121" in period
    assert page.count("N121") == 1


def folds(page: str) -> list[str]:
    """The opening tag of every reading that is said in one line."""
    return re.findall(r'<details class="reading"[^>]*>', page)


def test_what_is_rarely_changed_is_said_in_one_line(client: Client, draft: Programme) -> None:
    page = client.get(address(draft, 1)).content.decode()
    assert len(folds(page)) == 6
    assert not any("open" in fold for fold in folds(page))
    lines = re.findall(r'<span class="said">(.*?)</span> <span class="badge', page, re.S)
    said = [" ".join(re.sub(r"<[^>]+>", " ", line).split()) for line in lines]
    assert said[0].startswith("截止期限 · ")
    assert "3.6 万亩 · 流量：期内累计 · 按月均衡（月数/12） 2023-01-01 – 2023-12-31" in said[1]
    assert said[2] == "万州 万州区农业农村委 达州 达州市农业农村局 开州 开州区农业农村委"
    assert said[3] == "数量 · 各方合计 · 硬性 · 每月"


def test_a_wrong_entry_stands_open(client: Client, draft: Programme) -> None:
    data = form_of(draft, 1)
    data["quantity-1.1-number"] = "三万多"
    page = post(client, draft, 1, data).content.decode()
    assert all(fold.endswith(" open>") for fold in folds(page))


def test_confirming_goes_on_to_the_next_task(client: Client, draft: Programme) -> None:
    response = post(client, draft, 1, form_of(draft, 1))
    assert response.headers["Location"] == address(draft, 2)
    assert list(draft.confirmations.values_list("task", flat=True)) == [1]
    assert not draft.overrides.exists()


def test_the_last_one_goes_back_to_those_left_out(client: Client, draft: Programme) -> None:
    response = post(client, draft, 5, form_of(draft, 5))
    assert response.headers["Location"] == address(draft, 1)


def test_when_all_are_confirmed_it_goes_to_the_overview(
    client: Client, cast: Cast, draft: Programme
) -> None:
    for task in (1, 2, 3, 4):
        actions.confirm_task(programme=draft, task=task, by=cast.coordinator)
    response = post(client, draft, 5, form_of(draft, 5))
    assert response.headers["Location"] == f"/p/{draft.slug}/confirm/"


def test_saving_keeps_the_change_and_stays(client: Client, draft: Programme) -> None:
    data = form_of(draft, 1)
    data["target-1.1-combine"] = "largest"
    response = post(client, draft, 1, data, "save")
    assert response.headers["Location"] == address(draft, 1)
    assert not draft.confirmations.exists()
    assert draft_reading(draft).target("1.1").combine == "largest"
    page = client.get(address(draft, 1)).content.decode()
    assert "已保存" in page
    assert '<option value="largest" selected>' in page


def test_a_wrong_entry_saves_nothing_and_keeps_what_was_typed(
    client: Client, draft: Programme
) -> None:
    data = form_of(draft, 1)
    data["target-1.2-text"] = "改过的表述"
    data["quantity-1.1-number"] = "三万多"
    response = post(client, draft, 1, data)
    page = response.content.decode()
    assert response.status_code == 422
    assert "改过的表述" in page
    assert "三万多" in page
    assert "不是数值" in page
    assert not draft.overrides.exists()
    assert not draft.confirmations.exists()


def test_what_cannot_stand_is_saved_but_not_confirmed(client: Client, draft: Programme) -> None:
    data = form_of(draft, 4)
    for place in ("万州", "达州", "开州"):
        data[f"answer-4.1-{place}-organization"] = ""
    response = post(client, draft, 4, data)
    page = response.content.decode()
    assert response.status_code == 422
    assert "P305" in page
    assert "已保存，但还不能确认" in page
    assert draft_reading(draft).target("4.1").answers == {}
    assert not draft.confirmations.exists()


def test_proposed_stages_are_shown_before_they_are_confirmed(
    client: Client, draft: Programme
) -> None:
    data = form_of(draft, 4)
    data["target-4.1-kind"] = "ladder"
    response = post(client, draft, 4, data)
    assert response.headers["Location"] == address(draft, 4)
    assert not draft.confirmations.exists()
    page = client.get(address(draft, 4)).content.decode()
    assert 'name="rung-4.1-0-name"' in page
    assert "建议了阶段或事项" in page


def test_sent_after_sealing_nothing_is_saved_and_that_is_said(
    client: Client, cast: Cast, draft: Programme
) -> None:
    data = form_of(draft, 1)
    data["target-1.1-combine"] = "largest"
    actions.confirm_remaining(programme=draft, by=cast.coordinator)
    actions.confirm_programme(programme=draft, by=cast.coordinator)
    data["confirm"] = "1"
    response = client.post(
        address(draft, 1),
        data.urlencode(),
        content_type="application/x-www-form-urlencoded",
        follow=True,
    )
    assert "刚才提交的内容没有保存" in response.content.decode()
    assert not draft.overrides.exists()


@pytest.mark.parametrize("task", [0, 6, 99])
def test_a_task_that_is_not_there_is_not_found(client: Client, draft: Programme, task: int) -> None:
    assert client.get(address(draft, task)).status_code == 404


def test_words_typed_stay_words(client: Client, draft: Programme) -> None:
    data = form_of(draft, 1)
    data["target-1.1-text"] = "</textarea><b>粗</b>"
    post(client, draft, 1, data, "save")
    page = client.get(address(draft, 1)).content.decode()
    assert "<b>粗</b>" not in page
    assert "&lt;b&gt;粗" in page


def test_the_number_of_queries(
    client: Client, draft: Programme, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(TASK_QUERIES):
        client.get(address(draft, 1))
