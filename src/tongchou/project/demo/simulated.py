"""The simulated programme of 2023, made on exactly the path a user takes."""

from collections import Counter
from datetime import timedelta

from tongchou.apps.assessments.actions import assess
from tongchou.apps.organizations.models import Organization
from tongchou.apps.programmes.actions import (
    confirm_programme,
    confirm_task,
    correct_all,
    take_notice,
)
from tongchou.apps.programmes.models import Programme
from tongchou.apps.programmes.queries import draft_reading, targets_of
from tongchou.apps.publications.actions import publish
from tongchou.documents.write_notice import write_notice

from ..cli_text import say
from . import facts, instance, people, plans
from .dates import BASELINE, BUSINESS_DATE, calendars
from .year import Year

SLUG = "wandakai-2023"
EDITIONS = (3, 6, 9)
"""Months whose assessment is published: the baseline, the half year, the latest."""


def wandakai() -> None:
    """The simulated programme of 2023, from its notice to its latest edition."""
    say("建立数据库", "making the database")
    instance.upgrade()
    fill()


def fill() -> None:
    office = people.open_office()
    programme = _confirmed(office)
    field = people.open_field(
        programme=programme.uuid, organizations=answering(programme), by=office.administrator
    )
    year = Year(programme, office, field)
    for calendar in calendars():
        closed = calendar.closes < BUSINESS_DATE
        kind = "baseline" if calendar is BASELINE else "month"
        name = f"{calendar.end.year}-{calendar.end.month:02d}"
        say(f"{name} 填报、审核" + ("、评估" if closed else "（填报中）"),
            f"{name} reports, reviews" + (", assessment" if closed else " (open)"))  # fmt: skip
        year.pass_period(calendar, kind)
        if not closed:
            continue
        after = calendar.closes + timedelta(days=1)
        run = assess(programme=programme, as_of=calendar.end, by=office.coordinator, on=after)
        if calendar.end.month in EDITIONS:
            say(f"{name} 发布通报和台账", f"{name} bulletin and ledger")
            publish(programme=programme, run=run, by=office.coordinator, on=after)


def _confirmed(office: people.Office) -> Programme:
    """The notice written, received, corrected, confirmed task by task and sealed."""
    say("写出并读入演示通知", "writing the demo notice and reading it in")
    programme = take_notice(
        data=write_notice(facts.load()),
        name=facts.NAME,
        by=office.coordinator,
        simulated=True,
        slug=SLUG,
    )
    reading = draft_reading(programme)
    say(f"确认 {len(reading.tasks)} 项任务", f"confirming {len(reading.tasks)} tasks")
    changes = plans.corrections(reading, facts.projects(), facts.stages())
    correct_all(programme=programme, corrections=changes, by=office.coordinator)
    for task in reading.tasks:
        confirm_task(programme=programme, task=task.number, by=office.coordinator)
    confirm_programme(programme=programme, by=office.coordinator)
    return programme


def answering(programme: Programme) -> Counter[Organization]:
    """The organizations that answer, with the number of targets they answer for."""
    return Counter(
        answer.organization
        for target in targets_of(programme)
        for answer in target.answers.all()
        if answer.organization is not None
    )
