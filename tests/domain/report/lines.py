"""Lines to check: a forest target in 亩, and a ladder of three stages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tongchou.domain.programme.target import TargetKind
from tongchou.domain.report.statement import Asked, AskedRung, Line, Proof, Sealed, Statement

RUNGS = tuple(
    AskedRung(UUID(int=10 + number), number, name, "批文", None)
    for number, name in enumerate(("启动", "报批", "印发"), start=1)
)
FOREST = Asked(
    target=UUID(int=1),
    key="1.1",
    kind=TargetKind.QUANTITY,
    text="新增造林",
    unit="亩",
    printed_unit="万亩",
    measure="flow",
    value=Decimal(69300),
)
PLAN = Asked(target=UUID(int=2), key="2.1", kind=TargetKind.LADDER, text="编制规划", rungs=RUNGS)
LIST = Asked(target=UUID(int=4), key="3.1", kind=TargetKind.CHECKLIST, text="联办事项落地")
PROOF = Proof(UUID(int=3), "验收表.pdf", "sm3", "0" * 64)


def line(asked: Asked = FOREST, last: Sealed | None = None, **stated: Any) -> Line:
    """A line as of 30 April 2023, checked on 4 May."""
    if asked.kind is TargetKind.QUANTITY:
        stated.setdefault("unit", "万亩")
    return Line(
        asked=asked,
        stated=Statement(**stated),
        last=last,
        as_of=date(2023, 4, 30),
        on=date(2023, 5, 4),
        begins=date(2023, 1, 1),
    )


def rung(number: int) -> UUID:
    return RUNGS[number - 1].uuid


LAST_FIGURE = Sealed(
    target=FOREST.target,
    key="1.1",
    as_of=date(2023, 3, 31),
    value=Decimal(20000),
    unit="亩",
    printed="2",
    printed_unit="万亩",
    rung=None,
    rung_name="",
    reached_on=None,
    no_change=False,
    none_yet=False,
    words="",
    problems="",
    evidence=(),
)
LAST_RUNG = replace(
    LAST_FIGURE,
    target=PLAN.target,
    key="2.1",
    value=None,
    unit="",
    printed="",
    printed_unit="",
    rung=rung(2),
    rung_name="报批",
    reached_on=date(2023, 3, 20),
)
