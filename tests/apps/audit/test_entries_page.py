"""The page of the audit record: for administrators, filtered, in pages."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from tests.cast import Cast, signed_in
from tongchou.apps.audit.actions import log
from tongchou.apps.audit.models import Entry
from tongchou.apps.audit.queries import entries
from tongchou.apps.audit.views import changes
from tongchou.web.jinja import label

ADDRESS = "/audit/"


def test_only_administrators_see_it(cast: Cast) -> None:
    for name, user in cast.everyone().items():
        expected = 200 if name == "administrator" else 404
        assert signed_in(user).get(ADDRESS).status_code == expected, name


def test_the_rows_are_hidden_below_the_page_too(cast: Cast) -> None:
    assert entries(user=cast.coordinator).count() == 0
    assert entries(user=cast.administrator).count() == Entry.objects.count() > 0


def test_it_is_filtered_by_action_and_account(cast: Cast) -> None:
    log(
        action="notice.refuse", by=cast.coordinator, object_kind="notice", after={"name": "甲.docx"}
    )
    log(action="notice.refuse", by=cast.leader, object_kind="notice", after={"name": "乙.docx"})
    page = signed_in(cast.administrator).get(
        ADDRESS, {"action": "notice.refuse", "account": "leader"}
    )
    text = page.content.decode()
    assert "乙.docx" in text
    assert "甲.docx" not in text
    assert "拒收通知" in text
    assert "1 条" in text
    assert '<option value="notice.refuse" selected>拒收通知</option>' in text
    assert '<option value="account.open">开立账号</option>' in text


def test_nothing_found_is_said(cast: Cast) -> None:
    page = signed_in(cast.administrator).get(ADDRESS, {"account": "nobody"})
    assert "没有符合条件的记录" in page.content.decode()


def test_long_lists_come_in_pages_that_keep_the_filter(cast: Cast) -> None:
    for number in range(60):
        log(action="notice.refuse", by=None, object_kind="notice", after={"n": number})
    client = signed_in(cast.administrator)
    wanted = {"action": "notice.refuse", "first": "2020-01-01"}
    first = client.get(ADDRESS, wanted).content.decode()
    second = client.get(ADDRESS, wanted | {"page": 2}).content.decode()
    assert "?action=notice.refuse&amp;first=2020-01-01&amp;page=2" in first
    assert first.count("<td>拒收通知</td>") == 50
    assert second.count("<td>拒收通知</td>") == 10


def test_values_are_shown_as_text_never_as_markup(cast: Cast) -> None:
    log(action="x", by=None, object_kind="y", after={"name": "<script>alert(1)</script>"})
    text = signed_in(cast.administrator).get(ADDRESS).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (None, None, []),
        (None, {"number": 1}, [("编号", "", "1")]),
        ({"name": "甲", "number": 2}, {"name": "甲", "number": 3}, [("编号", "2", "3")]),
        ({"number": 1}, None, [("编号", "1", "")]),
        (None, {"reason": "", "verdict": "returned"}, [("决定", "", "退回")]),
        (None, {"targets": ["1.1", "1.2"]}, [("目标", "", "1.1、1.2")]),
        (None, {"read": True}, [("已核对", "", "是")]),
        (None, {"name": "returned", "other": "x"}, [("名称", "", "returned"), ("other", "", "x")]),
        (None, {"value": {"rungs": [1]}}, [("值", "", '{"rungs": [1]}')]),
    ],
)
def test_changes_name_in_words_only_what_differs(
    before: dict[str, object] | None, after: dict[str, object] | None, expected: list[object]
) -> None:
    with override("zh-hans"):
        shown = [tuple(map(label, change)) for change in changes(Entry(before=before, after=after))]
    assert shown == expected


def test_a_long_value_is_cut() -> None:
    ((_, _, text),) = changes(Entry(after={"value": "长" * 500}))
    assert text == "长" * 160 + "…"
