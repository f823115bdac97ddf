"""Corrections: kept by field, undone by the printed value, and never half done."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.cast import Cast
from tests.refusals import codes
from tongchou.apps.audit.models import Entry
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme
from tongchou.apps.programmes.queries import draft_reading
from tongchou.domain.shared.findings import Refused

LADDER = "tasks/1/targets/1.2/ladder"


def correct(cast: Cast, draft: Programme, path: str, value: object) -> None:
    actions.correct(programme=draft, path=path, value=value, by=cast.coordinator)


def test_a_correction_takes_the_place_of_the_reading(cast: Cast, draft: Programme) -> None:
    correct(cast, draft, "tasks/1/targets/1.1/combine", "each")
    assert draft_reading(draft).target("1.1").combine == "each"
    assert draft_reading(draft).target("2.1").combine == "largest"


def test_a_leaf_is_kept_as_its_whole_field(cast: Cast, draft: Programme) -> None:
    correct(cast, draft, f"{LADDER}/rungs/1/planned", "2023-05-31")
    correct(cast, draft, f"{LADDER}/rungs/2/planned", "2023-08-31")
    (override,) = draft.overrides.all()
    assert override.path == LADDER
    ladder = draft_reading(draft).target("1.2").ladder
    assert [rung.planned for rung in ladder.rungs][:3] == [
        None,
        date(2023, 5, 31),
        date(2023, 8, 31),
    ]


def test_a_whole_field_after_a_leaf_wins(cast: Cast, draft: Programme) -> None:
    correct(cast, draft, f"{LADDER}/rungs/0/planned", "2023-05-31")
    whole = {"template": "generic", "rungs": [{"name": "印发", "proof": "文件", "planned": None}]}
    correct(cast, draft, LADDER, whole)
    ladder = draft_reading(draft).target("1.2").ladder
    assert [(rung.name, rung.planned) for rung in ladder.rungs] == [("印发", None)]


def test_the_printed_value_undoes_a_correction(cast: Cast, draft: Programme) -> None:
    correct(cast, draft, "tasks/1/targets/1.1/combine", "each")
    correct(cast, draft, "tasks/1/targets/1.1/combine", "sum")
    assert not draft.overrides.exists()
    assert draft_reading(draft).target("1.1").combine == "sum"


def test_what_changes_nothing_leaves_no_trace(cast: Cast, draft: Programme) -> None:
    correct(cast, draft, "tasks/1/targets/1.1/combine", "sum")
    assert not draft.overrides.exists()
    assert not Entry.objects.filter(action="programme.correct").exists()


def test_the_audit_record_says_what_stood_before_and_after(cast: Cast, draft: Programme) -> None:
    correct(cast, draft, "tasks/1/targets/1.1/effort", "effort")
    entry = Entry.objects.get(action="programme.correct")
    path = "tasks/1/targets/1.1/effort"
    assert entry.before == {"path": path, "value": "firm"}
    assert entry.after == {"path": path, "value": "effort"}


def test_a_jurisdiction_taken_off_takes_its_answer_off(cast: Cast, draft: Programme) -> None:
    correct(
        cast, draft, "tasks/1/targets/1.1/answers/开州", "开州区农业农村委"
    )  # as read: nothing to keep
    correct(cast, draft, "tasks/1/targets/1.1/jurisdictions", ["万州", "达州"])
    assert set(draft_reading(draft).target("1.1").answers) == {"万州", "达州"}
    correct(cast, draft, "tasks/1/targets/1.1/jurisdictions", ["万州", "达州", "开州"])
    correct(cast, draft, "tasks/1/targets/1.1/answers/开州", "开州区农业农村委")
    assert draft_reading(draft).target("1.1").answers["开州"] == "开州区农业农村委"


def test_a_figure_keeps_its_exact_value(cast: Cast, draft: Programme) -> None:
    quantity = draft_reading(draft).target("1.1").to_json()["quantity"]
    changed = quantity | {"number": "3.7", "value": "37000"}
    correct(cast, draft, "tasks/1/targets/1.1/quantity", changed)
    assert draft_reading(draft).target("1.1").quantity.value == Decimal(37000)


def test_a_changed_reading_is_to_be_confirmed_again(cast: Cast, draft: Programme) -> None:
    for task in (1, 2):
        actions.confirm_task(programme=draft, task=task, by=cast.coordinator)
    correct(cast, draft, "tasks/1/targets/1.1/combine", "each")
    assert list(draft.confirmations.values_list("task", flat=True)) == [2]


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("tasks/99/period/end", "2023-06-30", "P101"),
        ("tasks/1/targets/2.1/text", "另一任务的目标", "P101"),
        ("tasks/1/colour", "red", "P101"),
        ("tasks/1/targets/1.1/combine", "product", "P102"),
        ("tasks/1/period/end", "三十号", "P102"),
        ("tasks/1/period", {"start": "2023-01-01"}, "P102"),
        ("tasks/1/organizations", "万州区水利局", "P102"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_finding(
    cast: Cast, draft: Programme, path: str, value: object, code: str
) -> None:
    good = {"tasks/1/targets/1.1/combine": "each"} if "combine" not in path else {}
    with pytest.raises(Refused) as refused:
        actions.correct_all(programme=draft, corrections=good | {path: value}, by=cast.coordinator)
    assert codes(refused) == [code]
    assert not draft.overrides.exists()


def test_after_sealing_nothing_is_corrected(cast: Cast, programme: Programme) -> None:
    with pytest.raises(Refused) as refused:
        correct(cast, programme, "tasks/1/targets/1.1/combine", "each")
    assert codes(refused) == ["P306"]
