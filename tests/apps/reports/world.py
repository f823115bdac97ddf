"""A running programme made directly from rows, with as many targets as a test asks for.

Odd targets are forest quantities in 亩 printed in 万亩, even ones ladders of three stages. The
departments of the cast, one for each jurisdiction, answer for every target; where a jurisdiction
has several departments, they take turns.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from tests.cast import Cast
from tongchou.apps.audit.actions import JOINT_OFFICE, seal
from tongchou.apps.files.actions import store
from tongchou.apps.notices.models import Notice
from tongchou.apps.programmes.models import (
    Answer,
    Area,
    Party,
    Programme,
    Revision,
    Rung,
    Target,
    Task,
)
from tongchou.apps.reports.actions import open_period, save_draft, submit
from tongchou.apps.reports.models import Period, Report, Submission
from tongchou.apps.reviews.actions import approve

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import Jurisdiction, Organization, User

BASELINE = date(2023, 3, 31)
APRIL = date(2023, 4, 30)
IN_BASELINE = date(2023, 4, 4)
IN_APRIL = date(2023, 5, 4)
AFTER_APRIL = date(2023, 5, 11)
RUNGS = ("启动", "报批", "印发")
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@dataclass
class World:
    cast: Cast
    programme: Programme
    baseline: Period
    april: Period

    def report(self, place: str = "万州", period: Period | None = None) -> Report:
        """A fresh copy, as a page loads it."""
        return Report.objects.select_related(
            "programme", "period", "organization__jurisdiction", "revision"
        ).get(period=period or self.april, organization=self.cast.organization[place])

    def targets(self) -> list[Target]:
        return list(self.programme.targets.prefetch_related("rungs"))

    def entries(self, value: str = "2", rung: int = 1, **more: Any) -> list[dict[str, Any]]:
        """A sound entry for every target: the value in 万亩, or the rung reached on 20 March."""
        return [entry(target, value, rung, **more) for target in self.targets()]

    def fill(self, report: Report, value: str = "2", rung: int = 1, **more: Any) -> Report:
        return save_draft(
            report=report,
            entries=self.entries(value, rung, **more),
            by=self.liaison(report),
            on=self.day(report),
        )

    def submit(self, report: Report, value: str = "2", rung: int = 1) -> Submission:
        self.fill(report, value, rung)
        return submit(report=report, by=self.liaison(report), on=self.day(report))

    def approve(self, report: Report, value: str = "2", rung: int = 1) -> Submission:
        submission = self.submit(report, value, rung)
        approve(report=report, by=self.reviewer(report), on=self.day(report))
        submission.refresh_from_db()
        return submission

    def liaison(self, report: Report) -> User:
        return self.cast.liaison[report.organization.jurisdiction.name]

    def reviewer(self, report: Report) -> User:
        return self.cast.reviewer[report.organization.jurisdiction.name]

    @staticmethod
    def day(report: Report) -> date:
        """A day on which the report's period is open."""
        return IN_BASELINE if report.period.end == BASELINE else IN_APRIL


def entry(target: Target, value: str = "2", rung: int = 1, **more: Any) -> dict[str, Any]:
    stated: dict[str, Any] = {"target": target.uuid, **more}
    if target.kind == "quantity":
        return {"value": value, "unit": "万亩", **stated}
    reached = target.rungs.all()[rung - 1].uuid
    return {"rung": reached, "reached_on": date(2023, 3, 20), **stated}


def build(
    cast: Cast, targets: int = 4, answering: list[Organization] | None = None, slug: str = "joint"
) -> World:
    programme = _programme(cast, slug)
    organizations = answering or list(cast.organization.values())
    _targets(programme, targets, organizations)
    return World(
        cast=cast,
        programme=programme,
        baseline=_open(programme, cast, "baseline", BASELINE, BASELINE, closes=date(2023, 4, 10)),
        april=_open(programme, cast, "month", date(2023, 4, 1), APRIL, closes=date(2023, 5, 10)),
    )


def _programme(cast: Cast, slug: str) -> Programme:
    now = datetime(2023, 3, 29, tzinfo=UTC)
    file = store(data=b"notice", name="notice.txt", by=cast.coordinator)
    uuid = Notice().programme
    sealed: dict[str, Any] = {"programme": uuid, "issuer": JOINT_OFFICE, "schema": 1}
    notice = Notice.objects.create(
        programme=uuid,
        file=file,
        title="重点任务",
        document={},
        reading={},
        record=seal(kind="notice", content={}, **sealed),
        received_at=now,
    )
    programme = Programme.objects.create(
        uuid=uuid,
        slug=slug,
        name="重点任务",
        state="running",
        start=date(2023, 1, 1),
        end=date(2023, 12, 31),
        notice=notice,
        created_at=now,
    )
    Revision.objects.create(
        notice=programme.notice,
        programme=programme,
        number=1,
        record=seal(kind="revision", content={}, **sealed),
        confirmed_by=cast.coordinator,
        confirmed_at=now,
    )
    return programme


def _targets(programme: Programme, count: int, organizations: list[Organization]) -> None:
    by_jurisdiction: dict[Jurisdiction, list[Organization]] = {}
    for row in organizations:
        by_jurisdiction.setdefault(row.jurisdiction, []).append(row)
    for order, jurisdiction in enumerate(by_jurisdiction):
        Party.objects.create(programme=programme, jurisdiction=jurisdiction, order=order)
    area = Area.objects.create(programme=programme, number=1, name="生态")
    for number in range(1, count + 1):
        task = Task.objects.create(
            programme=programme,
            area=area,
            number=number,
            name=f"任务{number}",
            period_kind="deadline",
        )
        common = {
            "programme": programme,
            "task": task,
            "key": f"{number}.1",
            "order": 1,
            "combine": "sum",
            "effort": "firm",
        }
        target = _quantity(common) if number % 2 else _ladder(common)
        Answer.objects.bulk_create(
            Answer(target=target, jurisdiction=jurisdiction, organization=turn(number, rows))
            for jurisdiction, rows in by_jurisdiction.items()
        )


def _quantity(common: dict[str, Any]) -> Target:
    return Target.objects.create(
        kind="quantity",
        text="新增造林6.93万亩",
        value="69300",
        unit="亩",
        printed_number="6.93",
        printed_unit="万亩",
        comparator="at_least",
        measure="flow",
        curve="linear",
        plan_start=date(2023, 1, 1),
        plan_end=date(2023, 12, 31),
        **common,
    )


def _ladder(common: dict[str, Any]) -> Target:
    target = Target.objects.create(kind="ladder", text="编制规划", **common)
    Rung.objects.bulk_create(
        Rung(target=target, number=n, name=name, proof="批文", planned=date(2023, 3 * n, 28))
        for n, name in enumerate(RUNGS, start=1)
    )
    return target


def turn(number: int, rows: list[Organization]) -> Organization:
    """Departments of one jurisdiction answer in turn, for a quantity and a ladder each."""
    return rows[(number - 1) // 2 % len(rows)]


def _open(
    programme: Programme, cast: Cast, kind: str, start: date, end: date, *, closes: date
) -> Period:
    return open_period(
        programme=programme,
        kind=kind,
        start=start,
        end=end,
        opens=end.replace(day=20),
        due=closes.replace(day=5),
        closes=closes,
        by=cast.coordinator,
    )
