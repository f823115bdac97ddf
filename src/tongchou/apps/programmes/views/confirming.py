"""The coordinator's pages: the overview of readings, one task beside its source, sealing."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from tongchou.apps.notices.queries import document_of
from tongchou.domain.programme.amending.adoption import adopting
from tongchou.domain.programme.programme import Programme as Reading
from tongchou.domain.shared.findings import Refused

from .. import actions
from ..checks import findings_by_task
from ..choices import (
    Cadence,
    Combine,
    Comparator,
    Curve,
    Effort,
    Measure,
    PeriodKind,
    ProgrammeState,
    TargetKind,
)
from ..editing import TaskEdit
from ..models import Programme
from ..queries import confirmations_of, coordinated_programme, draft_notice, draft_reading
from ..remarks import by_place, by_task
from ..sources import source_cells
from .orders import carry_out, corrected_targets, dropped_targets

UNPROCESSABLE = 422
LABELLED = {
    "cadence": Cadence,
    "combine": Combine,
    "comparator": Comparator,
    "curve": Curve,
    "effort": Effort,
    "kind": TargetKind,
    "measure": Measure,
    "period": PeriodKind,
}
Json = dict[str, Any]


def _coordinated(request: HttpRequest, slug: str) -> Programme:
    """The programme of this page, also laid on the request for what stands around the page."""
    programme = coordinated_programme(request.user, slug)
    request.programme = programme  # type: ignore[attr-defined]
    return programme


def _sealed(programme: Programme) -> HttpResponse | None:
    """Once revision 1 is sealed, the readings are shown there and nowhere else."""
    if programme.open:
        return None
    return redirect("programmes:revision", programme.slug, programme.drafting)


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, slug: str) -> HttpResponse:
    programme = _coordinated(request, slug)
    if request.method == "POST" and programme.amending is None:
        return _seal(request, programme)
    return _sealed(programme) or _overview(request, programme)


def _overview(request: HttpRequest, programme: Programme, found: Any = ()) -> HttpResponse:
    reading = draft_reading(programme)
    confirmed = {row.task: row for row in confirmations_of(programme).select_related("by")}
    placed, loose = by_task(reading, findings_by_task(reading))
    rows = [
        {
            "task": task,
            "targets": len(reading.targets_of(task.number)),
            "findings": placed[task.number],
            "confirmation": confirmed.get(task.number),
        }
        for task in reading.tasks
    ]
    context = {
        "programme": programme,
        "simulated": programme.simulated,
        "reading": reading,
        "notice": draft_notice(programme),
        "areas": [
            {"area": area, "rows": [row for row in rows if row["task"].area == area.number]}
            for area in reading.areas
        ],
        "loose": [row for row in rows if row["task"].area is None],
        "findings": loose,
        "refused": [f.to_json() for f in found],
        "done": len(confirmed),
        "all": len(rows),
        "next": _next(reading, set(confirmed), 0),
        "parties": {participant.short: participant for participant in reading.participants},
    }
    status = UNPROCESSABLE if found else 200
    return render(request, "programmes/confirm.html", context, status=status)


def _next(reading: Reading, confirmed: set[int], after: int) -> int | None:
    """The unconfirmed task after this one, else the first that is left."""
    left = [task.number for task in reading.tasks if task.number not in confirmed]
    return next((number for number in left if number > after), left[0] if left else None)


def _seal(request: HttpRequest, programme: Programme) -> HttpResponse:
    already = programme.state != ProgrammeState.DRAFT
    try:
        revision = actions.confirm_programme(programme=programme, by=request.user)
    except Refused as refused:
        return _overview(request, programme, refused.findings)
    if already:
        messages.info(request, _("Revision 1 was sealed before; nothing was done again."))
    else:
        messages.success(request, _("Revision 1 is sealed. The programme is running."))
    return redirect("programmes:revision", programme.slug, revision.number)


@require_http_methods(["GET", "POST"])
def confirm_rest(request: HttpRequest, slug: str) -> HttpResponse:
    """Names what would be confirmed unread, and confirms it."""
    programme = _coordinated(request, slug)
    if response := _sealed(programme):
        return response
    found: Any = ()
    if request.method == "POST":
        try:
            done = actions.confirm_remaining(programme=programme, by=request.user)
        except Refused as refused:
            found = refused.findings
        else:
            said = ngettext("%(count)s task confirmed.", "%(count)s tasks confirmed.", len(done))
            messages.success(request, said % {"count": len(done)})
            return redirect("programmes:confirm", programme.slug)
    reading = draft_reading(programme)
    confirmed = set(confirmations_of(programme).values_list("task", flat=True))
    context = {
        "programme": programme,
        "simulated": programme.simulated,
        "left": [
            (task, reading.targets_of(task.number))
            for task in reading.tasks
            if task.number not in confirmed
        ],
        "refused": [f.to_json() for f in found],
    }
    status = UNPROCESSABLE if found else 200
    return render(request, "programmes/confirm_rest.html", context, status=status)


@require_http_methods(["GET", "POST"])
def confirm_task(request: HttpRequest, slug: str, task: int) -> HttpResponse:
    programme = _coordinated(request, slug)
    if response := _sealed(programme):
        if request.method == "POST":
            messages.warning(request, _("The revision is sealed; what you sent was not saved."))
        return response
    reading = draft_reading(programme)
    if all(known.number != task for known in reading.tasks):
        raise Http404
    if request.method != "POST":
        return _task_page(request, programme, reading, TaskEdit(reading, task))
    edit = TaskEdit(reading, task, request.POST)
    if not edit.is_valid():
        return _task_page(request, programme, reading, edit, wrong=True)
    return _save(request, programme, edit)


def _save(request: HttpRequest, programme: Programme, edit: TaskEdit) -> HttpResponse:
    """Keeps the corrections in any case; confirms and goes on where that was asked."""
    number = edit.task.number
    changes = edit.corrections()
    order = request.POST.get("do", "")
    try:
        actions.correct_all(programme=programme, corrections=changes, by=request.user)
        if order:
            return _carry_out(request, programme, number, order)
        if "confirm" in request.POST and not edit.proposes:
            actions.confirm_task(programme=programme, task=number, by=request.user)
    except Refused as refused:
        reading = draft_reading(programme)
        again = TaskEdit(reading, number)
        return _task_page(
            request, programme, reading, again, found=refused.findings, asked=bool(order)
        )
    if edit.proposes:
        messages.info(request, _("Saved. Stages or items were proposed: check them."))
        return redirect("programmes:confirm_task", programme.slug, number)
    if "confirm" not in request.POST:
        messages.success(request, _("Saved.") if changes else _("Nothing was changed."))
        return redirect("programmes:confirm_task", programme.slug, number)
    confirmed = set(confirmations_of(programme).values_list("task", flat=True))
    following = _next(draft_reading(programme), confirmed, number)
    messages.success(request, _("Task %(number)s is confirmed.") % {"number": number})
    if following is None:
        return redirect("programmes:confirm", programme.slug)
    return redirect("programmes:confirm_task", programme.slug, following)


def _carry_out(request: HttpRequest, programme: Programme, number: int, order: str) -> HttpResponse:
    said = carry_out(
        programme=programme,
        task=number,
        order=order,
        chosen=request.POST.getlist("chosen"),
        by=request.user,
    )
    messages.success(request, said)
    return redirect("programmes:confirm_task", programme.slug, number)


def _task_page(
    request: HttpRequest,
    programme: Programme,
    reading: Reading,
    edit: TaskEdit,
    *,
    wrong: bool = False,
    found: Any = (),
    asked: bool = False,
) -> HttpResponse:
    """`asked`: what was refused is a button beside a target, not the confirmation."""
    confirmed = {row.task: row for row in confirmations_of(programme).select_related("by")}
    number = edit.task.number
    remarks, _loose = by_task(reading, findings_by_task(reading))
    refused = [finding.to_json() for finding in found]
    context = {
        "programme": programme,
        "simulated": programme.simulated,
        "reading": reading,
        "task": edit.task,
        "area": next((a for a in reading.areas if a.number == edit.task.area), None),
        "edit": edit,
        "labels": {name: dict(choices.choices) for name, choices in LABELLED.items()},
        "notice": draft_notice(programme),
        "cells": source_cells(document_of(draft_notice(programme)), reading, number),
        "findings": by_place(reading, edit.task, remarks[number]),
        "refused": refused,
        "asked": asked,
        "wrong": wrong,
        "dropped": dropped_targets(programme, reading, number),
        "corrected": corrected_targets(programme, number),
        "promise": adopting(reading, number),
        "confirmation": confirmed.get(number),
        **_beside(reading, number, set(confirmed)),
    }
    status = UNPROCESSABLE if wrong or refused else 200
    return render(request, "programmes/confirm_task.html", context, status=status)


def _beside(reading: Reading, number: int, confirmed: set[int]) -> Json:
    """Where a task stands among the others, and how far they have come."""
    numbers = [task.number for task in reading.tasks]
    place = numbers.index(number)
    return {
        "done": len(confirmed),
        "all": len(numbers),
        "before": numbers[place - 1] if place else None,
        "after": numbers[place + 1] if place + 1 < len(numbers) else None,
        "last": set(numbers) - confirmed <= {number},
    }
