"""The list of runs with the form for the next one, and what one run found."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tongchou.apps.organizations.queries import standing
from tongchou.apps.programmes.choices import ProgrammeState
from tongchou.apps.programmes.queries import content_of_revision, programme_for, revision_for
from tongchou.domain.assessment.scheme import load_scheme
from tongchou.domain.publication.drawing import draw
from tongchou.domain.shared.findings import Finding, Refused

from .actions import assess
from .forms import AssessForm
from .queries import content, programme_counts, run_for, runs_of

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Programme

REFUSED = 422


@require_http_methods(["GET", "POST"])
def runs(request: HttpRequest, slug: str) -> HttpResponse:
    programme = programme_for(request.user, slug)
    request.programme = programme  # type: ignore[attr-defined]
    if request.method != "POST":
        return _runs_page(request, programme, None)
    if not standing(request.user, programme.uuid).coordinator:
        raise Http404
    form = AssessForm(request.POST)
    if not form.is_valid():
        return _runs_page(request, programme, form)
    try:
        run = assess(
            programme=programme,
            as_of=form.cleaned_data["as_of"],
            by=request.user,
            on=request.business_date,
        )
    except Refused as refused:
        return _runs_page(request, programme, form, refused.findings)
    messages.success(request, _("Run %(number)s is sealed.") % {"number": run.number})
    return redirect("assessments:run", slug, run.number)


def _runs_page(
    request: HttpRequest,
    programme: "Programme",
    form: AssessForm | None,
    findings: Iterable[Finding] = (),
) -> HttpResponse:
    rows = list(runs_of(request.user, programme))
    scheme = load_scheme()
    may_assess = (
        standing(request.user, programme.uuid).coordinator
        and programme.state == ProgrammeState.RUNNING
    )
    last_month_end = request.business_date.replace(day=1) - timedelta(days=1)
    proposed = min(max(last_month_end, programme.start), programme.end)
    context = {
        "programme": programme,
        "runs": rows,
        "counts": programme_counts(rows),
        "scheme": scheme,
        "lights": [(light.code, light.label) for light in scheme.lights],
        "form": (form or AssessForm(initial={"as_of": proposed})) if may_assess else None,
        "findings": [finding.to_json() for finding in findings],
        "draft": programme.state == ProgrammeState.DRAFT,
    }
    status = REFUSED if findings or (form and form.errors) else 200
    return render(request, "assessments/runs.html", context, status=status)


@require_GET
def run(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    programme = programme_for(request.user, slug)
    request.programme = programme  # type: ignore[attr-defined]
    row = run_for(request.user, programme, number)
    sealed = content(row)
    revision = revision_for(programme, sealed["revision"]["number"])
    picture = draw(content_of_revision(revision), sealed)
    context = {
        "programme": programme,
        "run": row,
        "picture": picture,
        "scheme": picture.scheme,
        "revision": revision.number,
    }
    return render(request, "assessments/run.html", context)
