from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied

from tests.apps.reports.world import APRIL, BASELINE, IN_APRIL, World, entry
from tests.refusals import codes
from tongchou.apps.audit import verification
from tongchou.apps.audit.models import Record
from tongchou.apps.audit.queries import content_of, envelope_of
from tongchou.apps.reports import verification as reports
from tongchou.apps.reports.actions import correct, save_draft, submit
from tongchou.apps.reports.models import Submission
from tongchou.apps.reviews import verification as reviews
from tongchou.apps.reviews.actions import approve, return_report
from tongchou.apps.reviews.models import CurrentValue, Decision
from tongchou.apps.reviews.queries import current_values
from tongchou.apps.reviews.values import held_values, rebuild_current_values
from tongchou.domain.shared.findings import Refused


def differing() -> list[str]:
    """The codes of what the two apps' verification finds."""
    return [finding.code for finding in (*reports.differences(), *reviews.differences())]


def test_both_apps_take_part_in_the_verification() -> None:
    assert verification._checks["reports"] is reports.differences
    assert verification._checks["reviews"] is reviews.differences


def test_an_approval_seals_freezes_and_writes_the_current_values(world: World) -> None:
    report = world.report()
    submission = world.submit(report, value="6.93", rung=2)
    decision = approve(report=report, by=world.reviewer(report), on=IN_APRIL)
    assert world.report().state == "approved"
    assert world.report().approved == 1
    submission.refresh_from_db()
    assert submission.outcome == "approved"
    rows = list(CurrentValue.objects.order_by("target__task__number"))
    assert [(row.value, row.unit) for row in rows] == [("69300", "亩"), ("", "")] * 2
    assert [row.rung.name if row.rung else "" for row in rows] == ["", "报批"] * 2
    assert rows[1].reached_on == date(2023, 3, 20)
    assert {row.jurisdiction for row in rows} == {report.organization.jurisdiction}
    assert {row.submission for row in rows} == {submission}
    envelope = envelope_of(decision.record)
    assert envelope["issuer"] == report.organization.jurisdiction.slug
    assert [parent["record"] for parent in envelope["parents"]] == [str(submission.record.uuid)]
    content = content_of(decision.record)
    assert content["verdict"] == "approved"
    assert content["submission"]["uuid"] == str(submission.uuid)


def test_none_yet_is_a_current_value_without_a_figure(world: World) -> None:
    report = world.report()
    entries = [
        {"target": target.uuid, "none_yet": True, "words": "季度统计"} for target in world.targets()
    ]
    save_draft(report=report, entries=entries, by=world.liaison(report), on=IN_APRIL)
    submit(report=report, by=world.liaison(report), on=IN_APRIL)
    approve(report=report, by=world.reviewer(report), on=IN_APRIL)
    assert {(row.value, row.rung) for row in CurrentValue.objects.all()} == {("", None)}


def test_a_return_needs_a_reason_and_reaches_the_liaison(world: World) -> None:
    report = world.report()
    submission = world.submit(report)
    with pytest.raises(Refused) as refused:
        return_report(report=report, reason="  ", by=world.reviewer(report), on=IN_APRIL)
    assert codes(refused) == ["R212"]
    assert world.report().state == "submitted"
    return_report(report=report, reason="造林面积请核实", by=world.reviewer(report), on=IN_APRIL)
    submission.refresh_from_db()
    assert (world.report().state, submission.outcome) == ("returned", "returned")
    assert submission.reason == "造林面积请核实"
    assert not CurrentValue.objects.exists()


def test_a_reviewer_decides_in_the_own_jurisdiction_only(world: World) -> None:
    report = world.report("万州")
    world.submit(report)
    others = [world.cast.reviewer["达州"], world.cast.coordinator, world.liaison(report)]
    for user in others:
        with pytest.raises(PermissionDenied):
            approve(report=report, by=user, on=IN_APRIL)
        with pytest.raises(PermissionDenied):
            return_report(report=report, reason="不行", by=user, on=IN_APRIL)
    assert not Decision.objects.exists()


def test_a_report_is_decided_once(world: World) -> None:
    world.submit(world.report())
    first, second = world.report(), world.report()
    approve(report=first, by=world.reviewer(first), on=IN_APRIL)
    for act in (
        lambda: approve(report=second, by=world.reviewer(second), on=IN_APRIL),
        lambda: return_report(report=second, reason="晚了", by=world.reviewer(second), on=IN_APRIL),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert codes(refused) == ["R211"]
    assert Decision.objects.count() == 1
    assert Record.objects.filter(kind="decision").count() == 1


def test_a_decision_on_an_older_submission_is_refused(world: World) -> None:
    report = world.report()
    world.submit(report)
    return_report(report=report, reason="重报", by=world.reviewer(report), on=IN_APRIL)
    world.submit(world.report(), value="2.2")
    with pytest.raises(Refused) as refused:
        approve(report=world.report(), by=world.reviewer(report), on=IN_APRIL, number=1)
    assert codes(refused) == ["R211"]


def test_what_is_not_submitted_cannot_be_decided(world: World) -> None:
    report = world.fill(world.report())
    with pytest.raises(Refused):
        approve(report=report, by=world.reviewer(report), on=IN_APRIL)


def test_an_approved_correction_replaces_the_value_of_its_period(world: World) -> None:
    world.approve(world.report(period=world.baseline), value="1")
    world.approve(world.report(), value="2")
    report = world.report()
    correct(report=report, by=world.liaison(report), on=IN_APRIL)
    quantities = CurrentValue.objects.exclude(value="").order_by("period__end", "pk")
    assert [row.value for row in quantities] == ["10000", "10000", "20000", "20000"]
    corrected = world.approve(world.report(), value="2.1")
    assert [row.value for row in quantities.all()] == ["10000", "10000", "21000", "21000"]
    april = CurrentValue.objects.filter(period=world.april)
    assert {row.submission for row in april} == {corrected}


def test_current_values_are_those_of_periods_that_ended(world: World) -> None:
    world.approve(world.report(period=world.baseline))
    world.approve(world.report())
    assert current_values(world.programme, BASELINE).count() == 4
    assert current_values(world.programme, APRIL).count() == 8
    assert current_values(world.programme, date(2023, 3, 30)).count() == 0


def test_the_table_is_what_the_records_give(world: World) -> None:
    for place in world.cast.organization:
        world.approve(world.report(place, world.baseline), value="1.5")
        world.approve(world.report(place), value="2.5", rung=2)
    report = world.report("万州")
    correct(report=report, by=world.liaison(report), on=IN_APRIL)
    world.approve(world.report("万州"), value="2.6", rung=2)
    returned = world.report("达州")
    correct(report=returned, by=world.liaison(returned), on=IN_APRIL)
    world.submit(world.report("达州"), value="9")
    return_report(
        report=world.report("达州"), reason="偏大", by=world.reviewer(returned), on=IN_APRIL
    )
    rebuilt = rebuild_current_values(world.programme)
    assert rebuilt == held_values(world.programme)
    assert len(rebuilt) == 3 * 2 * 4
    target = world.targets()[0]
    april = world.april.uuid
    assert rebuilt[UUID(str(target.uuid)), "500101", april].value == "26000"
    assert rebuilt[UUID(str(target.uuid)), "511700", april].value == "25000"
    assert differing() == []


@pytest.mark.parametrize(
    ("column", "value"), [("value", "99999"), ("unit", "元"), ("words", "改过"), ("rung", None)]
)
def test_verification_finds_a_changed_current_value(
    world: World, column: str, value: str | None
) -> None:
    world.approve(world.report())
    rows = CurrentValue.objects.filter(rung__isnull=column != "rung")
    rows.filter(pk=rows[0].pk).update(**{column: value})
    assert differing() == ["R301"]


def test_verification_finds_a_removed_and_an_added_current_value(world: World) -> None:
    world.approve(world.report())
    row = CurrentValue.objects.all()[0]
    row.delete()
    assert differing() == ["R301"]
    row.pk = None
    row.save()
    assert differing() == []
    row.pk = None
    row.period = world.baseline
    row.save()
    assert differing() == ["R301"]


def test_verification_finds_changed_decisions_and_submissions(world: World) -> None:
    report = world.report()
    world.submit(report)
    return_report(report=report, reason="核实", by=world.reviewer(report), on=IN_APRIL)
    Decision.objects.update(reason="另一个原因")
    assert differing() == ["R303"]
    Decision.objects.update(reason="核实")
    Submission.objects.update(outcome="approved")
    assert differing() == ["X610", "R303"]
    Submission.objects.update(outcome="returned", number=7)
    assert differing() == ["R302", "X610"]


def test_a_line_can_be_corrected_to_none(world: World) -> None:
    world.approve(world.report())
    report = world.report()
    correct(report=report, by=world.liaison(report), on=IN_APRIL)
    report = world.report()
    first = world.targets()[0]
    none = {"target": first.uuid, "none_yet": True, "words": "数据作废"}
    rest = [entry(target) for target in world.targets()[1:]]
    save_draft(report=report, entries=[none, *rest], by=world.liaison(report), on=IN_APRIL)
    submit(report=report, by=world.liaison(report), on=IN_APRIL)
    approve(report=report, by=world.reviewer(report), on=IN_APRIL)
    assert CurrentValue.objects.get(target=first).value == ""
    assert rebuild_current_values(world.programme) == held_values(world.programme)
