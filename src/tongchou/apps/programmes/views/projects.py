"""The named undertakings of a programme, and correcting one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tongchou.apps.notices.queries import sentence

from .. import actions
from ..coverage_forms import ProjectForm
from ..queries import draft_notice
from .readings import open_draft, readable

UNPROCESSABLE = 422


@require_GET
def projects(request: HttpRequest, slug: str) -> HttpResponse:
    programme, reading, changeable = readable(request, slug)
    context = {
        "programme": programme,
        "simulated": programme.simulated,
        "rows": reading.projects,
        "targets": {target.key: target for target in reading.targets},
        "notice": (draft_notice(programme) if changeable else programme.notice).uuid,
        "changeable": changeable,
    }
    return render(request, "programmes/projects.html", context)


@require_http_methods(["GET", "POST"])
def project(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    programme, reading = open_draft(request, slug)
    row = next((row for row in reading.projects if row.key == key), None)
    if row is None:
        raise Http404
    parties = [participant.short for participant in reading.participants]
    form = ProjectForm(row, parties, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.correct_all(programme=programme, corrections=form.changes(), by=request.user)
        messages.success(request, _("Saved."))
        return redirect("programmes:projects", programme.slug)
    context = {
        "programme": programme,
        "simulated": programme.simulated,
        "row": row,
        "form": form,
        "excerpts": sentence(draft_notice(programme), row.spans),
    }
    wrong = request.method == "POST"
    return render(
        request, "programmes/project.html", context, status=UNPROCESSABLE if wrong else 200
    )
