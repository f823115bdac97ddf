"""What the published pages read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from tongchou.apps.assessments.queries import latest_run
from tongchou.apps.notices.queries import Excerpt, sentence
from tongchou.apps.programmes.choices import ProgrammeState
from tongchou.apps.programmes.queries import revision_for
from tongchou.apps.reports.queries import statements_of, submissions_with_records
from tongchou.apps.reviews.queries import current_values
from tongchou.domain.publication.picture import Picture, TargetLine, TaskLine
from tongchou.domain.report.statement import Sealed
from tongchou.domain.shared.quantities import format_quantity

from .models import Edition
from .pictures import picture_of_plan, picture_of_run

if TYPE_CHECKING:
    from tongchou.apps.assessments.models import Run
    from tongchou.apps.organizations.models import User
    from tongchou.apps.programmes.models import Programme
    from tongchou.apps.reviews.models import CurrentValue


@dataclass(frozen=True, slots=True)
class Present:
    """The latest run and its picture; without a run the plan alone; without a plan nothing."""

    picture: Picture | None
    run: "Run | None"


@dataclass(frozen=True, slots=True)
class Past:
    """What was approved for one target, one party and one period."""

    period_end: date
    jurisdiction: str
    shown: str
    words: str
    problems: str
    submission: str


def present(programme: "Programme") -> Present:
    if programme.state == ProgrammeState.DRAFT:
        return Present(None, None)
    run = latest_run(programme)
    if run is None:
        return Present(picture_of_plan(programme), None)
    return Present(picture_of_run(programme, run), run)


def editions_of(user: "User", programme: "Programme") -> QuerySet[Edition]:
    """The editions a person sees, the latest first."""
    rows = Edition.objects.visible_to(user).filter(programme=programme)
    return rows.select_related("run", "record", "bulletin", "ledger", "published_by").order_by(
        "-number"
    )


def edition_for(user: "User", programme: "Programme", number: int) -> Edition:
    """The edition with its files, where the person may see it; Http404 where not."""
    return get_object_or_404(editions_of(user, programme), number=number)


def latest_edition(programme: "Programme") -> Edition | None:
    return Edition.objects.filter(programme=programme).order_by("-number").first()


def sources_of(
    programme: "Programme", revision: int, lines: Iterable[TargetLine]
) -> dict[str, tuple[Excerpt, ...]]:
    """The sentences of a revision's notice that each target was read from, by its UUID."""
    notice = revision_for(programme, revision).notice
    return {line.uuid: sentence(notice, [list(span) for span in line.spans]) for line in lines}


def sealed_statements(lines: Iterable[TargetLine]) -> dict[tuple[str, str], tuple[int, Sealed]]:
    """The sealed statement behind each share with the number of its submission.

    Keyed by (target, jurisdiction slug).
    """
    shares = [(line.uuid, share) for line in lines for share in line.shares if share.submission]
    rows = submissions_with_records(share.submission or "" for _, share in shares)
    stated = {uuid: statements_of(row) for uuid, row in rows.items()}
    found = {}
    for target, share in shares:
        submission = share.submission or ""
        sealed = stated[submission][UUID(target)]
        found[target, share.jurisdiction] = (rows[submission].number, sealed)
    return found


def evidence_names(
    lines: Iterable[TargetLine], opened: set[str]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Names of the evidence behind each share whose submission may be opened."""
    held = [
        replace(line, shares=tuple(share for share in line.shares if share.submission in opened))
        for line in lines
    ]
    return {
        place: tuple(proof.name for proof in sealed.evidence)
        for place, (_, sealed) in sealed_statements(held).items()
    }


def history(programme: "Programme", task: TaskLine, until: date) -> dict[str, list[Past]]:
    """Everything approved for the targets of a task, the latest period first, by target."""
    uuids = [line.uuid for line in task.targets]
    found: dict[str, list[Past]] = {uuid: [] for uuid in uuids}
    rows = current_values(programme, until).filter(target__uuid__in=uuids)
    for row in rows.order_by("-period__end", "jurisdiction__order"):
        found[str(row.target.uuid)].append(
            Past(
                period_end=row.period.end,
                jurisdiction=row.jurisdiction.name,
                shown=_shown(row),
                words=row.words,
                problems=row.problems,
                submission=str(row.submission.uuid),
            )
        )
    return found


def _shown(row: "CurrentValue") -> str:
    if row.value:
        return format_quantity(Decimal(row.value), row.unit, row.target.printed_unit)
    return row.rung.name if row.rung else "—"
