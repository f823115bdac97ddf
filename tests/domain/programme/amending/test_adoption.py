from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.domain.programme.promising import OPEN, promising
from tongchou.domain.programme.amending.adoption import AREA, adopted_value, adopting, propose
from tongchou.domain.programme.amending.revision import apply_overrides
from tongchou.domain.programme.clause import Promise
from tongchou.domain.programme.programme import Programme
from tongchou.domain.programme.target import Cadence, Combine
from tongchou.domain.programme.task import Area, Origin
from tongchou.domain.shared.findings import has_errors

OWNERS = {"万州": "万州区交通局", "开州": "开州区林业局"}


@pytest.fixture(scope="module")
def programme() -> Programme:
    return promising()


def proposal(programme: Programme, key: str = "c1.2", **more: Any) -> dict[str, Any]:
    return propose(programme, key, owners=OWNERS, cadence=Cadence.QUARTER, **more)


def adopt(programme: Programme, key: str = "c1.2", **more: Any) -> Programme:
    corrected, findings = apply_overrides(
        programme, {f"adopted/{key}": proposal(programme, key, **more)}
    )
    assert not has_errors(findings)
    return corrected


def promise(programme: Programme, key: str) -> Promise:
    return next(p for clause in programme.clauses for p in clause.promises if p.key == key)


def test_an_adopted_promise_is_a_task_with_an_owner_and_a_target(programme: Programme) -> None:
    corrected = adopt(programme)
    task = corrected.tasks[-1]
    assert (task.number, task.origin, task.name, task.target) == (3, Origin.PROSE, OPEN, OPEN)
    assert "c1.2" in task.remark
    assert [(o.jurisdiction, o.name) for o in task.organizations] == list(OWNERS.items())
    (target,) = corrected.targets_of(3)
    assert (target.key, target.cadence, target.answers) == ("3.1", Cadence.QUARTER, OWNERS)
    assert target.quantity is not None
    assert target.quantity.text == "12万亩"
    assert target.plan is not None
    assert target.plan.end == date(2023, 12, 31)
    assert promise(corrected, "c1.2").tasks == (3,)
    assert adopting(corrected, 3) == "c1.2"
    assert adopting(corrected, 1) is None


def test_a_promise_without_a_figure_gets_a_ladder(programme: Programme) -> None:
    (target,) = adopt(programme, "c1.3", until=date(2023, 9, 30)).targets_of(3)
    assert target.quantity is None
    assert target.ladder is not None
    assert target.ladder.rungs


def test_stages_of_one_owner_are_not_added_up(programme: Programme) -> None:
    alone = propose(programme, "c1.3", owners={"万州": "万州区交通局"}, cadence=Cadence.QUARTER)
    assert alone["targets"][0]["combine"] == Combine.EACH


def test_its_area_is_that_of_its_section_else_one_of_its_own(programme: Programme) -> None:
    corrected = adopt(programme)
    assert [area.name for area in corrected.areas] == [AREA]
    placed = replace(programme, areas=(Area(1, "绿色发展", ()),))
    assert adopt(placed).tasks[-1].area == 1
    assert adopt(placed).areas == placed.areas


def test_several_are_numbered_in_turn(programme: Programme) -> None:
    first = adopt(programme)
    both, _ = apply_overrides(
        programme,
        {"adopted/c1.3": proposal(first, "c1.3"), "adopted/c1.2": proposal(programme)},
    )
    numbers = {key: promise(both, key).tasks for key in ("c1.2", "c1.3")}
    assert numbers == {"c1.2": (3,), "c1.3": (4,)}
    assert len(both.areas) == 1


def test_a_number_that_is_taken_by_now_gives_way(programme: Programme) -> None:
    value = proposal(programme) | {"number": 1}
    corrected, findings = apply_overrides(programme, {"adopted/c1.2": value})
    assert not has_errors(findings)
    assert promise(corrected, "c1.2").tasks == (3,)
    assert [target.key for target in corrected.targets_of(3)] == ["3.1"]


def test_none_undoes_it(programme: Programme) -> None:
    undone, _ = apply_overrides(adopt(programme), {"adopted/c1.2": None})
    assert undone == programme


def test_what_was_corrected_since_is_in_the_value(programme: Programme) -> None:
    corrected = adopt(programme)
    changed, _ = apply_overrides(
        corrected,
        {"tasks/3/name": "高标准农田", "tasks/3/targets/3.1/cadence": "month"},
    )
    value = adopted_value(changed, "c1.2")
    assert value is not None
    assert value["name"] == "高标准农田"
    again, _ = apply_overrides(programme, {"adopted/c1.2": value})
    assert again == changed
    assert adopted_value(programme, "c1.2") is None


@pytest.mark.parametrize("key", ["c1.1", "c9.9"])
def test_only_an_open_promise_is_adopted(programme: Programme, key: str) -> None:
    """c1.1 is carried by the annex; c9.9 is not there."""
    corrected, findings = apply_overrides(programme, {f"adopted/{key}": proposal(programme)})
    assert [finding.code for finding in findings if finding.severity == "error"] == ["P101"]
    assert corrected.tasks == programme.tasks


@pytest.mark.parametrize("value", [{}, "x", {"name": " "}, 5, []])
def test_a_value_that_is_no_adoption_is_said(programme: Programme, value: object) -> None:
    corrected, findings = apply_overrides(programme, {"adopted/c1.2": value})
    assert "P102" in {finding.code for finding in findings}
    assert corrected.tasks == programme.tasks


def test_it_survives_the_programme_file(programme: Programme) -> None:
    corrected = adopt(programme)
    assert Programme.from_json(corrected.to_json()) == corrected
