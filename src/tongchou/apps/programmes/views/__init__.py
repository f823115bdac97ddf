"""The list of programmes, a new one from a notice, and what a revision sealed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from tongchou.apps.files.uploads import refused_uploads, shows_refused_uploads
from tongchou.documents.guard import MAX_FILE
from tongchou.domain.shared.findings import Refused

from ..actions import take_notice
from ..choices import TargetKind
from ..forms import UploadForm
from ..queries import (
    content_of_revision,
    is_coordinator,
    may_draft,
    programme_for,
    revision_for,
    visible_programmes,
)

UNPROCESSABLE = 422
COMPARATORS = {
    "at_least": "≥",
    "more_than": ">",
    "equal": "=",
    "about": "≈",
    "at_most": "≤",
    "range": "",
}


@require_GET
def programmes(request: HttpRequest) -> HttpResponse:
    rows = list(visible_programmes(request.user))
    return render(
        request,
        "programmes/programmes.html",
        {
            "programmes": rows,
            "coordinated": [row for row in rows if is_coordinator(request.user, row)],
            "may_draft": may_draft(request.user),
        },
    )


@shows_refused_uploads
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Takes a notice file; what cannot be read is shown with its findings and leaves nothing."""
    if not may_draft(request.user):
        raise Http404
    if request.method != "POST":
        return _new_page(request, UploadForm())
    too_large = refused_uploads(request)
    if too_large:
        return _new_page(request, UploadForm(), too_large)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _new_page(request, form)
    upload = form.cleaned_data["notice"]
    try:
        programme = take_notice(data=upload.read(MAX_FILE + 1), name=upload.name, by=request.user)
    except Refused as refused:
        return _new_page(request, UploadForm(), refused.findings, upload.name)
    messages.success(request, _read_message(programme.notice.reading))
    return redirect("programmes:confirm", programme.slug)


def _new_page(
    request: HttpRequest, form: UploadForm, found: Any = (), name: str = ""
) -> HttpResponse:
    context = {"form": form, "findings": [f.to_json() for f in found], "name": name}
    status = UNPROCESSABLE if found or form.errors else 200
    return render(request, "programmes/new.html", context, status=status)


def _read_message(reading: dict[str, Any]) -> str:
    count = len(reading["tasks"])
    tasks = ngettext("%(count)s task was read.", "%(count)s tasks were read.", count)
    return tasks % {"count": count} + " " + _("Check each reading beside its sentence.")


@require_GET
def revision(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    programme = programme_for(request.user, slug)
    request.programme = programme  # type: ignore[attr-defined]
    row = revision_for(programme, number)
    content = content_of_revision(row)
    return render(
        request,
        "programmes/revision.html",
        {
            "programme": programme,
            "revision": row,
            "content": content,
            "areas": _by_area(content),
            "parties": {party["jurisdiction"]: party for party in content["parties"]},
            "notice_uuid": row.notice.uuid,
            "comparators": COMPARATORS,
            "kinds": dict(TargetKind.choices),
            "simulated": programme.simulated,
            "amendable": is_coordinator(request.user, programme),
        },
    )


def _by_area(content: dict[str, Any]) -> list[dict[str, Any]]:
    """Areas with their tasks, tasks with their targets and the names of who answers."""
    names = {o["uuid"]: o["name"] for task in content["tasks"] for o in task["organizations"]}
    projects = {project["uuid"]: project["name"] for project in content["projects"]}
    areas = []
    for area in content["areas"]:
        tasks = []
        for task in content["tasks"]:
            if task["area"] != area["uuid"]:
                continue
            targets = [
                target
                | {
                    "project_name": projects.get(target["project"]),
                    "answering": {
                        party["jurisdiction"]: names.get(target["answers"][party["jurisdiction"]])
                        for party in content["parties"]
                        if party["jurisdiction"] in target["answers"]
                    },
                }
                for target in content["targets"]
                if target["task"] == task["uuid"]
            ]
            tasks.append(task | {"targets": targets})
        areas.append(area | {"tasks": tasks})
    return areas
