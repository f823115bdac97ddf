"""Every promise of the notice and what became of it; adopting one as 正文事项."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tongchou.apps.notices.queries import sentence
from tongchou.domain.programme.amending.adoption import promise_of
from tongchou.domain.programme.prose.coverage import Standing, coverage
from tongchou.domain.programme.target import Cadence
from tongchou.domain.shared.findings import Refused

from .. import actions
from ..coverage_forms import AdoptForm
from ..models import Programme
from ..queries import draft_notice, is_coordinator
from .readings import open_draft, readable

UNPROCESSABLE = 422


@require_GET
def promises(request: HttpRequest, slug: str) -> HttpResponse:
    """`?standing=` keeps one state, `?q=` the promises with these words."""
    programme, reading, changeable = readable(request, slug)
    found = coverage(reading)
    wanted, words = request.GET.get("standing", ""), request.GET.get("q", "").strip()
    shown = [
        row
        for row in found.promises
        if wanted in ("", str(row.standing)) and words in f"{row.heading}\n{row.text}"
    ]
    context = {
        "programme": programme,
        "simulated": programme.simulated,
        "sections": _sections(shown),
        "counts": {str(standing): count for standing, count in found.counts().items()},
        "all": len(found.promises),
        "wanted": wanted,
        "words": words,
        "labels": standing_labels(),
        "unannounced": [task for task in reading.tasks if task.number in found.unannounced],
        "names": {task.number: task.name for task in reading.tasks},
        "projects": {project.key: project.name for project in reading.projects},
        "notice": (draft_notice(programme) if changeable else programme.notice).uuid,
        "changeable": changeable,
        "drafted": is_coordinator(request.user, programme) and programme.open,
    }
    return render(request, "programmes/coverage.html", context)


def standing_labels() -> dict[str, str]:
    return {
        str(Standing.CARRIED): _("Carried by a task"),
        str(Standing.ADOPTED): _("Adopted"),
        str(Standing.OPEN): _("Carried by nobody"),
        str(Standing.GOVERNANCE): _("On how the work is led"),
    }


def _sections(rows: list[Any]) -> list[dict[str, Any]]:
    """Promises by section, in a section by run-in heading."""
    grouped: dict[str, dict[str, list[Any]]] = {}
    for row in rows:
        grouped.setdefault(row.section, {}).setdefault(row.heading or "", []).append(row)
    return [
        {"name": name, "headings": headings, "count": sum(map(len, headings.values()))}
        for name, headings in grouped.items()
    ]


@require_http_methods(["GET", "POST"])
def adopt(request: HttpRequest, slug: str, promise: str) -> HttpResponse:
    """The form that makes an open promise a task with an owner and a cadence."""
    programme, reading = open_draft(request, slug)
    row = next((row for row in coverage(reading).promises if row.key == promise), None)
    if row is None:
        raise Http404
    if row.standing in (Standing.CARRIED, Standing.ADOPTED):
        return redirect("programmes:coverage", programme.slug)
    form = AdoptForm(reading, row.text, request.POST or None)
    found: Any = ()
    if request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        try:
            number = _adopted(request, programme, promise, cleaned)
        except Refused as refused:
            found = refused.findings
        else:
            messages.success(
                request,
                _("Adopted as task %(number)s: check its target and confirm it.")
                % {"number": number},
            )
            return redirect("programmes:confirm_task", programme.slug, number)
    context = {
        "programme": programme,
        "simulated": programme.simulated,
        "form": form,
        "row": row,
        "excerpts": sentence(draft_notice(programme), promise_of(reading, promise)[1].spans),
        "refused": [f.to_json() for f in found],
    }
    wrong = request.method == "POST"
    return render(request, "programmes/adopt.html", context, status=UNPROCESSABLE if wrong else 200)


def _adopted(request: HttpRequest, programme: Programme, promise: str, cleaned: Any) -> int:
    return actions.adopt_promise(
        programme=programme,
        promise=promise,
        owners=cleaned["owners"],
        cadence=Cadence(cleaned["cadence"]),
        name=cleaned["name"],
        until=cleaned["until"],
        by=request.user,
    )


@require_POST
def release(request: HttpRequest, slug: str, promise: str) -> HttpResponse:
    programme, _reading = open_draft(request, slug)
    try:
        actions.release_promise(programme=programme, promise=promise, by=request.user)
    except Refused as refused:
        for finding in refused.findings:
            messages.error(request, finding.message(request.LANGUAGE_CODE))
    else:
        messages.success(request, _("The promise is open again; its task is gone."))
    return redirect("programmes:coverage", programme.slug)
