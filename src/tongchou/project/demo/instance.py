"""What both kinds of demo do with their data directory: the database, accounts, own notices."""

import sys
from collections import Counter
from dataclasses import replace

from django.core.management import call_command
from django.db import connections

from tongchou.apps.organizations.models import Organization, User
from tongchou.apps.organizations.queries import by_jurisdiction, demo_accounts
from tongchou.apps.programmes.actions import take_notice
from tongchou.apps.programmes.queries import draft_reading
from tongchou.apps.programmes.registering import register_all
from tongchou.domain.programme.programme import Programme as Reading
from tongchou.domain.shared.findings import Refused, StoredFinding

from .. import listing
from ..cli_text import both, say
from . import people


def upgrade() -> None:
    call_command("migrate", interactive=False, verbosity=0)


def finish() -> None:
    connections.close_all()


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
    people.open_field(
        programme=programme.uuid,
        organizations=_answering(reading, office.administrator),
        by=office.administrator,
    )
    say(f"{len(reading.tasks)} 项任务待确认：/p/{programme.slug}/confirm/",
        f"{len(reading.tasks)} tasks to confirm: /p/{programme.slug}/confirm/")  # fmt: skip
    return True


def _answering(reading: Reading, by: User) -> Counter[Organization]:
    """Who would answer as the notice was read; an organ of no known government is left out."""
    parties = {participant.short for participant in reading.participants}
    placed = [
        replace(
            task, organizations=tuple(o for o in task.organizations if o.jurisdiction in parties)
        )
        for task in reading.tasks
    ]
    registry = register_all(replace(reading, tasks=tuple(placed)), by)
    return Counter(
        registry.organizations[answer]
        for target in reading.targets
        for answer in target.answers.items()
        if answer in registry.organizations
    )


def welcome() -> list[str]:
    """The accounts that the login page offers."""
    lines = [both("演示账号（登录页一键进入）", "demo accounts (one click on the login page)")]
    for jurisdiction, users in by_jurisdiction(demo_accounts()):
        place = jurisdiction.name if jurisdiction else "—"
        lines += [f"  {place}\t{user.login}\t{user.name}" for user in users]
    return lines
