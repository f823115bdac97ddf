from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.apps.reports.world import IN_APRIL, PDF, World
from tests.cast import signed_in
from tongchou.apps.reports.actions import add_evidence, submit
from tongchou.apps.reports.models import Report
from tongchou.apps.reviews.actions import approve
from tongchou.apps.reviews.models import CurrentValue, Decision


def address(report: Report) -> str:
    return reverse("reviews:review", args=["joint", report.uuid])


@pytest.fixture
def reviewer(world: World) -> Client:
    return signed_in(world.cast.reviewer["万州"])


def decide(client: Client, report: Report, action: str, **sent: Any) -> HttpResponse:
    return client.post(address(report), {"action": action, "number": report.submitted, **sent})


def test_the_queue_shows_what_waits_in_the_own_jurisdiction(world: World, reviewer: Client) -> None:
    where = reverse("reviews:queue", args=["joint"])
    assert "没有待审核的填报" in reviewer.get(where).content.decode()
    world.submit(world.report("万州"))
    world.submit(world.report("达州"))
    page = reviewer.get(where).content.decode()
    assert "1份填报待您审核" in page
    assert "万州区农业农村委" in page
    assert "达州市农业农村局" not in page
    decide(reviewer, world.report("万州"), "approve")
    page = reviewer.get(where).content.decode()
    assert "没有待审核的填报" in page
    assert "最近审核" in page


def test_the_review_compares_with_the_last_period(world: World, reviewer: Client) -> None:
    world.approve(world.report(period=world.baseline), value="1.5", rung=1)
    report = world.fill(world.report(), value="1.4", rung=1, words="苗木到位", problems="缺水")
    add_evidence(
        report=report,
        target=world.targets()[0].uuid,
        data=PDF,
        name="验收.pdf",
        by=world.liaison(report),
        on=IN_APRIL,
    )
    submit(report=report, by=world.liaison(report), on=IN_APRIL)
    page = reviewer.get(address(report)).content.decode()
    assert "4项目标中2项有变化" in page
    assert "2项有提示" in page
    assert "累计数下降" in page
    row = page.split("<tbody>")[1]
    assert row.index("<b>1.5</b>") < row.index("<b>1.4</b>")
    for text in ("苗木到位", "缺水", "验收.pdf"):
        assert text in row


def test_approving_from_the_page(world: World, reviewer: Client) -> None:
    world.submit(world.report())
    response = decide(reviewer, world.report(), "approve")
    assert response["Location"] == reverse("reviews:queue", args=["joint"])
    assert CurrentValue.objects.count() == 4
    page = reviewer.get(address(world.report())).content.decode()
    assert 'value="approve"' not in page


def test_returning_needs_a_reason_and_keeps_what_was_typed(world: World, reviewer: Client) -> None:
    world.submit(world.report())
    refused = decide(reviewer, world.report(), "return", reason=" ")
    assert refused.status_code == 422
    assert "R212" in refused.content.decode()
    decide(reviewer, world.report(), "return", reason="面积请核实")
    assert Decision.objects.get().reason == "面积请核实"
    page = reviewer.get(address(world.report())).content.decode()
    assert "面积请核实" in page
    assert 'value="approve"' not in page


def test_deciding_twice_says_so(world: World, reviewer: Client) -> None:
    world.submit(world.report())
    report = world.report()
    decide(reviewer, report, "approve")
    again = decide(reviewer, report, "return", reason="再看看")
    assert again.status_code == 422
    assert "R211" in again.content.decode()
    assert Decision.objects.count() == 1


def test_a_page_opened_before_a_new_submission_decides_nothing(
    world: World, reviewer: Client
) -> None:
    world.submit(world.report())
    old = world.report()
    decide(reviewer, old, "return", reason="重报")
    world.submit(world.report(), value="2.2")
    late = decide(reviewer, old, "approve")
    assert late.status_code == 422
    assert world.report().state == "submitted"
    assert "2.2" in late.content.decode(), "the page shows the submission that waits now"


def test_earlier_submissions_and_reasons_are_shown(world: World, reviewer: Client) -> None:
    world.submit(world.report())
    decide(reviewer, world.report(), "return", reason="面积请核实")
    world.submit(world.report(), value="2.2")
    page = reviewer.get(address(world.report())).content.decode()
    assert "第2次提交" in page
    assert "以前的提交" in page
    assert "面积请核实" in page


@pytest.mark.parametrize("submitted", [False, True])
def test_only_the_reviewer_of_the_jurisdiction_opens_a_review(
    world: World, submitted: bool
) -> None:
    report = world.report("万州")
    if submitted:
        world.submit(report)
    for name, user in world.cast.everyone().items():
        client = signed_in(user)
        own = submitted and name == "reviewer 万州"
        assert client.get(address(report)).status_code == (200 if own else 404), name
        if not own:
            assert decide(client, report, "approve").status_code == 404, name
        queue = client.get(reverse("reviews:queue", args=["joint"])).status_code
        assert queue == (200 if name.startswith("reviewer") else 404), name
    assert not Decision.objects.exists()


def test_odd_posts_decide_nothing_wrong(world: World, reviewer: Client) -> None:
    report = world.report()
    world.submit(report)
    for sent in ({"action": "approve", "number": "9" * 30}, {"action": "approve", "number": "x"}):
        response = reviewer.post(address(report), sent)
        assert response.status_code == 422
    assert not Decision.objects.exists()


def test_a_correction_shows_the_same_period_is_decided_anew(world: World, reviewer: Client) -> None:
    report = world.report()
    world.approve(report, value="2")
    signed_in(world.liaison(report)).post(
        reverse("reports:report", args=["joint", report.uuid]), {"action": "correct"}
    )
    world.submit(world.report(), value="2.1")
    approve(report=world.report(), by=world.reviewer(report), on=IN_APRIL)
    assert set(CurrentValue.objects.exclude(value="").values_list("value", flat=True)) == {"21000"}
