"""Who may open what: a table of pages by people, every cell asked.

Columns: anonymous, stranger, administrator, coordinator, leader, the liaison and the reviewer of
万州, the liaison and the reviewer of 达州. The reports named in the rows are
万州's; the tables are in permission_tables.
A page whose name is not in the tables fails a test, so that none is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import Settings

from tests.apps.assessments.world import ON, SEPTEMBER, STATED, report_all, report_of, submitted
from tests.apps.permission_tables import NAMES, READING, WRITING
from tests.apps.programmes.promising import PROMISING
from tests.cast import Cast, signed_in
from tests.programmes_cast import make_draft, make_programme, notice_text
from tongchou.apps.assessments.actions import assess
from tongchou.apps.organizations.models import Membership
from tongchou.apps.programmes.actions import hand_in, take_over
from tongchou.apps.publications.actions import publish
from tongchou.apps.reports.actions import add_evidence, open_period

pytestmark = pytest.mark.django_db
AUGUST = date(2023, 8, 31)

ON_ONE_PERSON = (
    "organizations:person",
    "organizations:reset_password",
    "organizations:close_account",
    "organizations:reopen_account",
)


def table(text: str) -> dict[str, list[int]]:
    rows = (line.split() for line in text.strip().splitlines())
    return {name: [int(status) for status in statuses] for name, *statuses in rows}


def pages(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from pages(pattern.url_patterns, inner)
        else:
            yield f"{space}{pattern.name}"


@dataclass
class House:
    """Everybody, and an address for every row of the tables."""

    cast: Cast
    addresses: dict[str, str]

    def clients(self) -> Iterator[tuple[str, Client]]:
        everyone = self.cast.everyone()
        for name in NAMES:
            yield name, Client() if name == "anonymous" else signed_in(everyone[name])


@pytest.fixture
def house(cast: Cast, settings: Settings) -> House:
    """September is approved everywhere; of August 万州's is submitted; a later period is due."""
    settings.TONGCHOU_BUSINESS_DATE = ON.isoformat()
    programme = make_programme(cast)
    report_all(programme, cast)
    run = assess(programme=programme, as_of=SEPTEMBER, by=cast.coordinator, on=ON)
    edition = publish(programme=programme, run=run, by=cast.coordinator, on=ON)
    common: dict[str, Any] = {
        "programme": programme,
        "kind": "month",
        "opens": date(2023, 10, 1),
        "due": date(2023, 10, 15),
        "closes": date(2023, 10, 31),
        "by": cast.coordinator,
    }
    august = open_period(start=date(2023, 8, 1), end=AUGUST, **common)
    due = open_period(start=date(2023, 10, 1), end=date(2023, 10, 31), **common)
    report = report_of(august, cast, "万州")
    target, by = programme.targets.first().uuid, cast.liaison["万州"]
    evidence = add_evidence(
        report=report, target=target, data=b"%PDF-1.7 ...", name="验收.pdf", by=by, on=ON
    )
    begun = {key: said if isinstance(said, str) else 0 for key, said in STATED["万州"].items()}
    submitted(august, cast, "万州", begun)
    approved = programme.reports.get(period__end=SEPTEMBER, organization=cast.organization["万州"])
    _amend(programme, cast)
    reports = {"due": report_of(due, cast, "万州"), "submitted": report, "approved": approved}
    found = addresses(programme, _draft(cast), run, edition, reports)
    member = Membership.objects.get(user=cast.liaison["开州"])
    found["organizations:end_role"] = reverse("organizations:end_role", args=[member.uuid])
    for name in ON_ONE_PERSON:
        found[name] = reverse(name, args=[member.user.uuid])
    found["reports:period"] = reverse("reports:period", args=[programme.slug, august.uuid])
    found["reports:evidence/submitted"] = reverse(
        "reports:evidence", args=[programme.slug, report.uuid, evidence.uuid]
    )
    return House(cast, found)


def _amend(programme: Any, cast: Cast) -> None:
    """An amendment that is being confirmed while the programme runs."""
    amended = notice_text().replace("3.6万亩", "4万亩").encode()
    hand_in(programme=programme, data=amended, name="调整.txt", by=cast.coordinator)
    take_over(programme=programme, by=cast.coordinator)


def _draft(cast: Cast) -> Any:
    """A draft beside the programme, with a promise to adopt."""
    return make_draft(cast, notice_text(PROMISING), slug="draft")


def addresses(
    programme: Any, draft: Any, run: Any, edition: Any, reports: dict[str, Any]
) -> dict[str, str]:
    slug, notice = programme.slug, programme.notice.uuid
    arguments: dict[str, list[Any]] = {
        "notices:notice": [notice],
        "notices:notice_file": [notice],
        "programmes:confirm": [draft.slug],
        "programmes:confirm_rest": [draft.slug],
        "programmes:confirm_task": [draft.slug, 1],
        "programmes:revision": [slug, 1],
        **{f"programmes:{page}/draft": [draft.slug] for page in ("coverage", "projects", "amend")},
        "programmes:adopt": [draft.slug, "c3.1"],
        "programmes:release": [draft.slug, "c3.1"],
        "programmes:project": [draft.slug, "p1"],
        "assessments:run": [slug, run.number],
        "publications:task": [slug, 1],
        "publications:jurisdiction": [slug, "500101"],
        "publications:bulletin": [slug, edition.number],
        "publications:ledger": [slug, edition.number],
    }
    for state, report in reports.items():
        arguments[f"reports:report/{state}"] = [slug, report.uuid]
        arguments[f"reviews:review/{state}"] = [slug, report.uuid]
        for submission in report.submissions.all():
            arguments[f"reports:submission/{state}"] = [slug, submission.uuid]
    found = {}
    for row in table(READING):
        name = row.partition("/")[0]
        if row in arguments:
            found[row] = reverse(name, args=arguments[row])
        elif name.partition(":")[0] in {"set_language", "organizations", "audit"}:
            if name not in {"organizations:end_role", *ON_ONE_PERSON}:
                found[row] = reverse(name)
        elif name in {"programmes:programmes", "programmes:new", "publications:home"}:
            found[row] = reverse(name)
        elif name not in {"reports:period", "reports:evidence"}:
            found[row] = reverse(name, args=[slug])
    return found


def differing(house: House, method: str, expected: dict[str, list[int]]) -> list[str]:
    """Every cell that is not as the table says; what a post changes is taken back."""
    wrong = []
    for column, (name, client) in enumerate(house.clients()):
        for row, statuses in expected.items():
            kept = SimpleCookie(client.cookies)
            with transaction.atomic():
                response = getattr(client, method)(house.addresses[row])
                transaction.set_rollback(True)
            client.cookies = kept
            if response.status_code != statuses[column]:
                wrong.append(f"{row}, {name}: {response.status_code}, not {statuses[column]}")
            elif statuses[column] == 302 and name == "anonymous":
                wrong += astray(row, response["Location"])
    return wrong


OPEN_TO_ALL = {"set_language", "organizations:logout"}


def astray(row: str, location: str) -> list[str]:
    """An anonymous person is sent to the sign-in page, and only there."""
    fine = row in OPEN_TO_ALL or location.startswith("/login/?next=")
    return [] if fine else [f"{row}, anonymous: sent to {location}"]


def test_every_page_stands_in_the_table() -> None:
    known = {row.partition("/")[0] for row in table(READING)}
    assert set(pages(get_resolver().url_patterns)) == known
    assert set(table(WRITING)) <= set(table(READING))


def test_every_row_has_every_column() -> None:
    for statuses in (*table(READING).values(), *table(WRITING).values()):
        assert len(statuses) == len(NAMES)


def test_who_may_open_what(house: House) -> None:
    wrong = differing(house, "get", table(READING))
    assert not wrong, "\n".join(wrong)


def test_who_may_send_what(house: House) -> None:
    wrong = differing(house, "post", table(WRITING))
    assert not wrong, "\n".join(wrong)


def test_pages_that_only_show_take_no_posts(house: House) -> None:
    """A post to one changes nothing: it is refused, or answered as if it had been a visit."""
    only_show = {row: cells for row, cells in table(READING).items() if row not in table(WRITING)}
    client = signed_in(house.cast.coordinator)
    for row, cells in only_show.items():
        seen = cells[NAMES.index("coordinator")]
        assert client.post(house.addresses[row]).status_code in {405, seen}, row
