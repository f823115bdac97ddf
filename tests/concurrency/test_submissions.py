"""Many organizations at once, on the database as it is: nothing lost, nothing doubled.

Every person acts in a thread with a connection of its own, all starting together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from django.db import connection

from tests.apps.reports.world import IN_APRIL, World, build, entry
from tests.cast import liaison_of, make_cast
from tongchou.apps.audit import verification
from tongchou.apps.audit.models import Chain, Entry, Record
from tongchou.apps.organizations.actions import register_organization
from tongchou.apps.reports.actions import add_evidence, save_draft, submit
from tongchou.apps.reports.models import Evidence, Report, Statement, Submission
from tongchou.apps.reports.queries import lines_of, statements_of
from tongchou.apps.reviews.actions import approve, return_report
from tongchou.apps.reviews.models import CurrentValue, Decision
from tongchou.apps.reviews.values import held_values, rebuild_current_values
from tongchou.domain.shared.findings import Refused

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User

pytestmark = pytest.mark.django_db(transaction=True)

PER_JURISDICTION = 6
AT_ONCE = 9


def together(acts: Iterable[Callable[[], object]]) -> Counter[str]:
    """Runs every act in a thread; counts how they ended: done, or the finding's code."""
    acts = list(acts)
    start = Barrier(min(AT_ONCE, len(acts)))

    def run(number: int, act: Callable[[], object]) -> str:
        try:
            if number < start.parties:
                start.wait()
            act()
        except Refused as refused:
            return refused.findings[0].code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return Counter(pool.map(run, range(len(acts)), acts))


@pytest.fixture
def crowd() -> tuple[World, dict[int, User]]:
    """Six departments in each jurisdiction, each with two targets and a liaison of its own."""
    cast = make_cast()
    organizations, liaisons = [], {}
    for name, jurisdiction in cast.jurisdiction.items():
        for number in range(PER_JURISDICTION):
            row = register_organization(jurisdiction=jurisdiction, name=f"{name}第{number}局")
            organizations.append(row)
            liaisons[row.pk] = liaison_of(row, f"{jurisdiction.slug}-{number}")
    return build(cast, targets=2 * PER_JURISDICTION, answering=organizations), liaisons


def reports(world: World) -> list[Report]:
    rows = Report.objects.filter(period=world.april).select_related(
        "programme", "period", "organization__jurisdiction", "revision"
    )
    return list(rows)


def fill_and_submit(report: Report, liaison: User) -> None:
    entries = [entry(line.target, "2.5") for line in lines_of(report, IN_APRIL)]
    save_draft(report=report, entries=entries, by=liaison, on=IN_APRIL)
    submit(report=report, by=liaison, on=IN_APRIL)


def check_chains(kinds: Counter[str]) -> None:
    assert [
        finding.code
        for chain in Chain.objects.all()
        for finding in verification.chain_findings(chain)
    ] == []
    held = Counter(Record.objects.values_list("kind", flat=True))
    assert {kind: held[kind] for kind in kinds} == kinds


def test_all_organizations_submit_at_once(crowd: tuple[World, dict[int, User]]) -> None:
    world, liaisons = crowd
    rows = reports(world)
    ended = together(
        lambda row=row: fill_and_submit(row, liaisons[row.organization_id]) for row in rows
    )
    assert ended == {"done": len(rows)}
    assert Counter(Report.objects.filter(period=world.april).values_list("state", flat=True)) == {
        "submitted": 3 * PER_JURISDICTION
    }
    check_chains(Counter(submission=3 * PER_JURISDICTION))
    for submission in Submission.objects.select_related("record"):
        figures = [sealed.printed for sealed in statements_of(submission).values()]
        assert figures == ["2.5", ""]


def test_a_form_sent_many_times_at_once_makes_one_submission(
    crowd: tuple[World, dict[int, User]],
) -> None:
    world, liaisons = crowd
    pairs = [
        (row, again) for row, again in zip(reports(world)[:6], reports(world)[:6], strict=True)
    ]
    for row, again in pairs:
        entries = [entry(line.target) for line in lines_of(row, IN_APRIL)]
        save_draft(report=row, entries=entries, by=liaisons[row.organization_id], on=IN_APRIL)
        again.refresh_from_db(fields=["version", "state"])
    ended = together(
        lambda row=row: submit(report=row, by=liaisons[row.organization_id], on=IN_APRIL)
        for pair in pairs
        for row in pair
    )
    assert ended == {"done": 6, "R203": 6}
    check_chains(Counter(submission=6))
    assert Entry.objects.filter(action="report.submit").count() == 6


def test_two_windows_saving_at_once_keep_one_text_and_refuse_the_other(
    crowd: tuple[World, dict[int, User]],
) -> None:
    world, liaisons = crowd
    first, second = reports(world), reports(world)

    def save(row: Report, value: str) -> None:
        entries = [entry(line.target, value) for line in lines_of(row, IN_APRIL)]
        save_draft(
            report=row,
            entries=entries,
            by=liaisons[row.organization_id],
            on=IN_APRIL,
            expected_version=0,
        )

    ended = together(
        lambda row=row, value=value: save(row, value)
        for rows, value in ((first, "3"), (second, "4"))
        for row in rows
    )
    assert ended == {"done": len(first), "R204": len(first)}
    for row in first:
        stored = Statement.objects.filter(report=row).exclude(value="")
        assert len(set(stored.values_list("value", flat=True))) == 1


def test_evidence_added_while_submitting_is_cited_or_refused(
    crowd: tuple[World, dict[int, User]],
) -> None:
    world, liaisons = crowd
    rows = reports(world)[:6]
    for row in rows:
        entries = [entry(line.target) for line in lines_of(row, IN_APRIL)]
        save_draft(report=row, entries=entries, by=liaisons[row.organization_id], on=IN_APRIL)

    def attach(row: Report) -> None:
        add_evidence(
            report=row,
            target=lines_of(row, IN_APRIL)[0].asked.target,
            data=b"text",
            name="a.txt",
            by=liaisons[row.organization_id],
            on=IN_APRIL,
        )

    acts: list[Callable[[], object]] = []
    for row in rows:
        acts.append(
            lambda row=row: submit(report=row, by=liaisons[row.organization_id], on=IN_APRIL)
        )
        acts.append(lambda row=row: attach(row))
    ended = together(acts)
    assert ended["done"] + ended["R203"] == 12
    assert Submission.objects.count() == 6
    cited = {
        proof.uuid
        for submission in Submission.objects.select_related("record")
        for sealed in statements_of(submission).values()
        for proof in sealed.evidence
    }
    assert cited == set(Evidence.objects.values_list("uuid", flat=True))


def test_reviewers_deciding_at_once_decide_each_report_once(
    crowd: tuple[World, dict[int, User]],
) -> None:
    world, liaisons = crowd
    for row in reports(world):
        fill_and_submit(row, liaisons[row.organization_id])
    approving, returning = reports(world), reports(world)
    acts: list[Callable[[], object]] = []
    for one, other in zip(approving, returning, strict=True):
        acts.append(lambda row=one: approve(report=row, by=world.reviewer(row), on=IN_APRIL))
        acts.append(
            lambda row=other: return_report(
                report=row, reason="核实", by=world.reviewer(row), on=IN_APRIL
            )
        )
    ended = together(acts)
    assert ended == {"done": len(approving), "R211": len(approving)}
    assert Decision.objects.count() == len(approving)
    check_chains(Counter(decision=len(approving), submission=len(approving)))
    approved = Decision.objects.filter(verdict="approved").count()
    assert CurrentValue.objects.count() == 2 * approved
    assert rebuild_current_values(world.programme) == held_values(world.programme)
