"""The page of the audit record: for administrators, filtered, in pages."""

from __future__ import annotations

import pytest

from tests.cast import Cast, signed_in
from tongchou.apps.audit.actions import log
from tongchou.apps.audit.models import Entry
from tongchou.apps.audit.queries import entries
from tongchou.apps.audit.views import changes

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


def test_nothing_found_is_said(cast: Cast) -> None:
    page = signed_in(cast.administrator).get(ADDRESS, {"account": "nobody"})
    assert "没有符合条件的记录" in page.content.decode()


def test_long_lists_come_in_pages_that_keep_the_filter(cast: Cast) -> None:
    for number in range(60):
        log(action="notice.refuse", by=None, object_kind="notice", after={"n": number})
    client = signed_in(cast.administrator)
    first = client.get(ADDRESS, {"action": "notice.refuse"}).content.decode()
    second = client.get(ADDRESS, {"action": "notice.refuse", "page": 2}).content.decode()
    assert "?action=notice.refuse&amp;account=&amp;page=2" in first
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
        (None, {"a": 1}, [("a", None, 1)]),
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, [("b", 2, 3)]),
        ({"a": 1}, None, [("a", 1, None)]),
    ],
)
def test_changes_name_only_what_differs(
    before: dict[str, int] | None, after: dict[str, int] | None, expected: list[object]
) -> None:
    assert changes(Entry(before=before, after=after)) == expected
