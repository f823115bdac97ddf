"""Making the demo's data in a fresh data directory, on exactly the path a user takes."""

import sys
from collections import Counter
from typing import TYPE_CHECKING

from django.core.management import call_command
from django.db import connections

from tongchou.apps.assessments.actions import assess
from tongchou.apps.organizations.queries import by_jurisdiction, demo_accounts
from tongchou.apps.programmes.actions import (
    confirm_programme,
    confirm_task,
    correct_all,
    take_notice,
)
from tongchou.apps.programmes.queries import draft_reading, targets_of
from tongchou.apps.programmes.registering import register_all
from tongchou.apps.publications.actions import publish
from tongchou.documents.write_notice import write_notice
from tongchou.domain.shared.findings import Refused, StoredFinding

from .. import listing
from ..cli_text import both, say
from . import facts, people, plans
from .dates import BASELINE, BUSINESS_DATE, calendars
from .year import Year

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import Organization
    from tongchou.apps.programmes.models import Programme

SLUG = "wandakai-2023"
EDITIONS = (3, 6, 9)
"""Months whose assessment is published: the baseline, the half year, the latest."""


def upgrade(*, quiet: bool = True) -> None:
    call_command("migrate", interactive=False, verbosity=0 if quiet else 1)


def finish() -> None:
    connections.close_all()


def wandakai() -> None:
    """The simulated programme of 2023, from its notice to its latest edition."""
    say("建立数据库", "making the database")
    upgrade()
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
        say(f"{name} 填报、审核" + ("、考评" if closed else "（填报中）"),
            f"{name} reports, reviews" + (", assessment" if closed else " (open)"))  # fmt: skip
        year.pass_period(calendar, kind)
        if not closed:
            continue
        run = assess(programme=programme, as_of=calendar.end, by=office.coordinator)
        if calendar.end.month in EDITIONS:
            say(f"{name} 发布通报和台账", f"{name} bulletin and ledger")
            publish(programme=programme, run=run, by=office.coordinator)


def _confirmed(office: people.Office) -> "Programme":
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


def answering(programme: "Programme") -> "Counter[Organization]":
    """The organizations that answer, with the number of targets they answer for."""
    return Counter(
        answer.organization
        for target in targets_of(programme)
        for answer in target.answers.all()
        if answer.organization is not None
    )


def own_notice(*, data: bytes, name: str) -> bool:
    """A notice of the user's own up to the confirm page; False where it was refused."""
    say("建立数据库", "making the database")
    upgrade()
    office = people.open_office()
    say(f"读入 {name}", f"reading {name}")
    try:
        programme = take_notice(data=data, name=name, by=office.coordinator)
    except Refused as refused:
        print("\n".join(listing.finding_lines(name, refused.findings, "zh")), file=sys.stderr)
        return False
    found = [StoredFinding(finding) for finding in programme.notice.findings]
    print("\n".join(listing.finding_lines(name, found, "zh")), file=sys.stderr)
    reading = draft_reading(programme)
    registry = register_all(reading, office.administrator)
    counted: Counter[Organization] = Counter()
    for target in reading.targets:
        for jurisdiction, organization in target.answers.items():
            counted[registry.organizations[jurisdiction, organization]] += 1
    people.open_field(programme=programme.uuid, organizations=counted, by=office.administrator)
    say(f"{len(reading.tasks)} 项任务待确认：/p/{programme.slug}/confirm/",
        f"{len(reading.tasks)} tasks to confirm: /p/{programme.slug}/confirm/")  # fmt: skip
    return True


def welcome() -> list[str]:
    """The accounts that the login page offers."""
    lines = [both("演示账号（登录页一键进入）", "demo accounts (one click on the login page)")]
    for jurisdiction, users in by_jurisdiction(demo_accounts()):
        place = jurisdiction.name if jurisdiction else "—"
        lines += [f"  {place}\t{user.login}\t{user.name}" for user in users]
    return lines
