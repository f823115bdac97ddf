"""What the audit page calls programmes, periods and reports; and its days."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.utils.translation import override

from tests.cast import Cast, signed_in
from tests.programmes_cast import make_draft, make_programme
from tongchou.apps.audit.actions import log
from tongchou.apps.audit.models import Entry
from tongchou.apps.audit.naming import names_of, programme_names
from tongchou.apps.audit.queries import about, entries
from tongchou.apps.programmes.models import Programme
from tongchou.apps.reports.actions import open_period
from tongchou.web.jinja import label


@pytest.fixture
def client(cast: Cast) -> Client:
    return signed_in(cast.administrator)


def written(at: datetime) -> Entry:
    """An entry of another moment than now; rows of the table are not changed afterwards."""
    return Entry.objects.create(at=at, action="notice.refuse", object_kind="notice")


def test_programmes_have_their_names_and_strangers_none(cast: Cast) -> None:
    programme = make_programme(cast)
    assert programme_names() == {programme.uuid: programme.name}
    assert programme_names({uuid4()}) == {}
    assert names_of("programme", set()) == {}
    assert names_of("thing of another version") == {}


def test_two_programmes_of_one_name_are_told_apart(cast: Cast) -> None:
    first, second = make_draft(cast), make_draft(cast, slug="again")
    Programme.objects.update(name="重点任务")
    assert programme_names() == {
        first.uuid: f"重点任务（{first.slug}）",
        second.uuid: "重点任务（again）",
    }


def test_lines_name_programme_period_and_report(cast: Cast, client: Client) -> None:
    programme = make_programme(cast)
    period = open_period(
        programme=programme,
        kind="month",
        start=date(2023, 9, 1),
        end=date(2023, 9, 30),
        opens=date(2023, 10, 1),
        due=date(2023, 10, 15),
        closes=date(2023, 10, 31),
        by=cast.coordinator,
    )
    report = period.reports.get(organization=cast.organization["达州"])
    log(
        action="report.save",
        by=cast.liaison["达州"],
        object_kind="report",
        object_uuid=report.uuid,
        programme=programme.uuid,
    )
    rows = list(entries(user=cast.administrator))
    with override("zh-hans"):
        shown = {row.action: tuple(map(label, names)) for row, names in about(rows).items()}
    month = period.name.zh
    assert shown["period.open"] == (programme.name, month)
    assert shown["report.save"] == (programme.name, f"{month} · 达州市农业农村局")
    assert shown["programme.draft"] == (programme.name, "")
    assert shown["account.open"] == ("", "")
    text = client.get("/audit/").content.decode()
    assert programme.name in text
    assert f"{month} · 达州市农业农村局" in text


def test_naming_does_not_ask_once_a_line(cast: Cast, django_assert_max_num_queries: object) -> None:
    programme = make_programme(cast)
    rows = list(entries(user=cast.administrator))
    assert sum(row.programme == programme.uuid for row in rows) > 3
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        about(rows)


def test_days_are_whole_days_of_the_offices(cast: Cast) -> None:
    """Shanghai is eight hours ahead: 16:00 UTC is its midnight."""
    before = written(datetime(2023, 10, 19, 15, 59, 59, tzinfo=UTC))
    first = written(datetime(2023, 10, 19, 16, 0, tzinfo=UTC))
    last = written(datetime(2023, 10, 20, 15, 59, 59, tzinfo=UTC))
    after = written(datetime(2023, 10, 20, 16, 0, tzinfo=UTC))
    day = date(2023, 10, 20)

    def found(**days: date) -> list[Entry]:
        return list(entries(user=cast.administrator, action="notice.refuse", **days))

    assert found(first=day, last=day) == [last, first]
    assert found(first=day) == [after, last, first]
    assert found(last=day) == [last, first, before]


def test_the_page_is_filtered_by_days(cast: Cast, client: Client) -> None:
    written(datetime(2020, 1, 1, 12, tzinfo=UTC))
    text = client.get("/audit/", {"first": "2020-01-01", "last": "2020-01-01"}).content.decode()
    assert text.count("<td>拒收通知</td>") == 1
    assert "1 条" in text
    assert 'value="2020-01-01"' in text


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"first": "2023-02-31"}, "日期写成 2023-10-20 的样子"),
        ({"last": "yesterday"}, "日期写成 2023-10-20 的样子"),
        ({"first": "2023-10-02", "last": "2023-10-01"}, "结束日期早于开始日期"),
    ],
)
def test_days_that_are_none_are_said(client: Client, days: dict[str, str], said: str) -> None:
    response = client.get("/audit/", days)
    assert response.status_code == 200
    assert said in response.content.decode()
