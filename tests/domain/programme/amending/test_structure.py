from __future__ import annotations

from typing import Any

import pytest

from tests.domain.programme.promising import promising
from tongchou.domain.programme.amending.adoption import propose
from tongchou.domain.programme.amending.fields import field_value
from tongchou.domain.programme.amending.revision import apply_overrides
from tongchou.domain.programme.amending.structure import free_key, kept_at
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Cadence, Checklist, Item
from tongchou.domain.shared.findings import has_errors


@pytest.fixture(scope="module")
def programme() -> Programme:
    return promising()


def errors(programme: Programme, overrides: dict[str, Any]) -> list[str]:
    findings = apply_overrides(programme, overrides)[1]
    return [finding.code for finding in findings if finding.severity == "error"]


def test_a_target_is_added_at_a_free_key(programme: Programme) -> None:
    value = programme.target("2.1").to_json() | {"text": "另办一次论坛"}
    corrected, findings = apply_overrides(programme, {"tasks/2/targets/2.9": value})
    assert not has_errors(findings)
    assert [t.key for t in corrected.targets_of(2)] == ["2.1", "2.2", "2.9"]
    assert corrected.target("2.9").text == "另办一次论坛"
    assert free_key(corrected, 2) == "2.10"


def test_its_path_gives_key_and_task(programme: Programme) -> None:
    value = programme.target("1.1").to_json()
    corrected, _ = apply_overrides(programme, {"tasks/2/targets/2.3": value})
    assert (corrected.target("2.3").task, corrected.target("1.1").task) == (2, 1)
    assert errors(programme, {"tasks/2/targets/1.9": value}) == ["P101"]


def test_none_drops_a_target(programme: Programme) -> None:
    corrected, _ = apply_overrides(programme, {"tasks/2/targets/2.1": None})
    assert [t.key for t in corrected.targets] == ["1.1", "2.2"]
    again, _ = apply_overrides(corrected, {"tasks/2/targets/2.1": None})
    assert again == corrected


def test_a_split_is_one_replaced_and_one_added_and_corrected_at_once(programme: Programme) -> None:
    whole = programme.target("2.1").to_json()
    corrected, findings = apply_overrides(
        programme,
        {
            "tasks/2/targets/2.1": whole | {"text": "春季论坛"},
            "tasks/2/targets/2.3": whole | {"text": "秋季论坛"},
            "tasks/2/targets/2.3/combine": "largest",
        },
    )
    assert not has_errors(findings)
    assert [t.text for t in corrected.targets_of(2) if t.key != "2.2"] == ["春季论坛", "秋季论坛"]
    assert corrected.target("2.3").combine == "largest"


def test_a_task_that_is_not_there_takes_no_target(programme: Programme) -> None:
    value = programme.target("1.1").to_json()
    assert errors(programme, {"tasks/7/targets/7.1": value}) == ["P101"]


@pytest.mark.parametrize("value", ["x", 5, [], {}, {"kind": "ladder"}])
def test_a_value_that_is_no_target_is_said(programme: Programme, value: object) -> None:
    assert errors(programme, {"tasks/2/targets/2.3": value}) == ["P102"]


def listed(programme: Programme, *names: str, expected: int | None = None) -> dict[str, Any]:
    checklist = Checklist(tuple(Item(name, "办结截图") for name in names), expected)
    return {
        "tasks/2/targets/2.2/kind": "checklist",
        "tasks/2/targets/2.2/checklist": checklist.to_json(),
        "tasks/2/targets/2.2/ladder": None,
    }


def test_a_checklist_and_its_items(programme: Programme) -> None:
    corrected, findings = apply_overrides(
        programme,
        listed(programme, "社保", "医保", expected=12)
        | {
            "tasks/2/targets/2.2/checklist/items/1/name": "公积金",
            "tasks/2/targets/2.2/cadence": "quarter",
        },
    )
    assert not has_errors(findings)
    target = corrected.target("2.2")
    assert target.checklist is not None
    assert [item.name for item in target.checklist.items] == ["社保", "公积金"]
    assert (target.checklist.expected, target.cadence) == (12, Cadence.QUARTER)


def test_a_kind_needs_what_measures_it(programme: Programme) -> None:
    assert errors(programme, {"tasks/2/targets/2.2/kind": "checklist"}) == ["P114"]
    assert errors(programme, listed(programme)) == ["P114"]
    assert errors(programme, {"tasks/1/targets/1.1/quantity": None}) == ["P114"]


def test_an_item_stands_once_and_not_more_than_counted(programme: Programme) -> None:
    assert errors(programme, listed(programme, "社保", "社保")) == ["P115"]
    found = apply_overrides(programme, listed(programme, "社保", "医保", expected=1))[1]
    assert "P116" in {finding.code for finding in found}


@pytest.mark.parametrize("count", ["一些", "1.5", "-2"])
def test_a_count_is_a_whole_number(programme: Programme, count: str) -> None:
    path = "tasks/2/targets/2.2/checklist/expected"
    assert errors(programme, {**listed(programme, "社保"), path: count}) == ["P102"]


def test_where_a_correction_is_kept(programme: Programme) -> None:
    added = {"tasks/2/targets/2.9": programme.target("2.1").to_json()}
    value = propose(programme, "c1.2", owners={"万州": "万州区林业局"}, cadence=Cadence.MONTH)
    corrected, _ = apply_overrides(programme, {**added, "adopted/c1.2": value})

    def kept(field: str, *held: str) -> str:
        return kept_at(field, programme, corrected, held)

    assert kept("header/title") == "header/title"
    assert kept("tasks/2/period") == "tasks/2/period"
    assert kept("tasks/2/targets/2.1/text") == "tasks/2/targets/2.1/text"
    assert kept("tasks/2/targets/2.9/text") == "tasks/2/targets/2.9"
    assert kept("tasks/2/targets/2.1/text", "tasks/2/targets/2.1") == "tasks/2/targets/2.1"
    assert kept("tasks/3/period") == "adopted/c1.2"
    assert kept("tasks/3/targets/3.1/text") == "adopted/c1.2"


def test_fields_of_the_structure_are_read_back(programme: Programme) -> None:
    assert field_value(programme, "tasks/2/targets/2.9") is None
    assert field_value(programme, "tasks/2/targets/2.1") == programme.target("2.1").to_json()
    assert field_value(programme, "adopted/c1.2") is None
    with pytest.raises(KeyError):
        field_value(programme, "tasks/7/targets/7.1")
    with pytest.raises(KeyError):
        field_value(programme, "adopted/c7.1")
