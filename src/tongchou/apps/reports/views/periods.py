"""The liaison's list of what is due; the coordinator's periods and what is missing in them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from tongchou.apps.organizations.queries import standing
from tongchou.apps.programmes.queries import programme_for
from tongchou.domain.report.period import first_proposed, proposed
from tongchou.domain.shared.findings import Finding, Refused

from .. import actions, queries
from ..forms import ExtendForm, PeriodForm

if TYPE_CHECKING:
    from tongchou.apps.programmes.models import Programme

REFUSED = 422


@require_GET
def due(request: HttpRequest, slug: str) -> HttpResponse:
    programme = _programme(request, slug)
    if not standing(request.user, programme.uuid).liaison:
        raise Http404
    rows = queries.reports_due(request.user, programme, request.business_date)
    context = {
        "programme": programme,
        "current": [row for row in rows if row.asks],
        "earlier": [row for row in rows if not row.asks],
        "several": len({row.report.organization_id for row in rows}) > 1,
    }
    return render(request, "reports/due.html", context)


@require_http_methods(["GET", "POST"])
def periods(request: HttpRequest, slug: str) -> HttpResponse:
    programme = _coordinated(request, slug)
    if request.method != "POST":
        return _periods_page(request, programme, None)
    form = PeriodForm(request.POST)
    if not form.is_valid():
        return _periods_page(request, programme, form)
    try:
        period = actions.open_period(programme=programme, by=request.user, **form.cleaned_data)
    except Refused as refused:
        return _periods_page(request, programme, form, refused.findings)
    messages.success(request, _("The period is open; every report that is due exists."))
    return redirect("reports:period", slug, period.uuid)


@require_http_methods(["GET", "POST"])
def period(request: HttpRequest, slug: str, uuid: UUID) -> HttpResponse:
    programme = _coordinated(request, slug)
    row = queries.period_for(programme, uuid)
    form = ExtendForm(
        request.POST if request.method == "POST" else None,
        initial={"due": row.due, "closes": row.closes},
    )
    found: Iterable[Finding] = ()
    if form.is_valid():
        try:
            actions.extend_period(period=row, by=request.user, **form.cleaned_data)
        except Refused as refused:
            found = refused.findings
            row.refresh_from_db()
        else:
            messages.success(request, _("The dates are changed."))
            return redirect("reports:period", slug, row.uuid)
    context = {
        "programme": programme,
        "period": row,
        "completeness": queries.completeness(programme, row),
        "shown": queries.shown_state,
        "form": form,
        "found": [finding.to_json() for finding in found],
        "on": request.business_date,
    }
    wrong = bool(found) or (form.is_bound and not form.is_valid())
    return render(request, "reports/period.html", context, status=REFUSED if wrong else 200)


def _periods_page(
    request: HttpRequest,
    programme: "Programme",
    form: PeriodForm | None,
    found: Iterable[Finding] = (),
) -> HttpResponse:
    rows = list(queries.periods_of(programme))
    on = request.business_date
    if rows:
        calendar = proposed(rows[0].end, on)
    else:
        calendar = first_proposed(programme.start, programme.end, on)
    context = {
        "programme": programme,
        "periods": rows,
        "form": form or PeriodForm.proposing(calendar),
        "found": [finding.to_json() for finding in found],
        "running": programme.state == "running",
        "on": on,
    }
    return render(request, "reports/periods.html", context, status=REFUSED if form else 200)


def _programme(request: HttpRequest, slug: str) -> "Programme":
    programme = programme_for(request.user, slug)
    request.programme = programme
    return programme


def _coordinated(request: HttpRequest, slug: str) -> "Programme":
    programme = _programme(request, slug)
    if not queries.is_coordinator(request.user, programme):
        raise Http404
    return programme
