"""From a file to a draft: all of it, or nothing but an audit entry."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.cast import Cast
from tests.programmes_cast import HEAD, make_draft, notice_text
from tests.refusals import codes
from tongchou.apps.audit.models import Entry
from tongchou.apps.notices.models import Notice
from tongchou.apps.organizations.actions import open_account
from tongchou.apps.organizations.queries import standing
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme
from tongchou.domain.shared.findings import Refused


def test_a_draft_knows_its_notice_and_its_year(cast: Cast, draft: Programme) -> None:
    assert draft.state == "draft"
    assert (draft.start, draft.end) == (date(2023, 1, 1), date(2023, 12, 31))
    assert draft.name == "万达开农业协作2023年重点任务"
    assert draft.uuid == draft.notice.programme
    assert not draft.simulated
    assert not draft.revisions.exists()
    assert not draft.targets.exists()


def test_the_slug_comes_from_the_document_number(cast: Cast) -> None:
    programme = make_draft(cast, slug="")
    assert re.fullmatch(r"2023-5-[0-9a-f]{6}", programme.slug)


def test_without_a_document_number_the_slug_comes_from_the_year(cast: Cast) -> None:
    programme = make_draft(cast, notice_text(HEAD.split("\n", 1)[1]), slug="")
    assert re.fullmatch(r"2023-[0-9a-f]{6}", programme.slug)


def test_two_uploads_of_one_file_are_two_programmes(cast: Cast) -> None:
    first, second = make_draft(cast, slug=""), make_draft(cast, slug="")
    assert first.slug != second.slug
    assert first.uuid != second.uuid


@pytest.mark.parametrize("slug", ["nong-2023", "农业", "a/b", "a\n"])
def test_a_slug_that_cannot_be_used_is_refused_whole(
    cast: Cast, draft: Programme, slug: str
) -> None:
    with pytest.raises(Refused) as refused:
        make_draft(cast, slug=slug)
    assert codes(refused) == ["P308"]
    assert Notice.objects.count() == Programme.objects.count() == 1


def test_simulated_passes_from_the_notice_to_its_programme(cast: Cast) -> None:
    programme = actions.take_notice(
        data=notice_text().encode(), name="a.txt", by=cast.coordinator, simulated=True
    )
    assert programme.notice.simulated
    assert programme.simulated


def test_who_drafts_coordinates(cast: Cast) -> None:
    newcomer = open_account(login="new", name="新人", password="x" * 12)
    data = notice_text().encode()
    programme = actions.take_notice(data=data, name="a.txt", by=newcomer)
    again = type(newcomer).objects.get(pk=newcomer.pk)
    assert standing(again, programme.uuid).coordinator
    assert not standing(again, None).coordinator


def test_a_coordinator_of_all_gets_no_second_role(cast: Cast) -> None:
    make_draft(cast)
    assert cast.coordinator.memberships.count() == 1


def test_drafting_is_in_the_audit_record(cast: Cast, draft: Programme) -> None:
    entry = Entry.objects.get(action="programme.draft")
    assert (entry.object_uuid, entry.user) == (draft.uuid, cast.coordinator)


def test_a_notice_without_a_year_is_refused_whole(cast: Cast) -> None:
    text = notice_text().replace("2023年", "").replace("〔2023〕", "").replace("2023", "")
    with pytest.raises(Refused) as refused:
        actions.take_notice(data=text.encode(), name="a.txt", by=cast.coordinator)
    assert codes(refused) == ["P301"]
    assert not Notice.objects.exists()
    assert not Programme.objects.exists()
    assert Entry.objects.get(action="notice.refuse").after["findings"] == ["P301"]
    assert not Entry.objects.filter(action="notice.receive").exists()


def test_a_file_that_cannot_be_read_is_refused_whole(cast: Cast) -> None:
    with pytest.raises(Refused):
        actions.take_notice(data=b"", name="a.txt", by=cast.coordinator)
    assert not Notice.objects.exists()
    assert Entry.objects.filter(action="notice.refuse").count() == 1
