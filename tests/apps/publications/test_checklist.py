"""A checklist from its confirmation to the edition: reported in words, given no light."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.apps.assessments.world import (
    ON,
    SEPTEMBER,
    STATED,
    entry,
    report_of,
    september,
)
from tests.apps.publications.conftest import DATED
from tests.apps.publications.test_publish import ledger_rows
from tests.cast import Cast, signed_in
from tests.programmes_cast import make_draft, plan_rungs
from tongchou.apps.assessments.actions import assess
from tongchou.apps.assessments.queries import content
from tongchou.apps.audit.queries import verify
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme
from tongchou.apps.programmes.queries import targets_of
from tongchou.apps.publications.actions import publish
from tongchou.apps.reports.actions import save_draft, submit
from tongchou.apps.reports.models import Report
from tongchou.apps.reviews.actions import approve
from tongchou.domain.assessment.explain import in_brief
from tongchou.domain.assessment.reasons import Reason
from tongchou.domain.assessment.run import verdicts_of

KEY, SAID = "2.2", "直供平台、采购名录已建两项"


@pytest.fixture
def listed(cast: Cast) -> Programme:
    """The programme of the tests, its target 2.2 read as a checklist of three items."""
    draft = make_draft(cast)
    plan_rungs(draft, cast.coordinator)
    path = f"tasks/2/targets/{KEY}"
    items = [{"name": n, "proof": "", "spans": []} for n in ("直供平台", "采购名录", "冷链专线")]
    changes = {
        f"{path}/kind": "checklist",
        f"{path}/checklist": {"items": items, "expected": 3},
        f"{path}/ladder": None,
    }
    actions.correct_all(programme=draft, corrections=changes, by=cast.coordinator)
    actions.confirm_remaining(programme=draft, by=cast.coordinator)
    actions.confirm_programme(programme=draft, by=cast.coordinator)
    return Programme.objects.get(pk=draft.pk)


def reported(programme: Programme, cast: Cast) -> Report:
    """All three departments report, in words on the checklist; the last report."""
    period = september(programme, cast)
    for place, stated in STATED.items():
        report = report_of(period, cast, place)
        entries = [
            {"target": target.uuid, "words": SAID}
            if target.key == KEY
            else entry(target, stated[target.key])
            for target in targets_of(programme)
            if target.key in stated
        ]
        save_draft(report=report, entries=entries, by=cast.liaison[place], on=ON)
        submit(report=report, by=cast.liaison[place], on=ON)
        approve(report=report_of(period, cast, place), by=cast.reviewer[place], on=ON)
    return report_of(period, cast, "万州")


def test_a_checklist_goes_all_the_way(listed: Programme, cast: Cast) -> None:
    reported(listed, cast)
    run = assess(programme=listed, as_of=SEPTEMBER, by=cast.coordinator, on=ON)
    edition = publish(programme=listed, run=run, by=cast.coordinator, on=DATED)
    target = next(t for t in targets_of(listed) if t.key == KEY)
    found = [v for v in verdicts_of(content(run)) if str(target.uuid) in str(v.object)]
    assert found
    assert {(verdict.light, verdict.reason) for verdict in found} <= {
        ("", Reason.NO_RULE),
        ("", Reason.NO_FIGURE),
    }
    assert all(in_brief(verdict).zh for verdict in found)
    assert ledger_rows(edition)
    assert list(verify()) == []


def test_its_pages_open(listed: Programme, cast: Cast) -> None:
    report = reported(listed, cast)
    run = assess(programme=listed, as_of=SEPTEMBER, by=cast.coordinator, on=ON)
    publish(programme=listed, run=run, by=cast.coordinator, on=DATED)
    root = f"/p/{listed.slug}"
    pages: dict[str, Client] = {
        f"{root}/": signed_in(cast.leader),
        f"{root}/tasks/2/": signed_in(cast.leader),
        f"{root}/reports/{report.uuid}/": signed_in(cast.liaison["万州"]),
        f"{root}/reviews/{report.uuid}/": signed_in(cast.reviewer["万州"]),
        f"{root}/assessments/{run.number}/": signed_in(cast.coordinator),
        f"{root}/editions/": signed_in(cast.leader),
        f"{root}/revisions/1/": signed_in(cast.coordinator),
    }
    assert {address: c.get(address).status_code for address, c in pages.items()} == dict.fromkeys(
        pages, 200
    )


def test_its_line_asks_for_words(listed: Programme, cast: Cast) -> None:
    report = report_of(september(listed, cast), cast, "万州")
    page = signed_in(cast.liaison["万州"]).get(f"/p/{listed.slug}/reports/{report.uuid}/")
    target = next(t for t in targets_of(listed) if t.key == KEY)
    line = page.content.decode().split(f'id="line-{target.uuid.hex}"')[1].split("</section>")[0]
    assert "请在进展中写明哪些事项已办" in line
    assert 'type="radio"' not in line
