"""A revision's content that fits the inputs of an assessment, and an edition of it."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.domain.assessment.cases import (
    DA,
    KAI,
    PROGRAMME,
    WAN,
    YUN,
    answer,
    inputs,
    ladder,
    quantity,
    rungs,
)
from tongchou.domain.assessment.inputs import Inputs, ProjectRow
from tongchou.domain.assessment.run import run_content
from tongchou.domain.assessment.scheme import load_scheme
from tongchou.domain.publication.drawing import draw
from tongchou.domain.publication.facts import EditionFacts, Head, Statement
from tongchou.domain.publication.picture import Picture

NAME = "推动江南三地统筹发展2023年重点任务"
OFFICES = {WAN: "万州区林业局", DA: "达州市林业局", KAI: "开州区林业局", YUN: "云阳县林业局"}


def facts(**more: Any) -> EditionFacts:
    given: dict[str, Any] = {
        "number": 1,
        "dated": date(2023, 10, 20),
        "programme": NAME,
        "document_number": "江府办发〔2023〕7号",
        "simulated": True,
        "run_number": 2,
        "run_record": "11111111-2222-3333-4444-555555555555",
        "run_digest": "ab" * 32,
        "revision": 1,
        "heads": (Head("joint-office", 12, "cd" * 32), Head(WAN, 7, "ef" * 32)),
    }
    return EditionFacts(**{**given, **more})


def programme() -> Inputs:
    """Two tasks: a sum with two reservoirs beside it, and a ladder that is late in one party."""
    targets = (
        quantity("t1", key="1.1", text="新增营造林6.93万亩"),
        quantity(
            "t2",
            key="1.2",
            text="=完成投资8000万元",
            project="p1",
            annual="80000000",
            unit="元",
            printed_unit="万元",
            combine="lead",
        ),
        quantity(
            "t3", key="2.1", task="k2", annual=None, comparator="", curve=None, text="争取获批"
        ),
        ladder("t4", key="2.2", task="k2", text="挂牌运行"),
    )
    answers = (
        answer(WAN, target="t1", value="20000"),
        answer(DA, target="t1", value="17000"),
        answer(KAI, target="t1", value="14975"),
        answer(YUN, target="t1", organization=None),
        answer(WAN, target="t2", value="61000000.5", lead=True),
        answer(DA, target="t3", value="5"),
        answer(WAN, target="t4", rung=2),
        answer(DA, target="t4", rung=1),
        answer(KAI, target="t4"),
    )
    stages = rungs(date(2023, 3, 31), date(2023, 9, 1), date(2023, 12, 1), target="t4")
    return inputs(targets, answers, stages, projects=(ProjectRow("p1", "k1", "青山水库"),))


def revision(given: Inputs) -> dict[str, Any]:
    """What a sealed revision says of the same plan."""
    return {
        "number": 1,
        "projects": [{"uuid": p.uuid, "name": p.name, "tasks": [p.task]} for p in given.projects],
        "parties": [
            {"jurisdiction": p.slug, "name": p.name, "signed": p.slug != YUN, "order": n}
            for n, p in enumerate(given.parties, start=1)
        ],
        "areas": [{"uuid": a.uuid, "number": a.number, "name": a.name} for a in given.areas],
        "tasks": [_task(task) for task in given.tasks],
        "targets": [_target(given, target) for target in given.targets],
    }


def _task(task: Any) -> dict[str, Any]:
    return {
        "uuid": task.uuid,
        "number": task.number,
        "area": task.area,
        "name": task.name,
        "period": {"text": "2023年底"},
        "target": "原文",
        "organizations": [
            {"uuid": f"org-{slug}", "name": name, "jurisdiction": slug}
            for slug, name in OFFICES.items()
        ],
    }


def _target(given: Inputs, target: Any) -> dict[str, Any]:
    stages = [rung for rung in given.rungs if rung.target == target.uuid]
    is_quantity = target.kind == "quantity"
    return {
        "uuid": target.uuid,
        "key": target.key,
        "task": target.task,
        "project": target.project,
        "kind": target.kind,
        "text": target.text,
        "spans": [[40, 0, len(target.text)]],
        "quantity": (
            {"value": target.annual, "unit": target.unit, "printed_unit": target.printed_unit}
            if is_quantity
            else None
        ),
        "ladder": None if is_quantity else {"rungs": [{"name": rung.name} for rung in stages]},
        "answers": {
            row.jurisdiction: row.organization for row in given.answers if row.target == target.uuid
        },
    }


def picture(given: Inputs | None = None) -> Picture:
    given = given or programme()
    return draw(revision(given), run_content(given, load_scheme(), PROGRAMME))


def statements() -> tuple[Statement, ...]:
    return (
        Statement(
            key="1.1",
            jurisdiction="万州",
            organization=OFFICES[WAN],
            period_end=date(2023, 9, 30),
            value=Decimal(2),
            unit="万亩",
            stage="",
            reached_on=None,
            words="=SUM(A1:A9) 已完成整地",
            problems="",
            evidence=("验收单.pdf", "照片.jpg"),
            submission="sub-wanzhou",
            number=1,
        ),
        Statement(
            key="2.2",
            jurisdiction="达州",
            organization=OFFICES[DA],
            period_end=date(2023, 9, 30),
            value=None,
            unit="",
            stage="启动",
            reached_on=date(2023, 3, 20),
            words="",
            problems="人手不足",
            evidence=(),
            submission="sub-dazhou",
            number=2,
        ),
    )
