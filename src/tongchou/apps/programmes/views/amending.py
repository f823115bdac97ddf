"""An amended notice: handed in, compared with what stands, taken over, sealed as a revision."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tongchou.apps.files.uploads import refused_uploads, shows_refused_uploads
from tongchou.documents.guard import MAX_FILE
from tongchou.domain.programme.amending.change_words import (
    ORGANIZATIONS,
    moved,
    relation_words,
    worded,
)
from tongchou.domain.programme.amending.changes import Diff, Relation, TargetDiff, TaskDiff
from tongchou.domain.programme.amending.field_names import field_name, word_name
from tongchou.domain.shared.findings import Finding, Refused
from tongchou.domain.shared.text import Text

from .. import actions
from ..amending import arrival_of, outlook
from ..amendment_forms import SealForm
from ..checks import programme_findings
from ..forms import UploadForm
from ..mapping import proposed
from ..models import Programme
from ..queries import confirmations_of, coordinated_programme, draft_reading, reading_in_force

UNPROCESSABLE = 422
Json = dict[str, Any]


def _coordinated(request: HttpRequest, slug: str) -> Programme:
    programme = coordinated_programme(request.user, slug)
    request.programme = programme  # type: ignore[attr-defined]
    return programme


@shows_refused_uploads
@require_http_methods(["GET", "POST"])
def amend(request: HttpRequest, slug: str) -> HttpResponse:
    """Takes a further notice; while one waits, shows what it would change."""
    programme = _coordinated(request, slug)
    if request.method == "POST":
        return _hand_in(request, programme)
    arrival = arrival_of(programme)
    if arrival is not None:
        return _outlook_page(request, programme, arrival)
    return _upload_page(request, programme, UploadForm())


def _hand_in(request: HttpRequest, programme: Programme) -> HttpResponse:
    too_large = refused_uploads(request)
    if too_large:
        return _upload_page(request, programme, UploadForm(), too_large)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _upload_page(request, programme, form)
    upload = form.cleaned_data["notice"]
    try:
        actions.hand_in(
            programme=programme,
            data=upload.read(MAX_FILE + 1),
            name=upload.name,
            by=request.user,
        )
    except Refused as refused:
        return _upload_page(request, programme, UploadForm(), refused.findings, upload.name)
    return redirect("programmes:amend", programme.slug)


def _upload_page(
    request: HttpRequest, programme: Programme, form: UploadForm, found: Any = (), name: str = ""
) -> HttpResponse:
    context = {
        "programme": programme,
        "simulated": programme.simulated,
        "form": form,
        "findings": [f.to_json() for f in found],
        "name": name,
    }
    status = UNPROCESSABLE if found or form.errors else 200
    return render(request, "programmes/amend.html", context, status=status)


def _outlook_page(request: HttpRequest, programme: Programme, arrival: Any) -> HttpResponse:
    found = outlook(arrival)
    context = {
        "programme": programme,
        "simulated": programme.simulated,
        "notice": arrival.notice,
        "found": found,
        "changes": changes(found.carried.diff),
        "same": sum(task.same for task in found.carried.diff.tasks),
        "findings": [finding.to_json() for finding in found.carried.findings],
        "all": len(found.reading.tasks),
    }
    return render(request, "programmes/outlook.html", context)


def changes(found: Diff) -> Json:
    """A comparison as the page shows it, in the language of the request."""
    language = get_language() or "zh"
    tasks = [
        _task(task, language)
        for task in found.tasks
        if not task.same or task.relation is not Relation.KEPT
    ]
    clauses = [
        {"relation": relation_words(c, language), "old": c.old, "new": c.new} for c in found.clauses
    ]
    header = [_field(change, language) for change in found.header]
    return {"header": header, "tasks": tasks, "clauses": clauses}


def _task(task: TaskDiff, language: str) -> Json:
    organizations = [
        {
            "label": ORGANIZATIONS[str(change.change)].in_language(language),
            "old": _part(change.old, change.name, language),
            "new": _part(change.new, change.name, language),
        }
        for change in task.organizations
    ]
    return {
        "numbers": moved(task.before, task.after),
        "relation": relation_words(task, language),
        "name": task.name,
        "rows": [_field(change, language) for change in task.fields] + organizations,
        "figures": [
            {"subject": change.subject, "old": change.old or "—", "new": change.new or "—"}
            for change in task.quantities
        ],
        "targets": [
            _target(target, language)
            for target in task.targets
            if not target.same or target.relation is not Relation.KEPT
        ],
    }


def _part(role: str | None, name: str, language: str) -> str:
    return f"{name}（{word_name(role).in_language(language)}）" if role else "—"


def _target(target: TargetDiff, language: str) -> Json:
    return {
        "numbers": moved(target.before, target.after),
        "relation": relation_words(target, language),
        "text": target.text,
        "rows": [_field(change, language) for change in target.fields],
    }


def _field(change: Any, language: str) -> Json:
    old, new = worded(change, language)
    return {"label": field_name(change.field).in_language(language), "old": old, "new": new}


@require_POST
def take_over(request: HttpRequest, slug: str) -> HttpResponse:
    programme = _coordinated(request, slug)
    try:
        found = actions.take_over(programme=programme, by=request.user)
    except Refused as refused:
        return _refused(request, programme, refused.findings)
    said = _("%(kept)s confirmations and %(corrections)s corrections were carried over.")
    counts = {"kept": len(found.kept), "corrections": len(found.carried.overrides)}
    messages.success(request, said % counts)
    for finding in found.carried.findings:
        messages.warning(request, _words(finding))
    return redirect("programmes:confirm", programme.slug)


@require_POST
def put_aside(request: HttpRequest, slug: str) -> HttpResponse:
    programme = _coordinated(request, slug)
    try:
        actions.put_aside(programme=programme, by=request.user)
    except Refused as refused:
        return _refused(request, programme, refused.findings)
    messages.info(request, _("The notice was put aside; the programme is as before."))
    return redirect("programmes:amend", programme.slug)


def _refused(request: HttpRequest, programme: Programme, found: Any) -> HttpResponse:
    for finding in found:
        messages.error(request, _words(finding))
    return redirect("programmes:amend", programme.slug)


def _words(finding: Finding) -> str:
    both = Text(f"{finding.text.zh}{finding.advice.zh}", f"{finding.text.en} {finding.advice.en}")
    return both.in_language(get_language() or "zh")


@require_http_methods(["GET", "POST"])
def seal(request: HttpRequest, slug: str) -> HttpResponse:
    """What each target was before, and why the programme is amended; then the next revision."""
    programme = _coordinated(request, slug)
    if programme.amending is None:
        raise Http404
    before, after = reading_in_force(programme), draft_reading(programme)
    correspondence, found = proposed(before, after)
    form = SealForm(before, after, correspondence, request.POST or None)
    refused: Any = ()
    if request.method == "POST" and form.is_valid():
        try:
            revision = actions.confirm_amendment(
                programme=programme,
                reason=form.cleaned_data["reason"],
                mapping=form.correspondence(),
                by=request.user,
            )
        except Refused as reasons:
            refused = reasons.findings
        else:
            said = _("Revision %(number)s is sealed.") % {"number": revision.number}
            messages.success(request, said)
            return redirect("programmes:revision", programme.slug, revision.number)
    confirmed = confirmations_of(programme).values_list("task", flat=True)
    dropped = [(t.key, t.text) for t in before.targets if t.key not in _chosen(form)]
    context = {
        "programme": programme,
        "simulated": programme.simulated,
        "form": form,
        "changes": changes(found),
        "dropped": dropped,
        "against": [f.to_json() for f in programme_findings(after, confirmed)],
        "refused": [f.to_json() for f in refused],
        "number": programme.drafting,
    }
    wrong = request.method == "POST"
    return render(
        request, "programmes/amend_seal.html", context, status=UNPROCESSABLE if wrong else 200
    )


def _chosen(form: SealForm) -> set[str]:
    return {str(field.value() or "") for _target, field in form.rows}
