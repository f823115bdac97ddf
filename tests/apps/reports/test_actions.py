from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from tests.apps.reports.world import (
    AFTER_APRIL,
    IN_APRIL,
    World,
    entry,
)
from tests.refusals import codes
from tongchou.apps.audit.models import Entry
from tongchou.apps.audit.queries import content_of, envelope_of
from tongchou.apps.reports.actions import (
    correct,
    save_draft,
    submit,
)
from tongchou.apps.reports.models import Report, Statement, Submission
from tongchou.apps.reports.queries import lines_of, statements_of
from tongchou.apps.reviews.actions import approve, return_report
from tongchou.domain.shared.findings import Refused


def test_a_draft_keeps_what_was_typed_readable_or_not(world: World) -> None:
    report = world.report()
    target = world.targets()[0]
    wrong = entry(target, value="约6")
    save_draft(report=report, entries=[wrong], by=world.liaison(report), on=IN_APRIL)
    assert report.state == "draft"
    row = Statement.objects.get(report=report)
    assert (row.value, row.unit) == ("约6", "万亩")
    assert Report.objects.get(pk=report.pk).version == 1
    assert lines_of(world.report(), IN_APRIL)[0].stated.value == "约6"


def test_targets_that_no_entry_names_are_left_alone(world: World) -> None:
    report = world.fill(world.report(), value="3")
    first = entry(world.targets()[0], value="4")
    save_draft(report=report, entries=[first], by=world.liaison(report), on=IN_APRIL)
    values = [line.stated.value for line in lines_of(report, IN_APRIL)]
    assert values == ["4", "", "3", ""]


def test_a_target_of_someone_else_cannot_be_stated(world: World) -> None:
    report = world.report()
    with pytest.raises(ValueError):
        save_draft(
            report=report,
            entries=[{"target": uuid4(), "value": "1"}],
            by=world.liaison(report),
            on=IN_APRIL,
        )


def test_only_the_own_liaison_writes(world: World) -> None:
    report = world.report("万州")
    for user in (world.cast.liaison["达州"], world.cast.reviewer["万州"], world.cast.coordinator):
        with pytest.raises(PermissionDenied):
            save_draft(report=report, entries=[], by=user, on=IN_APRIL)
        with pytest.raises(PermissionDenied):
            submit(report=report, by=user, on=IN_APRIL)


def test_a_second_window_does_not_overwrite(world: World) -> None:
    first, second = world.report(), world.report()
    liaison = world.liaison(first)
    target = world.targets()[0]
    save_draft(report=first, entries=[entry(target, "3")], by=liaison, on=IN_APRIL)
    with pytest.raises(Refused) as refused:
        save_draft(
            report=second,
            entries=[entry(target, "4")],
            by=liaison,
            on=IN_APRIL,
            expected_version=0,
        )
    assert codes(refused) == ["R204"]
    assert Statement.objects.get(report=first, target=target).value == "3"


def test_saving_the_same_again_is_no_conflict_and_no_write(world: World) -> None:
    first, second = world.report(), world.report()
    liaison = world.liaison(first)
    entries = world.entries("3")
    save_draft(report=first, entries=entries, by=liaison, on=IN_APRIL, expected_version=0)
    save_draft(report=second, entries=entries, by=liaison, on=IN_APRIL, expected_version=0)
    assert world.report().version == 1
    assert Entry.objects.filter(action="report.save").count() == 1


def test_a_submission_seals_the_figures_exactly(world: World) -> None:
    report = world.report()
    submission = world.submit(report, value="６．９３")
    envelope = envelope_of(submission.record)
    content = content_of(submission.record)
    assert (envelope["kind"], envelope["schema"]) == ("submission", 1)
    assert envelope["issuer"] == report.organization.jurisdiction.slug
    assert envelope["parents"][0]["record"] == str(report.revision.record.uuid)
    assert content["organization"]["name"] == report.organization.name
    assert (content["number"], content["revision"]) == (1, 1)
    assert content["period"]["end"] == "2023-04-30"
    stated = content["statements"][0]
    assert (stated["value"], stated["unit"]) == ("69300", "亩")
    assert (stated["printed"], stated["printed_unit"]) == ("6.93", "万亩")
    assert stated["as_of"] == "2023-04-30"
    assert content["statements"][1]["rung_name"] == "启动"
    assert world.report().state == "submitted"


def test_submitting_twice_makes_one_submission(world: World) -> None:
    again = world.report()
    world.submit(world.report())
    for report in (again, world.report()):
        with pytest.raises(Refused) as refused:
            submit(report=report, by=world.liaison(report), on=IN_APRIL)
        assert codes(refused) == ["R203"]
    assert Submission.objects.count() == 1


def test_errors_keep_a_report_from_being_submitted_and_the_draft_survives(world: World) -> None:
    report = world.fill(world.report(), value="约6")
    with pytest.raises(Refused) as refused:
        submit(report=report, by=world.liaison(report), on=IN_APRIL)
    assert set(codes(refused)) == {"R102"}
    fresh = world.report()
    assert (fresh.state, report.state) == ("draft", "draft")
    assert fresh.statements.count() == 4
    assert not Submission.objects.exists()


def test_an_empty_report_is_not_submitted(world: World) -> None:
    report = world.report()
    with pytest.raises(Refused) as refused:
        submit(report=report, by=world.liaison(report), on=IN_APRIL)
    assert codes(refused) == ["R107"] * 4


def test_warnings_do_not_stop_a_submission(world: World) -> None:
    assert world.submit(world.report(), value="7", rung=3).number == 1


@pytest.mark.parametrize(("on", "code"), [(date(2023, 4, 19), "R201"), (AFTER_APRIL, "R202")])
def test_outside_its_dates_a_report_is_not_submitted(world: World, on: date, code: str) -> None:
    report = world.fill(world.report())
    with pytest.raises(Refused) as refused:
        submit(report=report, by=world.liaison(report), on=on)
    assert codes(refused) == [code]
    assert world.report().statements.count() == 4
    if code == "R202":
        assert world.cast.coordinator.name in refused.value.findings[0].to_json()["remedy"]["zh"]


def test_what_was_typed_is_kept_after_the_period_closed(world: World) -> None:
    report = world.report()
    entries = world.entries("3")
    save_draft(report=report, entries=entries, by=world.liaison(report), on=AFTER_APRIL)
    assert world.report().statements.count() == 4


def test_before_a_period_opens_nothing_is_kept(world: World) -> None:
    report = world.report()
    with pytest.raises(Refused) as refused:
        save_draft(report=report, entries=[], by=world.liaison(report), on=date(2023, 4, 19))
    assert codes(refused) == ["R201"]


@pytest.mark.parametrize("field", ["value", "words", "problems"])
def test_text_that_is_too_long_is_refused_whole(world: World, field: str) -> None:
    report = world.report()
    first, second = world.targets()[:2]
    entries = [entry(first, **{field: "9" * 2001}), entry(second)]
    with pytest.raises(Refused) as refused:
        save_draft(report=report, entries=entries, by=world.liaison(report), on=IN_APRIL)
    assert codes(refused) == ["R205"]
    assert not Statement.objects.exists()


def test_a_returned_report_is_submitted_again_even_after_closing(world: World) -> None:
    report = world.report()
    first = world.submit(report)
    return_report(report=report, reason="数字核实", by=world.reviewer(report), on=AFTER_APRIL)
    report = world.report()
    assert report.state == "returned"
    save_draft(
        report=report, entries=world.entries("2.2"), by=world.liaison(report), on=AFTER_APRIL
    )
    second = submit(report=report, by=world.liaison(report), on=AFTER_APRIL)
    assert (first.number, second.number) == (1, 2)
    parents = [parent["record"] for parent in envelope_of(second.record)["parents"]]
    assert str(first.record.uuid) in parents


def test_a_correction_is_a_new_submission(world: World) -> None:
    report = world.report()
    world.approve(report, value="2")
    report = world.report()
    correct(report=report, by=world.liaison(report), on=IN_APRIL)
    second = world.submit(world.report(), value="2.1")
    assert second.number == 2
    first = Submission.objects.get(report=report, number=1)
    assert first.outcome == "approved"
    assert next(iter(statements_of(first).values())).value == Decimal(20000)


def test_only_an_approved_report_is_corrected_and_only_while_open(world: World) -> None:
    report = world.report()
    with pytest.raises(Refused) as refused:
        correct(report=report, by=world.liaison(report), on=IN_APRIL)
    assert codes(refused) == ["R213"]
    world.approve(report)
    with pytest.raises(Refused) as refused:
        correct(report=world.report(), by=world.liaison(report), on=AFTER_APRIL)
    assert codes(refused) == ["R202"]


def test_a_submitted_report_cannot_be_edited(world: World) -> None:
    report = world.report()
    world.submit(report)
    with pytest.raises(Refused) as refused:
        world.fill(world.report(), value="9")
    assert codes(refused) == ["R203"]
    approve(report=world.report(), by=world.reviewer(report), on=IN_APRIL)
    with pytest.raises(Refused) as refused:
        world.fill(world.report(), value="9")
    assert codes(refused) == ["R214"]


def test_every_write_is_in_the_audit_record(world: World) -> None:
    report = world.report()
    world.approve(report)
    report = world.report()
    correct(report=report, by=world.liaison(report), on=IN_APRIL)
    actions = list(
        Entry.objects.filter(object_uuid=report.uuid)
        .order_by("id")
        .values_list("action", flat=True)
    )
    assert actions == ["report.save", "report.submit", "report.approve", "report.correct"]
    sealed = Entry.objects.get(action="report.submit")
    assert sealed.record == Submission.objects.get().record
    assert sealed.user == world.liaison(report)
