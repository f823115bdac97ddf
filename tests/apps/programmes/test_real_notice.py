"""The notice of 2023 goes the whole way from its file to revision 1."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.apps.programmes.posting import form_of
from tests.cast import Cast, signed_in
from tongchou.apps.audit.queries import verify
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme
from tongchou.apps.programmes.queries import draft_reading


@pytest.fixture
def real(cast: Cast, real_notice: Path) -> Programme:
    data = real_notice.read_bytes()
    return actions.take_notice(data=data, name=real_notice.name, by=cast.coordinator)


def test_it_is_sealed_with_all_its_tasks(cast: Cast, real: Programme) -> None:
    actions.confirm_remaining(programme=real, by=cast.coordinator)
    actions.confirm_programme(programme=real, by=cast.coordinator)
    assert real.areas.count() == 6
    assert list(real.tasks.values_list("number", flat=True)) == list(range(1, 26))
    assert dict(real.parties.values_list("jurisdiction__name", "signed")) == {
        "万州": True,
        "达州": True,
        "开州": True,
        "云阳": False,
    }
    assert verify() == []


def test_every_task_can_be_confirmed_on_its_page_as_it_is(cast: Cast, real: Programme) -> None:
    client = signed_in(cast.coordinator)
    for task in draft_reading(real).tasks:
        data = form_of(real, task.number)
        data["confirm"] = "1"
        response = client.post(
            f"/p/{real.slug}/confirm/{task.number}/",
            data.urlencode(),
            content_type="application/x-www-form-urlencoded",
        )
        assert response.status_code == 302, task.number
    assert real.confirmations.filter(read=True).count() == 25
    assert not real.overrides.exists()
