"""The form of one task: what comes back unchanged corrects nothing, every field can be changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import QueryDict

from tests.apps.programmes.posting import form_of, forms_of
from tests.cast import Cast
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.editing import TaskEdit
from tongchou.apps.programmes.models import Programme
from tongchou.apps.programmes.queries import draft_reading


def edited(draft: Programme, task: int, **changes: Any) -> TaskEdit:
    data = form_of(draft, task)
    for name, value in changes.items():
        if isinstance(value, list):
            data.setlist(name, value)
        else:
            data[name] = value
    return TaskEdit(draft_reading(draft), task, data)


def corrections(draft: Programme, task: int, **changes: Any) -> dict[str, Any]:
    edit = edited(draft, task, **changes)
    assert edit.is_valid(), [form.errors for form in forms_of(edit) if form.errors]
    return edit.corrections()


def errors(draft: Programme, task: int, **changes: Any) -> dict[str, Any]:
    edit = edited(draft, task, **changes)
    assert not edit.is_valid()
    return {
        form.add_prefix(name): list(found)
        for form in forms_of(edit)
        for name, found in form.errors.items()
    }


@pytest.mark.parametrize("task", [1, 2, 3, 4, 5])
def test_a_form_sent_back_as_shown_corrects_nothing(draft: Programme, task: int) -> None:
    assert corrections(draft, task) == {}


def test_the_period_is_corrected_whole(draft: Programme) -> None:
    found = corrections(draft, 5, **{"period-kind": "deadline", "period-end": "2023-06-30"})
    assert found == {
        "tasks/5/period": {
            "text": "2023年取得阶段性成效",
            "kind": "deadline",
            "start": "2023-01-01",
            "end": "2023-06-30",
        }
    }


def test_a_period_that_ends_before_it_begins_is_refused(draft: Programme) -> None:
    assert "period-end" in errors(draft, 1, **{"period-end": "2022-01-01"})


def test_a_figure_is_computed_from_what_is_printed(draft: Programme) -> None:
    found = corrections(
        draft, 1, **{"quantity-1.1-number": "１２,000.5", "quantity-1.1-unit": "亩"}
    )
    quantity = found["tasks/1/targets/1.1/quantity"]
    assert (quantity["value"], quantity["unit"], quantity["printed_unit"]) == (
        "12000.5",
        "亩",
        "亩",
    )
    assert quantity["text"] == "3.6万亩"


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("number", "三万多", "quantity-1.1-number"),
        ("number", "", "quantity-1.1-number"),
        ("unit", "万鼓", "quantity-1.1-unit"),
        ("comparator", "range", "quantity-1.1-upper"),
    ],
)
def test_a_figure_that_cannot_be_read_is_refused(
    draft: Programme, field: str, value: str, wrong: str
) -> None:
    assert list(errors(draft, 1, **{f"quantity-1.1-{field}": value})) == [wrong]


def test_a_range_has_two_ends(draft: Programme) -> None:
    found = corrections(draft, 1, **{"quantity-1.1-comparator": "range", "quantity-1.1-upper": "4"})
    quantity = found["tasks/1/targets/1.1/quantity"]
    assert (quantity["value"], quantity["upper"]) == ("36000", "40000")


def test_without_a_curve_there_is_no_plan(draft: Programme) -> None:
    assert corrections(draft, 1, **{"plan-1.1-curve": ""}) == {"tasks/1/targets/1.1/plan": None}


@pytest.mark.parametrize(("field", "value"), [("start", ""), ("end", "2022-12-31")])
def test_a_plan_needs_two_days_in_order(draft: Programme, field: str, value: str) -> None:
    assert any("plan-1.1" in name for name in errors(draft, 1, **{f"plan-1.1-{field}": value}))


def test_stages_are_renamed_planned_added_and_taken_out(draft: Programme) -> None:
    found = corrections(
        draft,
        1,
        **{
            "rung-1.2-0-name": "开题",
            "rung-1.2-0-planned": "2023-02-28",
            "rung-1.2-1-name": "",
            "rung-1.2-5-name": "宣传推广",
            "rung-1.2-5-proof": "活动照片",
        },
    )
    rungs = found["tasks/1/targets/1.2/ladder"]["rungs"]
    assert [rung["name"] for rung in rungs] == [
        "开题",
        "征求意见",
        "评审审议",
        "印发实施",
        "宣传推广",
    ]
    assert rungs[0]["planned"] == "2023-02-28"
    assert rungs[-1] == {"name": "宣传推广", "proof": "活动照片", "planned": None}


def test_a_ladder_without_stages_is_refused(draft: Programme) -> None:
    edit = edited(
        draft, 1, **{f"rung-1.2-{i}-{part}": "" for i in range(5) for part in ("name", "planned")}
    )
    assert not edit.is_valid()
    assert edit.targets[1].errors


def test_a_day_without_its_stage_is_refused(draft: Programme) -> None:
    assert list(errors(draft, 1, **{"rung-1.2-5-planned": "2023-05-31"})) == ["rung-1.2-5-name"]


def test_an_organization_is_added_moved_and_taken_off(draft: Programme) -> None:
    found = corrections(
        draft,
        2,
        **{
            "organization-0-role": "lead",
            "organization-1-name": "",
            "answer-2.1-达州-organization": "",
            "answer-2.2-达州-organization": "",
            "organization-3-name": "云阳县农业农村委",
            "organization-3-jurisdiction": "云阳",
            "organization-3-role": "assisting",
        },
    )
    organizations = found["tasks/2/organizations"]
    assert [(o["name"], o["jurisdiction"], o["role"]) for o in organizations] == [
        ("万州区农业农村委", "万州", "lead"),
        ("开州区农业农村委", "开州", "responsible"),
        ("云阳县农业农村委", "云阳", "assisting"),
    ]
    assert organizations[0]["spans"]
    assert organizations[2]["spans"] == []
    assert found["tasks/2/targets/2.1/answers"] == {
        "万州": "万州区农业农村委",
        "开州": "开州区农业农村委",
    }


def test_an_organization_needs_its_jurisdiction(draft: Programme) -> None:
    assert list(errors(draft, 2, **{"organization-3-name": "某局"})) == [
        "organization-3-jurisdiction"
    ]


def test_a_renamed_organization_still_answers(draft: Programme) -> None:
    found = corrections(draft, 1, **{"organization-0-name": "万州区林业局"})
    for key in ("1.1", "1.2"):
        assert found[f"tasks/1/targets/{key}/answers"]["万州"] == "万州区林业局"


def test_who_is_added_can_answer_at_once(draft: Programme) -> None:
    found = corrections(
        draft,
        5,
        **{
            "organization-3-name": "云阳县农业农村委",
            "organization-3-jurisdiction": "云阳",
            "answer-5.1-云阳-organization": "云阳县农业农村委",
        },
    )
    assert found["tasks/5/targets/5.1/answers"]["云阳"] == "云阳县农业农村委"


def test_for_one_that_did_not_sign_another_may_answer(draft: Programme) -> None:
    edit = TaskEdit(draft_reading(draft), 5)
    names = {
        form.jurisdiction: form.fields["organization"].choices for form in edit.targets[0].answers
    }
    assert [value for value, _ in names["万州"]] == ["", "万州区农业农村委"]
    assert {value for value, _ in names["云阳"]} == {
        "",
        "万州区农业农村委",
        "达州市农业农村局",
        "开州区农业农村委",
    }


def test_a_jurisdiction_taken_off_loses_its_answer(draft: Programme) -> None:
    found = corrections(draft, 4, **{"target-4.1-jurisdictions": ["万州", "开州"]})
    assert found["tasks/4/targets/4.1/jurisdictions"] == ["万州", "开州"]
    assert set(found["tasks/4/targets/4.1/answers"]) == {"万州", "开州"}


def test_a_target_binds_someone(draft: Programme) -> None:
    found = errors(draft, 4, **{"target-4.1-jurisdictions": []})
    assert list(found) == ["target-4.1-jurisdictions"]


def test_a_quantity_made_a_ladder_gets_the_stages_its_words_call_for(draft: Programme) -> None:
    edit = edited(draft, 4, **{"target-4.1-kind": "ladder"})
    assert edit.is_valid()
    assert edit.proposes
    found = edit.corrections()
    assert found["tasks/4/targets/4.1/kind"] == "ladder"
    assert found["tasks/4/targets/4.1/quantity"] is None
    assert found["tasks/4/targets/4.1/plan"] is None
    assert found["tasks/4/targets/4.1/ladder"]["rungs"]


def test_a_ladder_made_a_quantity_asks_for_its_figure(draft: Programme) -> None:
    change = {"target-1.2-kind": "quantity"}
    assert "quantity-1.2-number" in errors(draft, 1, **change)
    figure = {
        "quantity-1.2-number": "1",
        "quantity-1.2-unit": "项",
        "quantity-1.2-comparator": "at_least",
        "quantity-1.2-measure": "count",
    }
    found = corrections(draft, 1, **change, **figure)
    assert found["tasks/1/targets/1.2/quantity"]["value"] == "1"
    assert found["tasks/1/targets/1.2/ladder"] is None


def test_the_corrections_of_a_form_are_accepted_and_shown_again(
    cast: Cast, draft: Programme
) -> None:
    change = {
        "target-1.1-kind": "quantity",
        "target-1.1-project": "沿江果园",
        "target-1.1-combine": "largest",
        "target-1.1-effort": "effort",
        "target-1.2-text": "编制柑橘规程",
        "quantity-1.1-number": "4",
        "rung-1.2-0-planned": "2023-02-28",
        "organization-3-name": "云阳县农业农村委",
        "organization-3-jurisdiction": "云阳",
    }
    found = corrections(draft, 1, **change)
    actions.correct_all(programme=draft, corrections=found, by=cast.coordinator)
    again = form_of(draft, 1)
    assert {name: str(again[name]) for name in change} == change
    assert corrections(draft, 1) == {}


def test_fields_that_were_not_sent_are_errors_and_not_a_crash(draft: Programme) -> None:
    edit = TaskEdit(draft_reading(draft), 1, QueryDict("confirm=1"))
    assert not edit.is_valid()
