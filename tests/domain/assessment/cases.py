"""A small programme with one target of every kind, for tests that read like a meeting."""

from dataclasses import replace
from datetime import date

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

PROGRAMME = "00000000-0000-0000-0000-0000000000aa"
YEAR = (date(2023, 1, 1), date(2023, 12, 31))
AS_OF = date(2023, 9, 30)
WAN, DA, KAI, YUN = "wanzhou", "dazhou", "kaizhou", "yunyang"
PARTIES = (
    PartyRow(WAN, "万州"),
    PartyRow(DA, "达州"),
    PartyRow(KAI, "开州"),
    PartyRow(YUN, "云阳"),
)


def quantity(uuid: str = "t1", **more: object) -> TargetRow:
    """新增营造林6.93万亩, summed over the parties, linear over the year."""
    row = TargetRow(
        uuid=uuid,
        key=more.pop("key", "1.1"),  # type: ignore[arg-type]
        task="k1",
        project=None,
        kind="quantity",
        combine="sum",
        text="新增营造林",
        comparator="at_least",
        annual="69300",
        unit="亩",
        printed_unit="万亩",
        curve="linear",
        start=YEAR[0],
        end=YEAR[1],
    )
    return replace(row, **more)  # type: ignore[arg-type]


def ladder(uuid: str = "t1", **more: object) -> TargetRow:
    row = TargetRow(
        uuid=uuid, key="2.1", task="k1", project=None, kind="ladder", combine="each", text="挂牌"
    )
    return replace(row, **more)  # type: ignore[arg-type]


def rungs(*planned: date | None, target: str = "t1") -> tuple[RungRow, ...]:
    names = ("启动", "起草", "批复", "挂牌", "运行")
    return tuple(RungRow(target, n, names[n - 1], day) for n, day in enumerate(planned, start=1))


def answer(where: str, *, target: str = "t1", **more: object) -> AnswerRow:
    row = AnswerRow(
        target=target,
        jurisdiction=where,
        organization=f"org-{where}",
        figure_as_of=AS_OF,
        submission=f"sub-{where}",
    )
    return replace(row, **more)  # type: ignore[arg-type]


def inputs(
    targets: tuple[TargetRow, ...],
    answers: tuple[AnswerRow, ...] = (),
    stages: tuple[RungRow, ...] = (),
    as_of: date = AS_OF,
    projects: tuple[ProjectRow, ...] = (),
) -> Inputs:
    tasks = {row.task for row in targets}
    return Inputs(
        as_of=as_of,
        areas=(AreaRow("a1", 1, "绿色生态"),),
        tasks=tuple(
            TaskRow(uuid, int(uuid[1:]), f"任务{uuid[1:]}", "a1") for uuid in sorted(tasks)
        ),
        projects=projects,
        parties=PARTIES,
        targets=targets,
        rungs=stages,
        answers=answers,
    )
