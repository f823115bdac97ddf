"""Assessment runs and what they found."""

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from tongchou.apps.audit.queries import content_of
from tongchou.domain.assessment.verdicts import Verdict as Value

from .choices import Level
from .models import Run, Verdict

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User
    from tongchou.apps.programmes.models import Programme


def latest_run(programme: "Programme") -> Run | None:
    """The last run of the programme; the bytes of its record are read when they are asked for."""
    rows = Run.objects.filter(programme=programme).select_related("record").defer("record__body")
    return rows.order_by("-number").first()


def runs_of(user: "User", programme: "Programme") -> QuerySet[Run]:
    """The runs a person sees, the latest first."""
    rows = Run.objects.visible_to(user).filter(programme=programme)
    return rows.select_related("assessed_by").order_by("-number")


def run_for(user: "User", programme: "Programme", number: int) -> Run:
    """The run, where the person may see it; Http404 where not."""
    rows = Run.objects.visible_to(user).select_related("record", "assessed_by")
    return get_object_or_404(rows, programme=programme, number=number)


def content(run: Run) -> dict[str, Any]:
    """What was sealed: scheme, inputs, verdicts."""
    return content_of(run.record)


def verdicts(run: Run, level: str = "") -> QuerySet[Verdict]:
    """The rows of a run, of one level or of all, in the order of the plan."""
    rows = run.verdicts.order_by("id")
    return rows.filter(level=level) if level else rows


def programme_counts(runs: list[Run]) -> dict[int, dict[str, int]]:
    """Tasks by light, for each run by its primary key."""
    rows = Verdict.objects.filter(run__in=runs, level=Level.PROGRAMME)
    return {row.run_id: row.figures["counts"] for row in rows}


def value_of(verdict: Verdict) -> Value:
    """A row as the domain's value."""
    return Value.from_json(
        {
            "level": verdict.level,
            "object": str(verdict.object_uuid),
            "jurisdiction": verdict.jurisdiction,
            "light": verdict.light,
            "reason": verdict.reason,
            "figures": verdict.figures,
        }
    )
