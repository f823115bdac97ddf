"""What an edition says beside the picture: its number, its sources, its seals."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

SIMULATED = "演示数据"

_TAIL = re.compile(
    r"\s*(?:[12]\d{3}[—-]?[12]?\d{0,3}年?.*|重点任务.*|工作要点.*|行动方案.*|任务分解.*)$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The last record of one issuer's chain when the edition was made."""

    issuer: str
    sequence: int
    digest: str


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """`run_record` and its digest name the sealed run that every figure comes from."""

    number: int
    dated: date
    programme: str
    document_number: str
    simulated: bool
    run_number: int
    run_record: str
    run_digest: str
    revision: int
    heads: tuple[Head, ...]

    @property
    def undertaking(self) -> str:
        """推动…统筹发展2023年重点任务 is about 推动…统筹发展."""
        return _TAIL.sub("", self.programme).strip("《》 ") or self.programme

    @property
    def work(self) -> str:
        """What follows in the programme's name: 2023年重点任务."""
        return self.programme.removeprefix(self.undertaking).strip() or "重点任务"

    @property
    def office(self) -> str:
        return f"{self.undertaking}联合办公室"

    @property
    def brief(self) -> str:
        """The bulletin's file name without its ending."""
        return f"{self.undertaking}工作简报第{self.number}期"

    @property
    def ledger(self) -> str:
        return f"{self.programme}台账第{self.number}版"


@dataclass(frozen=True, slots=True)
class Statement:
    """An approved statement as the ledger lists it; `value` is counted in `unit`."""

    key: str
    jurisdiction: str
    organization: str
    period_end: date
    value: Decimal | None
    unit: str
    stage: str
    reached_on: date | None
    words: str
    problems: str
    evidence: tuple[str, ...]
    submission: str
    number: int
