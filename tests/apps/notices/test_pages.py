"""The notice's pages: what is shown, to whom, with how many questions to the database."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.apps.notices.receiving import receive_notice
from tests.cast import Cast, signed_in
from tests.programmes_cast import notice_text
from tongchou.apps.notices.models import Notice
from tongchou.apps.organizations.actions import give_role, open_account
from tongchou.apps.organizations.choices import Role
from tongchou.apps.programmes.models import Programme

NOTICE_QUERIES = 5
FILE_QUERIES = 4


@pytest.fixture
def notice(programme: Programme) -> Notice:
    return Notice.objects.get(programme=programme.uuid)


def address(notice: Notice, query: str = "") -> str:
    return f"/notices/{notice.uuid}/{query}"


def test_the_page_shows_the_document_with_rows_and_anchors(cast: Cast, notice: Notice) -> None:
    page = signed_in(cast.coordinator).get(address(notice)).content.decode()
    assert "晚熟柑橘连片基地" in page
    table = page[page.index("<table") : page.index("</table>")]
    assert table.count("<tr>") == 1 + 2 + 5
    block = next(b for b in notice.document["blocks"] if b["text"].startswith("三地连片"))
    assert f'<p id="b{block["index"]}">' in page
    assert '<mark class="span">' not in page


def test_a_passage_is_marked(cast: Cast, notice: Notice) -> None:
    block, start, end = notice.reading["targets"][0]["spans"][0]
    query = f"?block={block}&start={start}&end={end}"
    page = signed_in(cast.coordinator).get(address(notice, query)).content.decode()
    assert re.findall(r'<mark class="span">(.*?)</mark>', page) == ["新增晚熟柑橘3.6万亩"]
    assert f'href="#b{block}"' in page


@pytest.mark.parametrize(
    "query",
    [
        "?block=9999&start=0&end=1",
        "?block=0&start=5&end=2",
        "?block=0&start=0&end=9999",
        "?block=x&start=0&end=1",
        "?block=²&start=0&end=1",
        "?block=0",
    ],
)
def test_a_passage_that_is_not_there_marks_nothing(cast: Cast, notice: Notice, query: str) -> None:
    response = signed_in(cast.coordinator).get(address(notice, query))
    assert response.status_code == 200
    assert '<mark class="span">' not in response.content.decode()


def test_findings_are_listed_with_their_remedy(cast: Cast, notice: Notice) -> None:
    page = signed_in(cast.coordinator).get(address(notice)).content.decode()
    assert notice.findings
    for finding in notice.findings:
        assert finding["code"] in page
        assert finding["remedy"]["zh"] in page


def test_words_of_the_notice_are_never_markup(cast: Cast) -> None:
    text = notice_text().replace("统一品种", "统一<b>品种")
    notice = receive_notice(data=text.encode(), name="a.txt", by=cast.coordinator)
    page = signed_in(cast.coordinator).get(address(notice)).content.decode()
    assert "统一&lt;b&gt;品种" in page


def test_the_file_comes_as_it_came_and_is_only_saved(cast: Cast, notice: Notice) -> None:
    response = signed_in(cast.liaison["达州"]).get(f"/notices/{notice.uuid}/file")
    assert b"".join(response.streaming_content) == notice_text().encode()
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["", "file"])
def test_who_may_open_it(cast: Cast, notice: Notice, path: str) -> None:
    seen = {
        name: signed_in(user).get(f"/notices/{notice.uuid}/{path}").status_code
        for name, user in cast.everyone().items()
    }
    outside = {"stranger", "administrator"}
    assert seen == {name: 404 if name in outside else 200 for name in seen}


def test_a_member_of_another_programme_does_not_find_it(cast: Cast, notice: Notice) -> None:
    other = open_account(login="other", name="他人", password="x" * 12)
    give_role(user=other, role=Role.LEADER, programme=uuid4())
    assert signed_in(other).get(address(notice)).status_code == 404
    give_role(user=other, role=Role.LEADER, programme=notice.programme)
    assert signed_in(other).get(address(notice)).status_code == 200


def test_without_signing_in_there_is_only_the_sign_in_page(notice: Notice, anonymous) -> None:
    assert anonymous.get(address(notice)).status_code == 302


def test_an_unknown_notice_is_not_found(cast: Cast, notice: Notice) -> None:
    assert signed_in(cast.coordinator).get(f"/notices/{uuid4()}/").status_code == 404


def test_the_number_of_queries(
    cast: Cast, notice: Notice, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(cast.coordinator)
    with django_assert_num_queries(NOTICE_QUERIES):
        client.get(address(notice))
    with django_assert_num_queries(FILE_QUERIES):
        client.get(f"/notices/{notice.uuid}/file")
