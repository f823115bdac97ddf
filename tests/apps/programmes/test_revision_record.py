"""What revision 1 says, and the rows that stand for it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from tests.cast import Cast
from tests.programmes_cast import make_draft, plan_rungs
from tongchou.apps.audit.queries import content_of, envelope_of
from tongchou.apps.programmes import actions
from tongchou.apps.programmes.models import Programme, Target, Task
from tongchou.apps.programmes.queries import revision_in_force, targets_of


@pytest.fixture
def content(programme: Programme) -> dict[str, Any]:
    return content_of(revision_in_force(programme).record)


def target_named(content: dict[str, Any], key: str) -> dict[str, Any]:
    return next(target for target in content["targets"] if target["key"] == key)


def test_the_record_is_the_second_of_the_joint_office(programme: Programme) -> None:
    envelope = envelope_of(revision_in_force(programme).record)
    assert (envelope["kind"], envelope["issuer"], envelope["sequence"]) == (
        "revision",
        "joint-office",
        2,
    )
    (parent,) = envelope["parents"]
    assert parent["record"] == str(programme.notice.record.uuid)


def test_who_signed_and_who_takes_part(content: dict[str, Any]) -> None:
    assert [(party["name"], party["signed"]) for party in content["parties"]] == [
        ("万州", True),
        ("达州", True),
        ("开州", True),
        ("云阳", False),
    ]


def test_names_and_texts_are_verbatim(content: dict[str, Any]) -> None:
    assert [area["name"] for area in content["areas"]] == ["种好一片果", "建好一条链"]
    task = content["tasks"][0]
    assert task["name"] == "晚熟柑橘连片基地"
    assert task["target"] == "新增晚熟柑橘3.6万亩。编制完成柑橘品种技术规程。"
    assert task["period"] == {
        "text": "2023年底",
        "kind": "deadline",
        "start": "2023-01-01",
        "end": "2023-12-31",
    }


def test_a_quantity_carries_printed_and_exact_figure(content: dict[str, Any]) -> None:
    target = target_named(content, "3.2")
    quantity = target["quantity"]
    assert (quantity["number"], quantity["printed_unit"]) == ("1.2", "亿元")
    assert (quantity["value"], quantity["unit"]) == ("120000000", "元")
    assert target["plan"] == {"curve": "linear", "start": "2023-01-01", "end": "2023-12-31"}
    projects = {project["uuid"]: project["name"] for project in content["projects"]}
    assert projects[target["project"]] == "达州秦巴冷库项目"


def test_a_ladder_carries_its_planned_days(content: dict[str, Any]) -> None:
    rungs = target_named(content, "1.2")["ladder"]["rungs"]
    assert [rung["planned"] for rung in rungs] == [
        "2023-03-31",
        "2023-06-30",
        "2023-09-30",
        "2023-12-31",
        "2023-12-31",
    ]
    assert len({rung["uuid"] for rung in rungs}) == len(rungs)


def test_answers_name_the_registered_organizations(cast: Cast, content: dict[str, Any]) -> None:
    own = {j.slug: str(cast.organization[name].uuid) for name, j in cast.jurisdiction.items()}
    assert target_named(content, "1.1")["answers"] == own
    assert target_named(content, "5.1")["answers"] == own | {"500235": None}
    assert target_named(content, "3.1")["answers"] == {"500101": own["500101"]}


def test_another_party_may_report_for_one_that_did_not_sign(cast: Cast) -> None:
    draft = make_draft(cast)
    path = "tasks/5/targets/5.1/answers/云阳"
    actions.correct(programme=draft, path=path, value="万州区农业农村委", by=cast.coordinator)
    actions.confirm_remaining(programme=draft, by=cast.coordinator)
    revision = actions.confirm_programme(programme=draft, by=cast.coordinator)
    answers = target_named(content_of(revision.record), "5.1")["answers"]
    assert answers["500235"] == str(cast.organization["万州"].uuid)


def test_corrections_and_confirmations_are_sealed_with_it(
    cast: Cast, content: dict[str, Any]
) -> None:
    by = str(cast.coordinator.uuid)
    ladders = ("tasks/1/targets/1.2", "tasks/2/targets/2.2", "tasks/5/targets/5.1")
    assert {correction["path"] for correction in content["corrections"]} == {
        f"{path}/{field}" for path in ladders for field in ("ladder", "cadence")
    }
    assert {correction["by"] for correction in content["corrections"]} == {by}
    assert [(c["task"], c["read"], c["by"]) for c in content["confirmations"]] == [
        (number, True, by) for number in range(1, 6)
    ]


def test_the_rows_carry_the_uuids_of_the_record(
    programme: Programme, content: dict[str, Any]
) -> None:
    for target in content["targets"]:
        row = Target.objects.get(uuid=UUID(target["uuid"]))
        assert (row.key, row.text, row.kind) == (target["key"], target["text"], target["kind"])
        assert str(row.task.uuid) == target["task"]
    assert programme.targets.count() == len(content["targets"])


def test_the_rows_answer_what_the_pages_ask(cast: Cast, programme: Programme) -> None:
    rows = {target.key: target for target in targets_of(programme)}
    assert list(rows) == ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "4.1", "5.1"]
    assert Decimal(rows["1.1"].value) == 36000
    assert rows["1.1"].unit == "亩"
    assert rows["4.1"].value == "0.8"
    assert rows["2.1"].curve == "step"
    assert rows["1.2"].value == rows["1.2"].curve == ""
    assert [rung.number for rung in rows["1.2"].rungs.all()] == [1, 2, 3, 4, 5]
    assert rows["3.1"].project.name == "万州冷链集配中心项目"
    answers = {a.jurisdiction.name: a.organization for a in rows["5.1"].answers.all()}
    assert answers["云阳"] is None
    assert answers["达州"] == cast.organization["达州"]


def test_a_task_keeps_its_organizations_and_cells(programme: Programme) -> None:
    task = Task.objects.get(programme=programme, number=1)
    named = task.task_organizations.values_list("organization__name", "role", "order")
    assert list(named) == [
        ("万州区农业农村委", "responsible", 1),
        ("达州市农业农村局", "responsible", 2),
        ("开州区农业农村委", "responsible", 3),
    ]
    block, start, end = task.spans["target"]
    text = programme.notice.document["blocks"][block]["text"]
    assert text[start:end] == task.target


def test_tasks_under_no_heading_stand_in_an_area_of_their_own(cast: Cast) -> None:
    from tests.programmes_cast import notice_text

    text = notice_text().replace("\t一\n\t种好一片果\n", "").replace("\t二\n\t建好一条链\n", "")
    draft = make_draft(cast, text)
    plan_rungs(draft, cast.coordinator)
    actions.confirm_remaining(programme=draft, by=cast.coordinator)
    actions.confirm_programme(programme=draft, by=cast.coordinator)
    assert list(draft.areas.values_list("number", "name")) == [(0, draft.name)]
    assert draft.tasks.filter(area__number=0).count() == 5
