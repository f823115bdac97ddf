"""A further notice for a draft: handed in, compared, taken over with corrections, put aside."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.cast import Cast, signed_in
from tests.programmes_cast import notice_text
from tests.refusals import codes
from tongchou.apps.audit.models import Entry
from tongchou.apps.audit.queries import verify
from tongchou.apps.notices.models import Notice
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Arrival, Programme
from tongchou.apps.programmes.queries import draft_reading
from tongchou.domain.shared.findings import Refused

AMENDED = notice_text().replace("3.6万亩", "4.2万亩")


def hand_in(cast: Cast, draft: Programme, text: str = AMENDED) -> Arrival:
    return actions.hand_in(
        programme=draft, data=text.encode(), name="调整.txt", by=cast.coordinator
    )


def worked_on(cast: Cast, draft: Programme) -> None:
    """Tasks 1 and 4 confirmed, a reading of task 1 and one of task 4 corrected before."""
    by = cast.coordinator
    for path in ("tasks/1/targets/1.1/quantity/comparator", "tasks/4/targets/4.1/combine"):
        value = "more_than" if path.endswith("comparator") else "largest"
        actions.correct(programme=draft, path=path, value=value, by=by)
    for task in (1, 4):
        actions.confirm_task(programme=draft, task=task, by=by)


def test_handing_in_changes_nothing_yet(cast: Cast, draft: Programme) -> None:
    worked_on(cast, draft)
    before = draft_reading(draft)
    arrival = hand_in(cast, draft)
    assert arrival.notice.programme == draft.uuid
    assert draft_reading(draft) == before
    assert Notice.objects.filter(programme=draft.uuid).count() == 2
    assert list(verify()) == []


def test_taking_over_carries_corrections_and_confirmations(cast: Cast, draft: Programme) -> None:
    worked_on(cast, draft)
    arrival = hand_in(cast, draft)
    found = actions.take_over(programme=draft, by=cast.coordinator)
    draft.refresh_from_db()
    assert draft.notice == arrival.notice
    assert [finding.code for finding in found.carried.findings] == ["P120"]
    reading = draft_reading(draft)
    assert reading.target("4.1").combine == "largest"
    assert list(draft.confirmations.values_list("task", flat=True)) == [4]
    assert not Arrival.objects.exists()
    entry = Entry.objects.get(action="programme.take_over")
    assert entry.after == {"corrections": 2, "confirmations": 1, "findings": ["P120"]}
    assert list(verify()) == []


def test_the_same_file_again_keeps_everything(cast: Cast, draft: Programme) -> None:
    worked_on(cast, draft)
    before = draft_reading(draft)
    hand_in(cast, draft, notice_text())
    found = actions.take_over(programme=draft, by=cast.coordinator)
    assert found.carried.diff.same
    draft.refresh_from_db()
    assert draft_reading(draft) == before
    assert list(draft.confirmations.values_list("task", flat=True)) == [1, 4]


def test_putting_aside_leaves_the_draft_as_it_was(cast: Cast, draft: Programme) -> None:
    before = draft_reading(draft)
    hand_in(cast, draft)
    actions.put_aside(programme=draft, by=cast.coordinator)
    assert draft_reading(draft) == before
    assert not Arrival.objects.exists()
    with pytest.raises(Refused) as refused:
        actions.take_over(programme=draft, by=cast.coordinator)
    assert codes(refused) == ["P309"]
    with pytest.raises(Refused):
        actions.put_aside(programme=draft, by=cast.coordinator)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("各位同事，下周开会。", "N101"),
        (notice_text().replace("2023", "2024"), "P314"),
    ],
    ids=["no notice", "another year"],
)
def test_what_cannot_amend_it_is_refused(
    cast: Cast, draft: Programme, text: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        hand_in(cast, draft, text)
    assert code in codes(refused)
    assert not Arrival.objects.exists()
    assert Notice.objects.count() == 1


def test_one_notice_waits_at_a_time(cast: Cast, draft: Programme) -> None:
    hand_in(cast, draft)
    with pytest.raises(Refused) as refused:
        hand_in(cast, draft)
    assert codes(refused) == ["P313"]


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


def upload(client: Client, draft: Programme, text: str = AMENDED):
    file = SimpleUploadedFile("调整.txt", text.encode())
    return client.post(f"/p/{draft.slug}/amend/", {"notice": file}, follow=True)


def test_the_page_compares_before_anything_is_taken_over(
    client: Client, cast: Cast, draft: Programme
) -> None:
    worked_on(cast, draft)
    assert "上传调整后的通知" in client.get(f"/p/{draft.slug}/amend/").content.decode()
    page = upload(client, draft).content.decode()
    assert "4 项任务不变，1 项有变化" in page
    assert "<del>3.6万亩</del> <ins>4.2万亩</ins>" in page
    assert "P120" in page
    assert "5 项任务中 1 项保持已确认" in page
    page = client.post(f"/p/{draft.slug}/amend/take/", follow=True).content.decode()
    assert "已沿用 1 项确认、2 处更正" in page
    assert "核对" in page
    assert "4.2万亩" in client.get(f"/p/{draft.slug}/confirm/1/").content.decode()


def test_the_page_puts_aside(client: Client, draft: Programme) -> None:
    upload(client, draft)
    page = client.post(f"/p/{draft.slug}/amend/aside/", follow=True).content.decode()
    assert "已放弃该通知" in page
    page = client.post(f"/p/{draft.slug}/amend/take/", follow=True).content.decode()
    assert "没有正在确认的调整" in page


def test_a_file_that_is_no_notice_is_shown_with_its_findings(
    client: Client, draft: Programme
) -> None:
    response = upload(client, draft, "各位同事，下周开会。")
    assert response.status_code == 422
    assert "N101" in response.content.decode()
    assert client.post(f"/p/{draft.slug}/amend/").status_code == 422


def test_both_notices_can_be_opened(client: Client, draft: Programme) -> None:
    upload(client, draft)
    for notice in Notice.objects.all():
        assert client.get(f"/notices/{notice.uuid}/").status_code == 200
