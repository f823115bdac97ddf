"""Confirming task by task, and sealing revision 1 exactly once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.cast import Cast
from tests.refusals import codes
from tongchou.apps.audit.models import Chain, Entry
from tongchou.apps.organizations.models import Jurisdiction, Organization
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme, Revision
from tongchou.apps.programmes.queries import draft_reading, revision_in_force
from tongchou.domain.shared.findings import Refused


def confirm_all(cast: Cast, draft: Programme) -> None:
    actions.confirm_remaining(programme=draft, by=cast.coordinator)


def test_a_confirmation_says_who_and_that_it_was_read(cast: Cast, draft: Programme) -> None:
    row = actions.confirm_task(programme=draft, task=3, by=cast.coordinator)
    assert (row.task, row.by, row.read) == (3, cast.coordinator, True)
    entry = Entry.objects.get(action="programme.confirm_task")
    assert entry.after == {"task": 3, "read": True}


def test_confirming_twice_is_once(cast: Cast, draft: Programme) -> None:
    for _ in range(2):
        actions.confirm_task(programme=draft, task=3, by=cast.coordinator)
    assert draft.confirmations.count() == 1
    assert Entry.objects.filter(action="programme.confirm_task").count() == 1


def test_a_task_that_is_not_there_is_refused(cast: Cast, draft: Programme) -> None:
    with pytest.raises(Refused) as refused:
        actions.confirm_task(programme=draft, task=6, by=cast.coordinator)
    assert codes(refused) == ["P307"]


def test_an_organization_without_jurisdiction_stands_against_it(
    cast: Cast, draft: Programme
) -> None:
    path = "tasks/2/organizations/0/jurisdiction"
    actions.correct(programme=draft, path=path, value=None, by=cast.coordinator)
    with pytest.raises(Refused) as refused:
        actions.confirm_task(programme=draft, task=2, by=cast.coordinator)
    assert "P304" in codes(refused)
    assert not draft.confirmations.exists()


def test_a_target_that_nobody_answers_for_stands_against_it(cast: Cast, draft: Programme) -> None:
    path = "tasks/4/targets/4.1/answers"
    actions.correct(programme=draft, path=path, value={}, by=cast.coordinator)
    with pytest.raises(Refused) as refused:
        actions.confirm_task(programme=draft, task=4, by=cast.coordinator)
    assert codes(refused) == ["P305"]


def test_one_jurisdiction_without_an_answer_does_not(cast: Cast, draft: Programme) -> None:
    actions.confirm_task(programme=draft, task=5, by=cast.coordinator)
    assert "云阳" not in draft_reading(draft).target("5.1").answers


def test_a_stage_planned_after_the_year_stands_against_it(cast: Cast, draft: Programme) -> None:
    path = "tasks/1/targets/1.2/ladder/rungs/0/planned"
    actions.correct(programme=draft, path=path, value="2031-01-01", by=cast.coordinator)
    with pytest.raises(Refused) as refused:
        actions.confirm_task(programme=draft, task=1, by=cast.coordinator)
    assert "P103" in codes(refused)


def test_the_rest_is_confirmed_as_not_read(cast: Cast, draft: Programme) -> None:
    actions.confirm_task(programme=draft, task=2, by=cast.coordinator)
    assert actions.confirm_remaining(programme=draft, by=cast.coordinator) == [1, 3, 4, 5]
    assert dict(draft.confirmations.values_list("task", "read")) == {
        1: False,
        2: True,
        3: False,
        4: False,
        5: False,
    }


def test_the_rest_is_confirmed_whole_or_not_at_all(cast: Cast, draft: Programme) -> None:
    path = "tasks/4/targets/4.1/answers"
    actions.correct(programme=draft, path=path, value={}, by=cast.coordinator)
    with pytest.raises(Refused):
        confirm_all(cast, draft)
    assert not draft.confirmations.exists()


def test_sealing_waits_for_every_task(cast: Cast, draft: Programme) -> None:
    for task in (1, 2, 4):
        actions.confirm_task(programme=draft, task=task, by=cast.coordinator)
    with pytest.raises(Refused) as refused:
        actions.confirm_programme(programme=draft, by=cast.coordinator)
    assert codes(refused) == ["P302"]
    assert "3、5" in refused.value.findings[0].message("zh")
    draft.refresh_from_db()
    assert draft.state == "draft"
    assert not Revision.objects.exists()
    assert not Organization.objects.filter(name="万州区水利局").exists()
    assert Chain.objects.get(programme=draft.uuid).sequence == 1


def test_sealing_makes_the_programme_run(cast: Cast, draft: Programme) -> None:
    confirm_all(cast, draft)
    at = datetime(2023, 4, 3, 2, 0, tzinfo=UTC)
    revision = actions.confirm_programme(programme=draft, by=cast.coordinator, confirmed_at=at)
    assert draft.state == "running"
    assert revision_in_force(draft) == revision
    assert (revision.number, revision.confirmed_by, revision.confirmed_at) == (
        1,
        cast.coordinator,
        at,
    )
    entry = Entry.objects.get(action="programme.confirm")
    assert entry.record == revision.record
    assert entry.after == {"number": 1, "tasks": 5, "targets": 8}


def test_sealing_twice_gives_one_revision(cast: Cast, draft: Programme) -> None:
    confirm_all(cast, draft)
    stale = Programme.objects.get(pk=draft.pk)
    first = actions.confirm_programme(programme=draft, by=cast.coordinator)
    second = actions.confirm_programme(programme=stale, by=cast.coordinator)
    assert first == second
    assert Revision.objects.count() == 1
    assert Chain.objects.get(programme=draft.uuid).sequence == 2
    assert draft.targets.count() == 8
    assert Entry.objects.filter(action="programme.confirm").count() == 1


def test_what_is_registered_already_stays_as_it_is(cast: Cast, draft: Programme) -> None:
    before = cast.organization["万州"]
    confirm_all(cast, draft)
    actions.confirm_programme(programme=draft, by=cast.coordinator)
    assert Organization.objects.get(name="万州区农业农村委") == before
    assert Organization.objects.count() == 3
    added = Jurisdiction.objects.get(name="云阳")
    assert (added.slug, added.full_name, added.code) == ("500235", "云阳县", "500235")


def test_an_organization_of_the_notice_is_registered_with_kind_and_function(
    cast: Cast, draft: Programme
) -> None:
    added = {
        "name": "万州经开区",
        "jurisdiction": "万州",
        "role": "assisting",
        "printed": "万州经开区",
        "kind": "park",
        "function": None,
        "code": None,
        "spans": [],
    }
    held = draft_reading(draft).task(3).to_json()["organizations"]
    actions.correct(
        programme=draft, path="tasks/3/organizations", value=[*held, added], by=cast.coordinator
    )
    confirm_all(cast, draft)
    actions.confirm_programme(programme=draft, by=cast.coordinator)
    park = Organization.objects.get(name="万州经开区")
    assert (park.kind, park.jurisdiction.name) == ("park", "万州")
    roles = draft.tasks.get(number=3).task_organizations.values_list("organization__name", "role")
    assert ("万州经开区", "assisting") in roles


def test_confirming_after_sealing_is_refused(cast: Cast, programme: Programme) -> None:
    with pytest.raises(Refused) as refused:
        actions.confirm_task(programme=programme, task=1, by=cast.coordinator)
    assert codes(refused) == ["P306"]
    with pytest.raises(Refused):
        actions.confirm_remaining(programme=programme, by=cast.coordinator)
