from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.domain.programme.building import compiled, row
from tongchou.domain.programme.amending.revision import apply_overrides
from tongchou.domain.programme.programme import Programme
from tongchou.domain.shared.findings import has_errors

TARGETS = "tasks/9/targets"


@pytest.fixture(scope="module")
def programme() -> Programme:
    return compiled(
        row(
            9,
            "水网",
            "甲水库完成投资8亿元，启动征地；",
            organizations="万州区水利局、区交通局\n达州市水务局\n开州区水利局",
            scope="万达开云四地；万达开云；云阳",
        ),
        row(10, "规划", "万达开云四地编制完成规划", period="2023—2025年"),
    )


def said(programme: Programme, overrides: dict[str, object]) -> set[str]:
    """Codes of the errors that corrections cause."""
    findings = apply_overrides(programme, overrides)[1]
    return {finding.code for finding in findings if finding.severity == "error"}


def test_no_correction_changes_nothing(programme: Programme) -> None:
    same, findings = apply_overrides(programme, {})
    assert same == programme
    assert not has_errors(findings)


def test_corrections_arrive_where_they_belong(programme: Programme) -> None:
    corrected, findings = apply_overrides(
        programme,
        {
            f"{TARGETS}/9.1/jurisdictions": "开州",
            f"{TARGETS}/9.1/answers/开州": "开州区水利局",
            f"{TARGETS}/9.1/combine": "sum",
            f"{TARGETS}/9.1/plan/curve": "step",
            f"{TARGETS}/9.1/plan/start": date(2023, 3, 1),
            f"{TARGETS}/9.1/quantity/value": "900,000,000",
            f"{TARGETS}/9.1/quantity/comparator": "at_least",
            f"{TARGETS}/9.1/project": "",
            f"{TARGETS}/9.1/state": "confirmed",
            f"{TARGETS}/9.2/ladder/rungs/0/planned": "2023-06-30",
            f"{TARGETS}/9.2/ladder/rungs/0/proof": "批复",
            f"{TARGETS}/9.2/effort": "effort",
            "tasks/9/period/kind": "deadline",
            "tasks/9/period/end": "2023-11-30",
            "tasks/9/organizations/0/role": "lead",
        },
    )
    assert not has_errors(findings)
    first, second = corrected.target("9.1"), corrected.target("9.2")
    assert first.jurisdictions == ("开州",)
    assert first.answers == {"开州": "开州区水利局"}
    assert first.plan is not None
    assert (str(first.plan.curve), first.plan.start) == ("step", date(2023, 3, 1))
    assert first.quantity is not None
    assert first.quantity.value == Decimal(900_000_000)
    assert first.quantity.text == "8亿元"
    assert (first.project, first.state) == (None, "confirmed")
    assert second.ladder is not None
    assert (second.ladder.rungs[0].planned, second.ladder.rungs[0].proof) == (
        date(2023, 6, 30),
        "批复",
    )
    assert corrected.task(9).period.end == date(2023, 11, 30)
    assert corrected.task(9).organizations[0].role == "lead"
    assert programme.target("9.1").project == "甲水库"


def test_the_header_is_corrected(programme: Programme) -> None:
    overrides = {"header/document_number": " ", "header/publicity": "依申请公开"}
    header = apply_overrides(programme, {**overrides, "header/date": "2023-04-01"})[0].header
    assert (header.document_number, header.publicity) == (None, "依申请公开")
    assert header.date == date(2023, 4, 1)


def test_a_new_template_brings_its_rungs_before_their_dates(programme: Programme) -> None:
    corrected, findings = apply_overrides(
        programme,
        {
            f"{TARGETS}/9.2/ladder/rungs/3/planned": "2023-11-30",
            f"{TARGETS}/9.2/ladder/template": "event",
        },
    )
    assert not has_errors(findings)
    ladder = corrected.target("9.2").ladder
    assert ladder is not None
    assert (ladder.template, len(ladder.rungs)) == ("event", 4)
    assert ladder.rungs[3].planned == date(2023, 11, 30)


def test_the_same_template_keeps_what_was_corrected(programme: Programme) -> None:
    path = f"{TARGETS}/9.2/ladder"
    template = programme.target("9.2").ladder
    assert template is not None
    dated, _ = apply_overrides(programme, {f"{path}/rungs/0/planned": "2023-06-30"})
    again, _ = apply_overrides(dated, {f"{path}/template": template.template})
    assert again == dated


def test_a_plan_can_be_taken_away(programme: Programme) -> None:
    corrected, _ = apply_overrides(programme, {f"{TARGETS}/9.1/plan": None})
    assert corrected.target("9.1").plan is None
    assert said(corrected, {f"{TARGETS}/9.1/plan/end": "2023-06-30"}) == {"P101"}


def test_an_answer_can_be_taken_away(programme: Programme) -> None:
    corrected, findings = apply_overrides(programme, {f"{TARGETS}/9.1/answers/万州": ""})
    assert "万州" not in corrected.target("9.1").answers
    assert "P111" in {finding.code for finding in findings}


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (f"{TARGETS}/9.9/effort", "firm", "P101"),
        ("tasks/10/targets/9.1/effort", "firm", "P101"),
        (f"{TARGETS}/9.1/key", "1.1", "P101"),
        (f"{TARGETS}/9.1/ladder/template", "event", "P101"),
        (f"{TARGETS}/9.2/ladder/rungs/17/planned", "2023-06-30", "P101"),
        ("tasks/99/name", "某事", "P101"),
        ("findings/0/code", "X", "P101"),
        ("", "", "P101"),
        (f"{TARGETS}/9.1/effort", "hope", "P102"),
        (f"{TARGETS}/9.1/text", "  ", "P102"),
        (f"{TARGETS}/9.1/plan", "later", "P102"),
        (f"{TARGETS}/9.1/quantity/value", "lots", "P102"),
        (f"{TARGETS}/9.1/plan/end", "2023-02-30", "P102"),
        ("header/publicity", "公开", "P102"),
        (f"{TARGETS}/9.1/plan/end", "2024-06-30", "P103"),
        (f"{TARGETS}/9.2/ladder/rungs/0/planned", "2022-12-31", "P103"),
        (f"{TARGETS}/9.1/answers/万州", "万州区天文台", "P104"),
        (f"{TARGETS}/9.1/answers/万州", "达州市水务局", "P105"),
        (f"{TARGETS}/9.1/quantity/value", "-1", "P106"),
        (f"{TARGETS}/9.1/jurisdictions", "北京", "P108"),
        (f"{TARGETS}/9.1/answers/云阳", "万州区水利局", "P108"),
        (f"{TARGETS}/9.1/jurisdictions", [], "P109"),
    ],
)
def test_what_cannot_be_is_found(programme: Programme, path: str, value: object, code: str) -> None:
    assert said(programme, {path: value}) == {code}


def test_what_cannot_be_read_leaves_the_rest_applied(programme: Programme) -> None:
    overrides = {f"{TARGETS}/9.1/effort": "hope", f"{TARGETS}/9.1/combine": "each"}
    corrected, findings = apply_overrides(programme, overrides)
    assert corrected.target("9.1").combine == "each"
    (error,) = [f for f in findings if f.severity == "error"]
    assert error.position.where == f"{TARGETS}/9.1/effort"


def test_rungs_may_not_run_backwards(programme: Programme) -> None:
    rungs = f"{TARGETS}/9.2/ladder/rungs"
    dates = {f"{rungs}/0/planned": "2023-06-30", f"{rungs}/1/planned": "2023-05-30"}
    assert said(programme, dict(dates)) == {"P107"}
    dates[f"{rungs}/1/planned"] = "2023-06-30"
    assert said(programme, dict(dates)) == set()


def test_a_plan_may_not_end_before_it_starts(programme: Programme) -> None:
    plan = f"{TARGETS}/9.1/plan"
    assert said(programme, {f"{plan}/start": "2023-07-01", f"{plan}/end": "2023-06-30"}) == {"P110"}


def test_a_task_of_several_years_takes_their_dates(programme: Programme) -> None:
    rung = "tasks/10/targets/10.1/ladder/rungs/4/planned"
    assert said(programme, {rung: "2025-12-31"}) == set()
    assert said(programme, {rung: "2026-01-01"}) == {"P103"}


def test_another_party_may_report_for_one_that_did_not_sign(programme: Programme) -> None:
    overrides: dict[str, object] = {"tasks/10/targets/10.1/answers/云阳": "万州区水利局"}
    assert said(programme, overrides) == set()


def test_a_signatory_without_targets_is_said(programme: Programme) -> None:
    overrides: dict[str, object] = {
        "tasks/9/targets/9.1/jurisdictions": "万州",
        "tasks/9/targets/9.2/jurisdictions": "万州",
        "tasks/10/targets/10.1/jurisdictions": "万州、达州",
    }
    findings = apply_overrides(programme, overrides)[1]
    (finding,) = [f for f in findings if f.code == "P112"]
    assert "开州" in finding.message("zh")
