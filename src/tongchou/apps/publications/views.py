"""The published pages: overview, task, jurisdiction, editions and their files."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tongchou.apps.assessments.queries import latest_run
from tongchou.apps.files.responses import attachment
from tongchou.apps.organizations.queries import standing
from tongchou.apps.programmes.choices import ProgrammeState
from tongchou.apps.programmes.queries import may_draft, programme_for, visible_programmes
from tongchou.apps.reports.queries import visible_submissions
from tongchou.domain.publication.picture import TargetLine
from tongchou.domain.shared.findings import Finding, Refused

from . import queries
from .actions import publish
from .rows import Filters, area_rows, takes_part

if TYPE_CHECKING:
    from tongchou.apps.organizations.models import User
    from tongchou.apps.programmes.models import Programme

REFUSED = 422


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Where a person's work is in the one programme seen, or the list of programmes."""
    programmes = list(visible_programmes(request.user))
    if len(programmes) == 1:
        return redirect(_workplace(request.user, programmes[0]), programmes[0].slug)
    held = standing(request.user, None)
    context = {
        "programmes": programmes,
        "administrator": held.administrator,
        "may_draft": may_draft(request.user),
    }
    return render(request, "publications/home.html", context)


def _workplace(user: "User", programme: "Programme") -> str:
    """A liaison comes to report and a reviewer to review; the others look first."""
    held = standing(user, programme.uuid)
    if held.coordinator or held.leader or programme.state != ProgrammeState.RUNNING:
        return "publications:overview"
    if held.liaison:
        return "reports:due"
    return "reviews:queue" if held.reviewer else "publications:overview"


@require_GET
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """All tasks on one page; `?area=&light=&jurisdiction=` keeps some of them."""
    programme = _programme(request, slug)
    present = queries.present(programme)
    if present.picture is None:
        coordinator = standing(request.user, programme.uuid).coordinator
        context = {"programme": programme, "coordinator": coordinator}
        return render(request, "publications/draft.html", context)
    filters = Filters.read(request.GET, present.picture)
    context = {
        "programme": programme,
        "picture": present.picture,
        "run": present.run,
        "edition": queries.latest_edition(programme) if present.run else None,
        "filters": filters,
        "areas": list(area_rows(present.picture, filters)),
        "coordinator": standing(request.user, programme.uuid).coordinator,
    }
    part = request.headers.get("HX-Target") == "tasks"
    name = "publications/tasks.html" if part else "publications/overview.html"
    response = render(request, name, context)
    response["Vary"] = "HX-Target"
    return response


@require_GET
def task(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A task with its projects and targets, each figure with what it comes from."""
    programme = _programme(request, slug)
    present = queries.present(programme)
    line = present.picture.task(number) if present.picture else None
    if present.picture is None or line is None:
        raise Http404
    area = next(area for area in present.picture.areas if area.number == line.area)
    until = date.fromisoformat(present.picture.as_of) if present.picture.as_of else programme.end
    past = queries.history(programme, line, until)
    opened = _opened(request, line.targets, past)
    context = {
        "programme": programme,
        "picture": present.picture,
        "run": present.run,
        "task": line,
        "area": area,
        "groups": _by_project(line.targets),
        "parties": {party.slug: party.name for party in present.picture.parties},
        "sources": queries.sources_of(programme, present.picture.revision, line.targets),
        "history": past,
        "opened": opened,
        "evidence": queries.evidence_names(line.targets, opened),
    }
    return render(request, "publications/task.html", context)


@require_GET
def jurisdiction(request: HttpRequest, slug: str, jslug: str) -> HttpResponse:
    """What one jurisdiction answers for, and how it stands."""
    programme = _programme(request, slug)
    present = queries.present(programme)
    if present.picture is None:
        raise Http404
    party = next((party for party in present.picture.parties if party.slug == jslug), None)
    if party is None:
        raise Http404
    tasks = [task for task in present.picture.tasks if takes_part(task, jslug)]
    lines = [line for task in tasks for line in task.targets]
    context = {
        "programme": programme,
        "picture": present.picture,
        "run": present.run,
        "party": party,
        "tasks": tasks,
        "opened": _opened(request, lines, {}),
    }
    return render(request, "publications/jurisdiction.html", context)


@require_http_methods(["GET", "POST"])
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    programme = _programme(request, slug)
    if request.method != "POST":
        return _editions_page(request, programme)
    run = latest_run(programme)
    if run is None or not standing(request.user, programme.uuid).coordinator:
        raise Http404
    try:
        edition = publish(programme=programme, run=run, by=request.user, on=request.business_date)
    except Refused as refused:
        return _editions_page(request, programme, refused.findings)
    messages.success(request, _("Edition %(number)s is published.") % {"number": edition.number})
    return redirect("publications:editions", slug)


def _editions_page(
    request: HttpRequest, programme: "Programme", findings: Iterable[Finding] = ()
) -> HttpResponse:
    rows = list(queries.editions_of(request.user, programme))
    run = latest_run(programme)
    published = {row.run_id for row in rows}
    context = {
        "programme": programme,
        "editions": rows,
        "run": run,
        "coordinator": standing(request.user, programme.uuid).coordinator,
        "may_publish": run is not None and run.pk not in published,
        "running": programme.state == ProgrammeState.RUNNING,
        "findings": [finding.to_json() for finding in findings],
    }
    status = REFUSED if context["findings"] else 200
    return render(request, "publications/editions.html", context, status=status)


@require_GET
def bulletin(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    programme = _programme(request, slug)
    return attachment(queries.edition_for(request.user, programme, number).bulletin)


@require_GET
def ledger(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    programme = _programme(request, slug)
    return attachment(queries.edition_for(request.user, programme, number).ledger)


def _programme(request: HttpRequest, slug: str) -> "Programme":
    programme = programme_for(request.user, slug)
    request.programme = programme  # type: ignore[attr-defined]
    return programme


def _by_project(lines: Iterable[TargetLine]) -> list[tuple[str, list[TargetLine]]]:
    """Targets of the task itself first, then of each project in the order of the notice."""
    groups: dict[str, list[TargetLine]] = {"": []}
    for line in lines:
        groups.setdefault(line.project, []).append(line)
    return [(project, held) for project, held in groups.items() if held]


def _opened(
    request: HttpRequest, lines: Iterable[TargetLine], past: dict[str, list[Any]]
) -> set[str]:
    """The submissions on the page that the person may open."""
    shown = {share.submission for line in lines for share in line.shares if share.submission}
    shown |= {row.submission for rows in past.values() for row in rows}
    return visible_submissions(request.user, shown) if shown else set()
