"""Several coordinators at one draft at once: one revision, one set of rows, no lost correction."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.cast import make_cast
from tests.programmes_cast import make_draft
from tongchou.apps.audit.models import Chain, Entry
from tongchou.apps.audit.queries import verify
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Revision
from tongchou.apps.programmes.queries import draft_reading
from tongchou.domain.shared.findings import Refused

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 6


def together(act: Callable[[int], object]) -> list[object]:
    start = Barrier(PEOPLE)

    def one(number: int) -> object:
        try:
            start.wait()
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as pool:
        return list(pool.map(one, range(PEOPLE)))


def test_a_draft_sealed_by_many_at_once_has_one_revision() -> None:
    cast = make_cast()
    draft = make_draft(cast)
    actions.confirm_remaining(programme=draft, by=cast.coordinator)

    def seal(_: int) -> int:
        return actions.confirm_programme(programme=draft, by=cast.coordinator).pk

    assert len(set(together(seal))) == 1
    assert Revision.objects.count() == 1
    assert Chain.objects.get(programme=draft.uuid).sequence == 2
    assert draft.targets.count() == 8
    assert Entry.objects.filter(action="programme.confirm").count() == 1
    assert verify() == []


def test_corrections_of_many_at_once_are_all_kept() -> None:
    cast = make_cast()
    draft = make_draft(cast)
    ladder = "tasks/1/targets/1.2/ladder/rungs"

    def correct(number: int) -> None:
        path = f"{ladder}/{number % 5}/planned"
        day = f"2023-{number % 5 + 3:02}-28"
        actions.correct(programme=draft, path=path, value=day, by=cast.coordinator)

    together(correct)
    rungs = draft_reading(draft).target("1.2").ladder.rungs
    assert [rung.planned.month for rung in rungs] == [3, 4, 5, 6, 7]


def test_a_correction_beside_the_seal_is_in_it_or_refused() -> None:
    cast = make_cast()
    draft = make_draft(cast)
    actions.confirm_remaining(programme=draft, by=cast.coordinator)

    def act(number: int) -> str:
        try:
            if number == 0:
                actions.confirm_programme(programme=draft, by=cast.coordinator)
            else:
                path = "tasks/1/targets/1.1/effort"
                actions.correct(programme=draft, path=path, value="effort", by=cast.coordinator)
        except Refused as refused:
            return refused.findings[0].code
        return "done"

    ended = together(act)
    if draft.revisions.exists():
        assert set(ended[1:]) == {"P306"}
        assert not draft.overrides.exists()
        assert verify() == []
    else:
        assert ended[0] == "P302"
        assert list(draft.overrides.values_list("value", flat=True)) == ["effort"]
