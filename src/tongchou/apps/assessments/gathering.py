"""The columns of one programme: the plan from its sealed revision, the figures from what is

approved up to a date.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from tongchou.domain.assessment.inputs import (
    AnswerRow,
    AreaRow,
    Inputs,
    PartyRow,
    ProjectRow,
    RungRow,
    TargetRow,
    TaskRow,
)
from tongchou.domain.programme.target import TargetKind

if TYPE_CHECKING:
    from tongchou.apps.reviews.models import CurrentValue

Json = Mapping[str, Any]
Place = tuple[str, str]
"""A target's UUID and a jurisdiction's slug."""


def gather(revision: Json, values: Iterable["CurrentValue"], as_of: date) -> Inputs:
    """`revision` is what a revision sealed; `values` come earliest period first.

    A project counts to the first task that names it; one that no task names is not assessed.
    """
    held = latest(values)
    return Inputs(
        as_of=as_of,
        areas=tuple(AreaRow(a["uuid"], a["number"], a["name"]) for a in revision["areas"]),
        tasks=tuple(
            TaskRow(t["uuid"], t["number"], t["name"], t["area"]) for t in revision["tasks"]
        ),
        projects=tuple(
            ProjectRow(project["uuid"], project["tasks"][0], project["name"])
            for project in revision["projects"]
            if project["tasks"]
        ),
        parties=tuple(PartyRow(p["jurisdiction"], p["name"]) for p in revision["parties"]),
        targets=tuple(_target(target) for target in revision["targets"]),
        rungs=tuple(row for target in revision["targets"] for row in _rungs(target)),
        answers=tuple(_answers(revision, held)),
    )


def latest(values: Iterable["CurrentValue"]) -> dict[Place, "CurrentValue"]:
    """The last approved statement of each party on each target.

    A quantity's last figure stands until another figure is approved; an approved statement on a
    ladder always says where it stands.
    """
    held: dict[Place, CurrentValue] = {}
    for row in values:
        if row.value or row.target.kind != TargetKind.QUANTITY:
            held[str(row.target.uuid), row.jurisdiction.slug] = row
    return held


def _target(target: Json) -> TargetRow:
    quantity, plan = target["quantity"] or {}, target["plan"] or {}
    return TargetRow(
        uuid=target["uuid"],
        key=target["key"],
        task=target["task"],
        project=target["project"],
        kind=target["kind"],
        combine=target["combine"],
        text=target["text"],
        comparator=quantity.get("comparator", ""),
        annual=quantity.get("value"),
        unit=quantity.get("unit", ""),
        printed_unit=quantity.get("printed_unit", ""),
        curve=plan.get("curve"),
        start=_day(plan.get("start")),
        end=_day(plan.get("end")),
    )


def _rungs(target: Json) -> Iterator[RungRow]:
    rungs = target["ladder"]["rungs"] if target["ladder"] else []
    for number, rung in enumerate(rungs, start=1):
        yield RungRow(target["uuid"], number, rung["name"], _day(rung["planned"]))


def _answers(revision: Json, held: Mapping[Place, "CurrentValue"]) -> Iterator[AnswerRow]:
    """Rows of a target in the order of the parties; a record keeps its keys in another one."""
    leads = {task["uuid"]: _lead(task) for task in revision["tasks"]}
    parties = [party["jurisdiction"] for party in revision["parties"]]
    for target in revision["targets"]:
        answers = {slug: target["answers"][slug] for slug in parties if slug in target["answers"]}
        asked = [slug for slug, organization in answers.items() if organization]
        lead = leads[target["task"]]
        if lead not in asked:
            lead = asked[0] if asked else None
        for slug, organization in answers.items():
            row = held.get((target["uuid"], slug)) if organization else None
            yield AnswerRow(
                target=target["uuid"],
                jurisdiction=slug,
                organization=organization,
                lead=slug == lead,
                value=row.value or None if row else None,
                rung=_position(row) if row and target["ladder"] else None,
                figure_as_of=row.period.end if row else None,
                submission=str(row.submission.uuid) if row else None,
            )


def _lead(task: Json) -> str | None:
    """The jurisdiction of the organization named as lead, where one is."""
    for organization in task["organizations"]:
        if organization["role"] == "lead":
            return str(organization["jurisdiction"])
    return None


def _position(row: "CurrentValue") -> int:
    """The number of the stage reached; 0 where it is said that none is."""
    return row.rung.number if row.rung else 0


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
