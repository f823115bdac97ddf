from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.apps.reports.world import (
    IN_APRIL,
    IN_BASELINE,
    PDF,
    World,
    entry,
)
from tests.refusals import codes
from tongchou.apps.reports.actions import (
    add_evidence,
    keep_unchanged,
    remove_evidence,
    save_draft,
    submit,
)
from tongchou.apps.reports.models import Evidence
from tongchou.apps.reports.queries import lines_of, statements_of
from tongchou.apps.reviews.actions import return_report
from tongchou.domain.shared.findings import Refused


def test_no_change_repeats_figure_and_stage(world: World) -> None:
    world.submit(world.report(period=world.baseline), value="2.5", rung=2)
    report = world.report()
    entries = [{"target": t.uuid, "no_change": True, "words": "无"} for t in world.targets()]
    save_draft(report=report, entries=entries, by=world.liaison(report), on=IN_APRIL)
    submission = submit(report=report, by=world.liaison(report), on=IN_APRIL)
    quantity, ladder = list(statements_of(submission).values())[:2]
    assert (quantity.value, quantity.printed_unit) == (Decimal(25000), "万亩")
    assert (ladder.rung_name, ladder.reached_on) == ("报批", date(2023, 3, 20))
    assert quantity.no_change
    assert quantity.words == "无"


def test_no_change_for_the_whole_report_leaves_what_is_typed(world: World) -> None:
    world.submit(world.report(period=world.baseline), value="2.5")
    report = world.report()
    liaison = world.liaison(report)
    typed = entry(world.targets()[0], "3.1")
    save_draft(report=report, entries=[typed], by=liaison, on=IN_APRIL)
    keep_unchanged(report=report, by=liaison, on=IN_APRIL)
    stated = [line.stated for line in lines_of(report, IN_APRIL)]
    assert [s.no_change for s in stated] == [False, True, True, True]
    assert [s.value for s in stated] == ["3.1", "", "2.5", ""]
    submit(report=report, by=liaison, on=IN_APRIL)


def test_no_change_for_the_whole_report_keeps_words_and_problems(world: World) -> None:
    world.submit(world.report(period=world.baseline), value="2.5")
    report = world.report()
    liaison = world.liaison(report)
    typed = {"target": world.targets()[0].uuid, "words": "苗木已到场", "problems": "缺水"}
    save_draft(report=report, entries=[typed], by=liaison, on=IN_APRIL)
    keep_unchanged(report=report, by=liaison, on=IN_APRIL)
    stated = lines_of(report, IN_APRIL)[0].stated
    assert (stated.no_change, stated.words, stated.problems) == (True, "苗木已到场", "缺水")


def test_no_change_beside_another_figure_is_a_finding(world: World) -> None:
    world.submit(world.report(period=world.baseline), value="2.5")
    report = world.fill(world.report(), value="3", no_change=True)
    with pytest.raises(Refused) as refused:
        submit(report=report, by=world.liaison(report), on=IN_APRIL)
    assert "R111" in codes(refused)


def test_a_returned_period_is_not_what_no_change_repeats(world: World) -> None:
    baseline = world.report(period=world.baseline)
    world.submit(baseline)
    return_report(report=baseline, reason="核实", by=world.reviewer(baseline), on=IN_BASELINE)
    assert all(line.last is None for line in lines_of(world.report(), IN_APRIL))


def test_evidence_is_stored_cited_and_kept_by_the_submission(world: World) -> None:
    report = world.fill(world.report())
    target = world.targets()[0]
    args = {"report": report, "target": target.uuid, "by": world.liaison(report), "on": IN_APRIL}
    evidence = add_evidence(data=PDF, name="验收.pdf", **args)
    assert add_evidence(data=PDF, name="验收.pdf", **args).pk == evidence.pk
    submission = submit(report=report, by=world.liaison(report), on=IN_APRIL)
    proof = statements_of(submission)[target.uuid].evidence
    assert [(p.uuid, p.name, p.digest) for p in proof] == [
        (evidence.uuid, "验收.pdf", evidence.file.digest)
    ]
    with pytest.raises(Refused) as refused:
        remove_evidence(evidence=evidence, by=world.liaison(report), on=IN_APRIL)
    assert codes(refused) == ["R203"]
    with pytest.raises(Refused):
        add_evidence(data=PDF, name="又一份.pdf", **args)


def test_removed_evidence_is_not_cited(world: World) -> None:
    report = world.fill(world.report())
    target = world.targets()[0]
    evidence = add_evidence(
        report=report,
        target=target.uuid,
        data=PDF,
        name="验收.pdf",
        by=world.liaison(report),
        on=IN_APRIL,
    )
    remove_evidence(evidence=evidence, by=world.liaison(report), on=IN_APRIL)
    submission = submit(report=report, by=world.liaison(report), on=IN_APRIL)
    assert statements_of(submission)[target.uuid].evidence == ()


@pytest.mark.parametrize(("name", "data"), [("a.exe", b"MZ"), ("a.pdf", b"MZ not a pdf")])
def test_forbidden_evidence_stores_nothing(world: World, name: str, data: bytes) -> None:
    report = world.report()
    with pytest.raises(Refused):
        add_evidence(
            report=report,
            target=world.targets()[0].uuid,
            data=data,
            name=name,
            by=world.liaison(report),
            on=IN_APRIL,
        )
    assert not Evidence.objects.exists()
