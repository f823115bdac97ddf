"""Assessing: from approved figures to a sealed run that replays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from django.core.exceptions import PermissionDenied

from tests.apps.assessments.world import ON, SEPTEMBER, STATED, approved, september, submitted
from tests.cast import Cast
from tongchou.apps.assessments.actions import assess
from tongchou.apps.assessments.models import Run, Verdict
from tongchou.apps.assessments.queries import (
    content,
    latest_run,
    run_for,
    runs_of,
    value_of,
    verdicts,
)
from tongchou.apps.audit.models import Entry, Record
from tongchou.apps.audit.queries import envelope_of, verify
from tongchou.domain.assessment.explain import explain
from tongchou.domain.assessment.run import inputs_of, replays, scheme_of, verdicts_of
from tongchou.domain.shared.findings import Refused

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Programme


def lights(run: Run) -> dict[str, str]:
    """Light, or why there is none, by the key of the target."""
    keys = {row.uuid: row.key for row in inputs_of(content(run)).targets}
    return {keys[str(row.object_uuid)]: row.light or row.reason for row in verdicts(run, "target")}


def test_the_lights_of_september(run: Run) -> None:
    assert lights(run) == {
        "1.1": "yellow",
        "1.2": "green",
        "2.1": "green",
        "2.2": "green",
        "3.1": "green",
        "3.2": "red",
        "4.1": "yellow",
        "5.1": "green",
    }


def test_a_week_later_the_stages_of_september_are_late(reported: Programme, cast: Cast) -> None:
    day = date(2023, 10, 8)
    found = lights(assess(programme=reported, as_of=day, by=cast.coordinator, on=ON))
    assert (found["1.2"], found["2.2"], found["5.1"]) == ("orange", "orange", "green")


def test_before_any_report_there_is_no_light(programme: Programme, cast: Cast) -> None:
    run = assess(programme=programme, as_of=SEPTEMBER, by=cast.coordinator, on=ON)
    assert {row.light for row in verdicts(run)} == {""}
    assert set(lights(run).values()) == {"no_figure", "not_due"}


def test_only_what_is_approved_is_read(programme: Programme, cast: Cast) -> None:
    period = september(programme, cast)
    approved(period, cast, "万州", STATED["万州"])
    submitted(period, cast, "达州", STATED["达州"])
    found = lights(assess(programme=programme, as_of=SEPTEMBER, by=cast.coordinator, on=ON))
    assert (found["3.1"], found["3.2"]) == ("green", "no_figure")
    assert found["1.1"] == "partial_figure"


def test_a_period_that_ended_later_is_not_read(reported: Programme, cast: Cast) -> None:
    day = date(2023, 8, 31)
    run = assess(programme=reported, as_of=day, by=cast.coordinator, on=ON)
    assert {row.light for row in verdicts(run, "target")} == {""}


def test_the_run_is_sealed_with_what_it_read(run: Run, cast: Cast) -> None:
    sealed = content(run)
    assert (sealed["number"], sealed["inputs"]["as_of"]) == (1, "2023-09-30")
    assert sealed["by"]["name"] == cast.coordinator.name
    assert sealed["revision"]["number"] == 1
    named = [parent["record"] for parent in envelope_of(run.record)["parents"]]
    kinds = [Record.objects.get(uuid=uuid).kind for uuid in named]
    assert kinds == ["revision", "submission", "submission", "submission"]
    read = {row.submission for row in inputs_of(sealed).answers if row.submission}
    assert len(read) == 3


def test_it_replays_and_its_rows_agree(run: Run) -> None:
    assert replays(content(run))
    held = [value_of(row).to_json() for row in verdicts(run)]
    assert held == [verdict.to_json() for verdict in verdicts_of(content(run))]
    assert verify() == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda run: run.verdicts.filter(level="task").update(light="green"), "A204"),
        (lambda run: run.verdicts.filter(level="area").delete(), "A204"),
        (lambda run: Run.objects.filter(pk=run.pk).update(as_of=date(2023, 8, 31)), "X"),
    ],
)
def test_a_change_behind_its_back_is_found(
    run: Run, change: Callable[[Run], object], code: str
) -> None:
    change(run)
    (finding,) = verify()
    assert finding.code.startswith(code)


def test_every_verdict_can_say_its_sentence(run: Run) -> None:
    scheme = scheme_of(content(run))
    for row in verdicts(run):
        text = explain(value_of(row), scheme, "2023-09-30")
        assert text.zh.endswith("。")
        assert text.en.endswith(".")
    joint = explain(value_of(verdicts(run, "target")[0]), scheme, "2023-09-30")
    assert "应完成 = 9/12 × 3.6万亩 = 2.7万亩" in joint.zh
    assert "Expected = 9/12" in joint.en


def test_numbers_run_on_and_the_log_says_who(run: Run, reported: Programme, cast: Cast) -> None:
    second = assess(programme=reported, as_of=SEPTEMBER, by=cast.coordinator, on=ON)
    assert second.number == 2
    assert latest_run(reported) == second
    entry = Entry.objects.filter(action="programme.assess").latest("id")
    assert (entry.user, entry.object_uuid) == (cast.coordinator, second.uuid)
    assert entry.record == second.record


@pytest.mark.parametrize("as_of", [date(2022, 12, 31), date(2024, 1, 1), date(2023, 10, 11)])
def test_a_date_outside_is_refused(reported: Programme, cast: Cast, as_of: date) -> None:
    with pytest.raises(Refused) as caught:
        assess(programme=reported, as_of=as_of, by=cast.coordinator, on=ON)
    assert [finding.code for finding in caught.value.findings] == ["A202"]
    assert not Run.objects.exists()


def test_a_draft_is_refused(draft: Programme, cast: Cast) -> None:
    with pytest.raises(Refused) as caught:
        assess(programme=draft, as_of=SEPTEMBER, by=cast.coordinator, on=ON)
    assert [finding.code for finding in caught.value.findings] == ["A201"]


def test_only_the_coordinator_assesses(reported: Programme, cast: Cast) -> None:
    for user in (cast.leader, cast.liaison["万州"], cast.reviewer["达州"], cast.stranger):
        with pytest.raises(PermissionDenied):
            assess(programme=reported, as_of=SEPTEMBER, by=user, on=ON)
    assert not Verdict.objects.exists()


def test_runs_are_seen_by_members_alone(run: Run, cast: Cast) -> None:
    for user in (cast.coordinator, cast.leader, cast.liaison["开州"], cast.reviewer["万州"]):
        assert list(runs_of(user, run.programme)) == [run]
        assert run_for(user, run.programme, 1) == run
    assert not runs_of(cast.stranger, run.programme)
    assert not runs_of(cast.administrator, run.programme)
